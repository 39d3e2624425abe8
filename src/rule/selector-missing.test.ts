import { expect, test } from 'vitest';
import { applyEdits, plain } from '../text';
import { compileCollection } from './compile/compile-collection';

const rule = (key: string, body = '{a: x}') =>
  `title: T\nlogsource: {product: test}\ndetection:\n  s:\n    ${key}: ${body}\n  condition: s\n`;
const problems = (text: string) =>
  compileCollection(text, { spec: 'proposals' }).diagnostics.filter(({ severity }) => severity === 'error');

/** A key whose value is a map, what is said to write, and the rule's key after the fix; null where there is none. */
const MISSING: readonly [key: string, says: string, fixed: string | null][] = [
  ['c', 'c[any]', 'c[any]'],
  ['a.c', 'a.c[any]', 'a.c[any]'],
  ["'c'", 'c[any]', "'c[any]'"],
  ['c[any', 'c[any]', 'c[any]'],
  ['c[-1', 'c[-1]', 'c[-1]'],
  ['c[x', 'c[x[any]', 'c[x[any]'],
  ['c\\[any', 'c\\[any[any]', 'c\\[any[any]'],
  ['c[all].d', 'd[any]', 'c[all].d[any]'],
  ['c|contains', 'c[any]', null],
];

test.each(MISSING)('the map under %s asks for %s', (key, says, fixed) => {
  const text = rule(key);
  const [found, ...more] = problems(text);
  expect(more).toEqual([]);
  expect(found!.code).toBe('value-type');
  expect(text.slice(found!.range.start, found!.range.end)).toBe('{a: x}');
  expect(plain(found!.message)).toContain(`write \`${says}\`.`);
  const [fix] = found!.fixes ?? [];
  const after = fix ? applyEdits(text, fix.edits) : null;
  expect(after).toBe(fixed === null ? null : rule(fixed));
  if (after) expect(problems(after)).toEqual([]);
});

test.each([
  ['c[any]', '{a: x}'],
  ['c[0]', '{a: x}'],
  ['c', 'x'],
])('%s: %s asks for nothing', (key, body) => {
  expect(problems(rule(key, body))).toEqual([]);
});
