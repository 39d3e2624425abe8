import { expect, test } from 'vitest';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { paragraphsText } from './paragraph';
import { ruleParagraphs } from './rule';

const said = (detection: string) =>
  paragraphsText(ruleParagraphs(planOf(`sigma-version: 3\n${ruleOf(detection)}`)));

test.each([
  ['c[any]: {a: x, b: y}', 'in at least one member of `c`, (`a` is `x`, and `b` is `y`)'],
  ['c[any].a: x', 'in at least one member of `c`, `a` is `x`'],
  ['c[all]: {a: x}', 'in each member of `c`, and it has one, `a` is `x`'],
  ['c[all_or_empty]: {a: x}', 'in each member of `c`, if it has any, `a` is `x`'],
  ['c[none]: {a: [x, y]}', 'in no member of `c`, `a` is `x` or `y`'],
  ['t[all]|startswith: x', 'in each member of `t`, and it has one, it starts with `x`'],
  ['t[any]: {".|gte": 500}', 'in at least one member of `t`, it is at least `500`'],
  ['t[0]: x', '`t[0]` is `x`'],
  ['t[-1]: {a: x}', 'in `t[-1]`, `a` is `x`'],
  ['c[any].at[none].ip: x', 'in at least one member of `c`, in no member of `at`, `ip` is `x`'],
  [
    'c[any]: {p: {a: x}, q: {b: y}, r: {b: z}, condition: p and not (q or r)}',
    'in at least one member of `c`, (`a` is `x`, and not (`b` is `y`, or `b` is `z`))',
  ],
  ['c[any]: {CommandLine: x}', 'in at least one member of `c`, `CommandLine` is `x`'],
])('%s', (item, words) => {
  expect(said(item)).toBe(`This rule alerts when an event of \`test\` comes in, and ${words}.`);
});

test('a block that is excluded', () => {
  expect(said('s: {z: w}\nf: {"c[any]": {a: x, b: y}}\ncondition: s and not f')).toBe(
    'This rule alerts when an event of `test` comes in, and `z` is `w`, unless in at least one member of `c`, (`a` is `x`, and `b` is `y`).',
  );
});
