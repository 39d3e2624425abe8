import { describe, expect, test } from 'vitest';
import { plain } from '../../text';
import { compile } from './compile';

describe('a value of the wrong type: the message says what is expected, and shows the value with its quotes', () => {
  test.each([
    ["A|exists: 'true'", "`exists` expects `true` or `false` (without quotes), not `'true'`."],
    ['A|exists: 1', '`exists` expects `true` or `false` (without quotes), not `1`.'],
    ['A|exists: null', '`exists` expects `true` or `false` (without quotes), not null.'],
    ["A|exists: ''", "`exists` expects `true` or `false` (without quotes), not `''`."],
    ["A|gt: '5'", "`gt` expects a number (without quotes), not `'5'`."],
    ['A|lt: "5"', '`lt` expects a number (without quotes), not `"5"`.'],
    ['A|gt: abc', '`gt` expects a number (without quotes), not `abc`.'],
    ["A|hour: '5'", "`hour` expects a number (without quotes), not `'5'`."],
    ['A|contains: null', '`contains` expects text, not null.'],
    ['A|re: true', '`re` expects text, not `true`.'],
    ['A|cidr: 5', '`cidr` expects a network such as `10.0.0.0/8`, not `5`.'],
    ['A|fieldref: 5', '`fieldref` expects the name of a field, not `5`.'],
  ])('%s', (item, message) => {
    const { diagnostics } = compile(
      `title: T\nlogsource: {product: x}\ndetection:\n  s:\n    ${item}\n  condition: s\n`,
    );
    expect(diagnostics.map((d) => plain(d.message))).toEqual([message]);
  });
});
