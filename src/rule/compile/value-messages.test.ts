import { describe, expect, test } from 'vitest';
import { compile } from './compile';

describe('a value of the wrong type: what is wanted, and what is written with its quotes', () => {
  test.each([
    ["A|exists: 'true'", "`exists` wants `true` or `false` (without quotes), not `'true'`."],
    ['A|exists: 1', '`exists` wants `true` or `false` (without quotes), not `1`.'],
    ['A|exists: null', '`exists` wants `true` or `false` (without quotes), not null.'],
    ["A|exists: ''", "`exists` wants `true` or `false` (without quotes), not `''`."],
    ["A|gt: '5'", "`gt` wants a number (without quotes), not `'5'`."],
    ['A|lt: "5"', '`lt` wants a number (without quotes), not `"5"`.'],
    ['A|gt: abc', '`gt` wants a number (without quotes), not `abc`.'],
    ["A|hour: '5'", "`hour` wants a number (without quotes), not `'5'`."],
    ['A|contains: null', '`contains` wants text, not null.'],
    ['A|re: true', '`re` wants text, not `true`.'],
    ['A|cidr: 5', '`cidr` wants a network such as `10.0.0.0/8`, not `5`.'],
    ['A|fieldref: 5', '`fieldref` wants the name of a field, not `5`.'],
  ])('%s', (item, message) => {
    const { diagnostics } = compile(
      `title: T\nlogsource: {product: x}\ndetection:\n  s:\n    ${item}\n  condition: s\n`,
    );
    expect(diagnostics.map((d) => d.message)).toEqual([message]);
  });
});
