import { describe, expect, test } from 'vitest';
import { RULE } from '../../limits';
import { plain } from '../../text';
import { compile } from './compile';
import { compileCollection } from './compile-collection';

const times = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join('');
const rule = (body: string, condition = 's') =>
  `title: T\nlogsource: {product: t}\ndetection:\n  s:\n${body}  condition: ${condition}\n`;
const wrong = (count: number) => times(count, (i) => `    F${i}|contians: a\n`);
const backtracking = (count: number) => times(count, (i) => `    F${i}|re: a(?=b)\n`);

/** text, number of diagnostics, the last message if some are left out */
const CASES: readonly (readonly [string, string, number, string | null])[] = [
  ['a thousand errors are all told', rule(wrong(RULE.problems.value)), 1000, null],
  ['one more', rule(wrong(RULE.problems.value + 1)), 1001, 'is 1 more problem '],
  ['thirty thousand', rule(wrong(30_000)), 1001, 'are 29000 more problems '],
  ['warnings', rule(backtracking(1500)), 1001, 'are 500 more problems '],
];

describe.each([
  ['compile', (text: string) => compile(text)],
  ['compileCollection', (text: string) => compileCollection(text)],
] as const)('%s reports at most a thousand problems', (_, run) => {
  test.each(CASES)('%s', (_, text, count, more) => {
    const { diagnostics } = run(text);
    expect(diagnostics).toHaveLength(count);
    const last = diagnostics[count - 1]!;
    expect(last.code === 'problems-too-many').toBe(more !== null);
    if (more !== null) expect(plain(last.message)).toContain(more);
    expect(diagnostics.filter((d) => d.code === 'problems-too-many').length).toBe(more === null ? 0 : 1);
    const starts = diagnostics.map((d) => d.range.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('an error after many warnings is reported, and the last message has the severity of those left out', () => {
    const { diagnostics } = run(rule(backtracking(1500), 's and nosuch'));
    expect(diagnostics.map((d) => d.code)).toContain('condition-unknown-selection');
    expect(diagnostics.at(-1)).toMatchObject({ code: 'problems-too-many', severity: 'warning' });
  });

  test('leaving problems out does not change whether the rule compiles', () => {
    const found = run(rule(backtracking(1500)));
    const plans = 'plan' in found ? [found.plan] : found.plans;
    expect(plans).toHaveLength(1);
    expect(plans[0]).not.toBeNull();
  });
});
