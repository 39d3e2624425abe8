import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TACTICS, TECHNIQUES } from '../knowledge';
import { catalog } from '../testing/corpus';
import { describeWithShared } from '../testing/shared';
import { Catalog } from './catalog';
import { type CatalogCoverage, coverageOf, type TechniqueCoverage } from './coverage';
import { coverageLayer } from './coverage-layer';

/** Rules, each by its tags without `attack.`. */
const rules = (...tags: readonly string[]) =>
  tags.map((line) => ({
    tags: line
      .split(' ')
      .filter(Boolean)
      .map((tag) => (tag.startsWith('-') ? tag.slice(1) : `attack.${tag}`)),
  }));

const all = ({ tactics }: CatalogCoverage): readonly TechniqueCoverage[] => [
  ...new Map(
    tactics
      .flatMap((t) => t.techniques.flatMap((one) => [one, ...one.parts]))
      .map((one) => [one.technique.id, one]),
  ).values(),
];

/** `T1059 1/3`: one rule of its own, three including those of its sub-techniques. */
const cells = (coverage: CatalogCoverage) =>
  all(coverage)
    .filter((one) => one.rules.length > 0)
    .map((one) => `${one.technique.id} ${one.own.length}/${one.rules.length}`)
    .sort()
    .join(' ');

const column = (coverage: CatalogCoverage, shortname: string) => {
  const found = coverage.tactics.find(({ tactic }) => tactic.shortname === shortname)!;
  return `${found.rules.length} rules, ${found.bare.length} bare, ${found.covered}`;
};

