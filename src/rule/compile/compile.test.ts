import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { oneRule } from '../../testing/oracle/one-rule';
import { compile } from './compile';
import { matchingSelections } from './compile-condition';

const { plan, diagnostics } = compile(oneRule, { placeholders: { p: ['root'] } });

describe('the plan of a rule with every feature', () => {
  test('its lints', () => {
    expect(diagnostics.map((d) => `${d.code} «${oneRule.slice(d.range.start, d.range.end)}»`)).toEqual([
      "cidr-host-bits «'10.0.0.1/8'»",
      'null-in-list «null»',
      'regex-backtracking «a(?=b)»',
      'yaml-1-1 «y»',
    ]);
  });
  test('each field is listed once, including those that `fieldref` names', () => {
    expect(new Set(plan!.fields).size).toBe(plan!.fields.length);
    expect(plan!.fields).toContain('Image');
  });
  test('values are numbered in the order of the text', () => {
    expect(plan!.values.map((v) => v.id)).toEqual(plan!.values.map((_, i) => i));
    const own = plan!.values.filter((v) => v.selection < 5).map((v) => v.scalar.range.start);
    expect(own).toEqual([...own].sort((a, b) => a - b));
  });
  test('log source and backtracking expressions', () => {
    expect(plan!.logsource).toEqual({ product: 'windows', category: 'process_creation' });
    expect(plan!.patterns.filter((p) => p.engine === 'backtracking').map((p) => p.source)).toEqual([
      'a(?=b)',
    ]);
  });
  test('the same text gives the same slots and ids', () => {
    const again = compile(oneRule, { placeholders: { p: ['root'] } }).plan!;
    expect(again.values.map((v) => v.scalar.range)).toEqual(plan!.values.map((v) => v.scalar.range));
  });
});

test.each([
  ['them', ['a', '_b', 'c'], [0, 2]],
  ['*', ['a', '_b'], [0]],
  ['_*', ['a', '_b', '__c'], [1, 2]],
  ['a*', ['a', 'ab', 'ba', 'A'], [0, 1]],
  ['*a', ['a', '_a', 'ba'], [0, 2]],
  ['a*b*c', ['abc', 'axbxc', 'acb'], [0, 1]],
  ['a', ['a', 'ab'], [0]],
  ['a.*', ['a.b', 'axb'], [0]],
])('pattern %s over %j', (pattern, names, expected) => {
  expect(matchingSelections(pattern, names)).toEqual(expected);
});

test('a pattern with many stars costs time linear in the name', () => {
  const pattern = `${'*a'.repeat(200)}b`;
  expectLinear(
    5000,
    (size) => ['a'.repeat(size)],
    (names) => expect(matchingSelections(pattern, names)).toEqual([]),
  );
});
