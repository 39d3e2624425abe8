import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { applyEdits } from '../../text';
import { lint } from './lint';

const rule = (head: string, item: string) =>
  `title: T\n${head}logsource: {product: windows}\ndetection:\n    s:\n        ${item}\n    condition: s\n`;

/** What the first fix of a check makes of a field with its values; null without a fix. */
function fixed(id: string, item: string, head = 'sigma-version: 2.2\n'): string | null {
  const text = rule(head, item);
  const fix = lint(compileCollection(text)).find(({ code }) => code === id)?.fixes?.[0];
  if (!fix) return null;
  const changed = applyEdits(text, fix.edits);
  expect(compileCollection(changed).plans).toHaveLength(1);
  return changed.slice(rule(head, '').indexOf('s:\n') + 11, changed.indexOf('\n    condition'));
}

describe('fixes for the 2.2.0 draft', () => {
  test.each<[id: string, item: string, after: string | null]>([
    ['all-last', 'A|all|contains: [x, y]', 'A|contains|all: [x, y]'],
    ['all-last', "'A|re|all|i': [x., y.]", "'A|re|i|all': [x., y.]"],
    ['regex-subset', "A|re: 'a[[:digit:]x]'", "A|re: 'a[0-9x]'"],
    ['regex-subset', "A|re: 'a[[:^digit:]x]'", null],
    ['regex-subset', "A|re: 'a+?'", null],
    ['regex-inline-flag', "A|re: '(?i)a.b'", "A|re|i: 'a.b'"],
    ['regex-inline-flag', `A|re|all: ['(?si)a.b', "(?is)c.d"]`, `A|re|i|s|all: ['a.b', "c.d"]`],
    ['regex-inline-flag', "A|re|i: ['(?i)a.b']", "A|re|i: ['a.b']"],
    ['regex-inline-flag', "A|re: ['(?i)a.b', 'c.d']", null],
    ['regex-inline-flag', "A|re: ['(?i)a.b', '(?s)c.d']", null],
  ])('%s: %s', (id, item, after) => expect(fixed(id, item)).toBe(after));
});