describe('which techniques many rules name', () => {
  test.each<[name: string, rules: string[], cells: string, unplaced: string]>([
    ['a technique', ['t1105'], 'T1105 1/1', ''],
    ['however it is written', ['T1105', 't1105'], 'T1105 2/2', ''],
    ['named twice by a rule', ['t1105 T1105'], 'T1105 1/1', ''],
    ['a part counts for the whole', ['t1059.001'], 'T1059 0/1 T1059.001 1/1', ''],
    ['a rule that names both counts once', ['t1059 t1059.001'], 'T1059 1/1 T1059.001 1/1', ''],
    ['two parts by one rule', ['t1059.001 t1059.003'], 'T1059 0/1 T1059.001 1/1 T1059.003 1/1', ''],
    ['the whole and a part by two rules', ['t1059', 't1059.001'], 'T1059 1/2 T1059.001 1/1', ''],
    ['a revoked id counts for its successor', ['t1086', 't1059.001'], 'T1059 0/2 T1059.001 2/2', ''],
    ['revoked to a technique', ['t1562.001'], 'T1685 1/1', ''],
    ['given up', ['t1064', 't1064 t1105'], 'T1105 1/1', 't1064 deprecated 2'],
    ['a part that is none', ['t1059.099'], '', 't1059.099 no part 1'],
    ['of another domain', ['t0886'], '', 't0886 not enterprise 1'],
    ['no word of ATT&CK', ['nonsense'], '', 'nonsense unknown 1'],
    ['groups, software and other tags', ['g0007 s0002 -cve.2021-44228'], '', ''],
    ['no tags', [''], '', ''],
  ])('%s', (_, tags, expected, unplaced) => {
    const coverage = coverageOf(rules(...tags));
    expect(cells(coverage)).toBe(expected);
    expect(coverage.unplaced.map((one) => `${one.name} ${one.reason} ${one.rules}`).join(' ')).toBe(unplaced);
  });

  test.each<[tags: string, tactic: string, column: string]>([
    ['execution t1105', 'command-and-control', '1 rules, 0 bare, 1'],
    // A technique with several tactics is under each of them.
    ['persistence t1053.005', 'execution', '1 rules, 0 bare, 1'],
    ['persistence t1053.005', 'privilege-escalation', '1 rules, 0 bare, 1'],
    ['impact', 'impact', '0 rules, 1 bare, 0'],
    ['impact t1105', 'impact', '0 rules, 0 bare, 0'],
    ['impact t9999', 'impact', '0 rules, 1 bare, 0'],
    ['defense-evasion', 'stealth', '0 rules, 1 bare, 0'],
    ['defense_evasion', 'defense-impairment', '0 rules, 1 bare, 0'],
    ['ta0040', 'impact', '0 rules, 1 bare, 0'],
  ])('%s under %s', (tags, tactic, expected) => {
    expect(column(coverageOf(rules(tags)), tactic)).toBe(expected);
  });

  test('the matrix is whole, in ATT&CK’s order', () => {
    const coverage = coverageOf([]);
    expect(coverage.tactics.map(({ tactic }) => tactic)).toEqual(TACTICS);
    expect(all(coverage)).toHaveLength(TECHNIQUES.length);
    expect(coverage.techniques.of + coverage.parts.of).toBe(TECHNIQUES.length);
    expect(coverage.techniques.covered + coverage.most).toBe(0);
    const powershell = all(coverage).find(({ technique }) => technique.id === 'T1059.001');
    expect(powershell?.name).toBe('PowerShell');
  });

  test('only those rules that are asked for', () => {
    const coverage = coverageOf(rules('t1105', 't1059', 't1105'), (position) => position !== 0);
    expect(cells(coverage)).toBe('T1059 1/1 T1105 1/1');
    expect(coverage).toMatchObject({ rules: 2, placed: 2, most: 1 });
  });

  test('law: a rule is where its tags say, and every number is that of the rules behind it', () => {
    const ids = TECHNIQUES.map(({ id }) => id);
    const some = fc.array(fc.array(fc.constantFrom(...ids), { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(some, (lists) => {
        const coverage = coverageOf(lists.map((tags) => ({ tags: tags.map((id) => `attack.${id}`) })));
        const naming = (wanted: (id: string) => boolean) =>
          lists.flatMap((tags, i) => (tags.some(wanted) ? [i] : []));
        for (const { technique, own, rules: found } of all(coverage)) {
          const { id } = technique;
          if (own.length + found.length === 0 && !lists.flat().some((one) => one.startsWith(id))) continue;
          expect(own).toEqual(naming((one) => one === id));
          expect(found).toEqual(naming((one) => one === id || one.startsWith(`${id}.`)));
        }
        expect(coverage.placed).toBe(naming(() => true).length);
        for (const { techniques, rules: found } of coverage.tactics)
          expect(found).toEqual([...new Set(techniques.flatMap((one) => one.rules))].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

test('as a layer: the scores are the numbers of the matrix', () => {
  const coverage = coverageOf(rules('t1059', 't1059.001', 't1105'));
  const layer = coverageLayer(coverage, { name: 'Mine', description: '3 rules' });
  expect(layer).toMatchObject({
    name: 'Mine',
    domain: 'enterprise-attack',
    versions: { attack: '19', layer: '4.5' },
    gradient: { minValue: 1, maxValue: 2 },
  });
  expect(
    layer.techniques.map((t) => [t.techniqueID, t.tactic, t.score, t.showSubtechniques, t.comment]),
  ).toEqual([
    ['T1059', 'execution', 2, true, '2 rules, 1 of them for the technique itself'],
    ['T1059.001', 'execution', 1, false, '1 rule'],
    ['T1105', 'command-and-control', 1, false, '1 rule'],
  ]);
});

describeWithShared('the catalog of SigmaHQ in the matrix', (shared) => {
  test('how much of it is covered', () => {
    const all = new Catalog();
    for (const file of catalog(shared)) all.add(file);
    const begun = performance.now();
    const { techniques, parts, rules: counted, placed, unplaced, most } = coverageOf(all.rules);
    const took = performance.now() - begun;
    console.log(
      `the matrix: ${JSON.stringify({ techniques, parts, counted, placed, unplaced: unplaced.length, most, ms: Math.round(took) })}`,
    );
    expect(counted).toBe(all.rules.length);
    expect({ techniques, parts, placed, most }).toEqual({
      techniques: { covered: 173, of: 222 },
      parts: { covered: 245, of: 475 },
      placed: 3470,
      most: 457,
    });
  });
});
