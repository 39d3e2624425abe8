import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicators } from '../describe';
import { generatedRules } from '../testing/counted-rules';
import { planOf } from '../testing/oracle/check';
import { type AskedRule, SimilarRules } from './similar';
import { indicatorFigures, logsourceFigures, logsources } from './statistics';
import { type CountedRule, IndicatorUsage, logsourceKey, operatorOf } from './usage';

/** A rule of our own, by its selection and what it excludes. */
function counted(id: string | null, service: string, selection: string, filter?: string): CountedRule {
  const text = `title: T
logsource: {product: windows, service: ${service}}
detection:
    s: {${selection}}
${filter ? `    f: {${filter}}\n` : ''}    condition: s${filter ? ' and not f' : ''}
`;
  const plan = planOf(text);
  return { id, logsource: plan.logsource, indicators: indicators(plan) };
}

const RULES: readonly CountedRule[] = [
  counted('a', 'x', "Image|endswith: '\\p.exe', CommandLine|contains: [enc, nop]", 'User: system'),
  counted('b', 'x', "Image|endswith: '\\P.EXE', CommandLine|contains: ENC"),
  counted('c', 'x', "Image|endswith: '\\p.exe'", 'CommandLine|contains: enc'),
  counted('d', 'y', "ParentImage|endswith: '\\p.exe'"),
  counted(null, 'y', 'Other: thing'),
  counted('A ', 'x', 'CommandLine|contains: enc, User: system'),
];
const usage = new IndicatorUsage(RULES);
const keysOf = (place: number) => RULES[place]!.indicators.map(({ key }) => key);
const P = 'Image|ends with|\\p.exe';
const ENC = 'CommandLine|contains|enc';

describe('which rules hold an indicator', () => {
  test.each<[string, string | null, readonly number[]]>([
    [P, null, [0, 1, 2]],
    [P, 'a', [1, 2]],
    [P, 'A', [1, 2]],
    [P, 'd', [0, 1, 2]],
    [ENC, 'b', [0, 2]],
    ['User|match|system', 'b', [0]],
    ['User|match|system', 'a', []],
    ['nothing', null, []],
  ])('%s without %s', (key, id, rules) => expect(usage.others(key, id)).toEqual(rules));

  test('rules of one id are one, and what only one of them excludes is no exclusion', () => {
    expect([usage.rules, usage.ofRule[5]]).toEqual([5, []]);
    expect([...usage.get('User|match|system')!.excluding]).toEqual([]);
    expect([...usage.get(ENC)!.excluding]).toEqual([2]);
  });
});

describe('rules like this one', () => {
  const similar = new SimilarRules(usage);
  const short = (asked: AskedRule, limit = 10) =>
    similar
      .to(asked, limit)
      .rules.map(({ rule, shared }) => [rule, shared.map((s) => `${s.key} ${s.rules}`)]);

  test.each<[string, AskedRule, [number, string[]][]]>([
    [
      'of the catalog',
      { id: 'b', keys: keysOf(1) },
      [
        [2, [`${P} 3`, `${ENC} 3`]],
        [0, [`${P} 3`, `${ENC} 3`]],
      ],
    ],
    [
      'of no id',
      { id: null, keys: [ENC] },
      [
        [1, [`${ENC} 3`]],
        [2, [`${ENC} 3`]],
        [0, [`${ENC} 3`]],
      ],
    ],
    ['at a place', { place: 3 }, []],
    [
      'at a further place of an id',
      { place: 5 },
      [
        [1, [`${P} 3`, `${ENC} 3`]],
        [2, [`${P} 3`, `${ENC} 3`]],
      ],
    ],
    ['that is not there', { id: 'z', keys: ['F|match|1'] }, []],
  ])('a rule %s', (_, asked, rules) => expect(short(asked)).toEqual(rules));

  test('the same indicators are 1, and what is in no rule counts against', () => {
    const score = (keys: readonly string[]) => similar.to({ id: null, keys }, 1).rules[0]!.score;
    expect(score(keysOf(1))).toBe(1);
    // w(n) = ln(1 + 5/n): both indicators of three rules, and one that none has.
    const [three, one] = [Math.log(1 + 5 / 3), Math.log(6)];
    expect(score([...keysOf(1), 'F|match|1'])).toBeCloseTo(
      (2 * three) / Math.sqrt((2 * three + one) * 2 * three),
    );
  });

  test('no more than asked for, all of them counted', () => {
    expect(similar.to({ id: null, keys: [ENC] }, 1)).toMatchObject({ total: 3, rules: { length: 1 } });
  });
});

describe('statistics', () => {
  test('of a log source', () => {
    const { rules, fields } = logsourceFigures(usage, { product: 'Windows', service: 'X' });
    expect(rules).toBe(3);
    expect(
      fields.map((f) => [
        f.field,
        f.rules,
        f.operators.map((o) => `${o.operator} ${o.rules}`).join(),
        f.values.map((v) => `${v.value} ${v.rules}/${v.excluding}`).join(),
      ]),
    ).toEqual([
      ['CommandLine', 3, 'contains 3', 'enc 3/1'],
      ['Image', 3, 'ends with 3', '\\p.exe 3/0'],
      ['User', 1, 'match 1', ''],
    ]);
    expect(logsourceFigures(usage, { product: 'linux' })).toEqual({
      logsource: { product: 'linux' },
      rules: 0,
      fields: [],
    });
  });

  test('the log sources', () =>
    expect(logsources(usage)).toEqual([
      { logsource: { product: 'windows', service: 'x' }, rules: 3 },
      { logsource: { product: 'windows', service: 'y' }, rules: 2 },
    ]));

  test('of a value, seen from a rule', () => {
    const logsource = { product: 'windows', service: 'x' };
    expect(indicatorFigures(usage, { key: ENC, id: 'b', logsource })).toMatchObject({
      holders: [0, 2],
      excluding: 1,
      of: 4,
      inLogsource: { holders: 2, of: 2 },
      elsewhere: [],
      together: [{ key: P, rules: 2 }],
    });
    expect(indicatorFigures(usage, { key: P, id: null, logsource }).elsewhere).toMatchObject([
      { field: 'ParentImage', kind: 'ends with', rules: 1 },
    ]);
    expect(indicatorFigures(usage, { key: 'F|match|1', id: null, logsource: {} })).toMatchObject({
      holders: [],
      of: 5,
      inLogsource: { holders: 0, of: 0 },
    });
  });
});

/** The same rules, with those of the same id merged: the naive way. */
function merged(
  rules: readonly CountedRule[],
): { place: number; id: string | null; logsource: string; keys: Set<string>; selecting: Set<string> }[] {
  const all: ReturnType<typeof merged> = [];
  rules.forEach(({ id, logsource, indicators: own }, place) => {
    let one = id === null ? undefined : all.find((other) => other.id === id);
    if (!one) {
      one = { place, id, logsource: logsourceKey(logsource), keys: new Set(), selecting: new Set() };
      all.push(one);
    }
    for (const { key, negated } of own) {
      one.keys.add(key);
      if (!negated) one.selecting.add(key);
    }
  });
  return all;
}

test('law: rules like each one are those of a naive scan, and it is the same from both sides', () => {
  let seen = 0;
  fc.assert(
    fc.property(generatedRules, (rules) => {
      const all = merged(rules);
      const similar = new SimilarRules(new IndicatorUsage(rules));
      const weight = (key: string) =>
        Math.log(1 + all.length / Math.max(1, all.filter(({ keys }) => keys.has(key)).length));
      const sum = (keys: Iterable<string>) => [...keys].reduce((total, key) => total + weight(key), 0);
      const scores = new Map<string, number>();
      for (const one of all) {
        // A rule without an id cannot be recognised again, and would find itself.
        if (one.id === null) continue;
        const answer = similar.to({ id: one.id, keys: [...one.keys] }, 100);
        expect(similar.to({ place: one.place }, 100)).toEqual(answer);
        const naive = all.filter(
          (other) => other !== one && [...other.keys].some((key) => one.keys.has(key)),
        );
        expect(answer.total).toBe(naive.length);
        expect(answer.rules.map(({ rule }) => rule).sort((a, b) => a - b)).toEqual(
          naive.map(({ place }) => place),
        );
        answer.rules.forEach(({ rule, score, shared }, i) => {
          const other = all.find(({ place }) => place === rule)!;
          const both = [...one.keys].filter((key) => other.keys.has(key));
          expect(shared.map(({ key }) => key).sort()).toEqual(both.sort());
          for (const { key, rules: holders } of shared)
            expect(holders).toBe(all.filter(({ keys }) => keys.has(key)).length);
          expect(score).toBeCloseTo(sum(both) / Math.sqrt(sum(one.keys) * sum(other.keys)), 9);
          if (i > 0) expect(score).toBeLessThanOrEqual(answer.rules[i - 1]!.score);
          const back = scores.get(`${rule} ${one.place}`);
          if (back !== undefined) expect(score).toBeCloseTo(back, 12);
          scores.set(`${one.place} ${rule}`, score);
          seen++;
        });
      }
    }),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(100);
});

test('law: every figure is what a naive scan counts', () => {
  fc.assert(
    fc.property(generatedRules, fc.option(fc.constantFrom('a', 'b', 'q')), (rules, id) => {
      const all = merged(rules);
      const usage = new IndicatorUsage(rules);
      const others = all.filter((one) => id === null || one.id !== id);
      // If an indicator is written in several ways, the shortest names it.
      const spellings = rules.flatMap((r) => r.indicators);
      spellings.sort((a, b) => b.how.length - a.how.length || (operatorOf(a) < operatorOf(b) ? 1 : -1));
      const named = new Map(spellings.map((i) => [i.key, i]));
      for (const key of named.keys()) {
        const figures = indicatorFigures(usage, { key, id, logsource: { service: 'x' } });
        const holders = others.filter(({ keys }) => keys.has(key));
        expect(figures.holders).toEqual(holders.map(({ place }) => place));
        expect(figures.of).toBe(others.length);
        expect(figures.excluding).toBe(holders.filter(({ selecting }) => !selecting.has(key)).length);
        expect(figures.inLogsource).toEqual({
          holders: holders.filter(({ logsource }) => logsource === '||x').length,
          of: others.filter(({ logsource }) => logsource === '||x').length,
        });
        for (const beside of figures.together)
          expect(beside.rules).toBe(holders.filter(({ keys }) => keys.has(beside.key)).length);
        for (const other of figures.elsewhere)
          expect(other.rules).toBe(others.filter(({ keys }) => keys.has(other.key)).length);
      }
      for (const service of ['x', 'y', '']) {
        const own = all.filter(({ logsource }) => logsource === `||${service}`);
        const figures = logsourceFigures(usage, { service });
        expect(figures.rules).toBe(own.length);
        const holding = (wanted: (key: string) => boolean) =>
          own.filter(({ keys }) => [...keys].some(wanted)).length;
        const fields = new Set(own.flatMap(({ keys }) => [...keys].map((key) => named.get(key)!.field)));
        expect(figures.fields.length).toBe(fields.size);
        for (const { field, rules: count, operators, values } of figures.fields) {
          expect(count).toBe(holding((key) => named.get(key)!.field === field));
          for (const { operator, rules: used } of operators)
            expect(used).toBe(
              holding((key) => named.get(key)!.field === field && operatorOf(named.get(key)!) === operator),
            );
          for (const value of values) expect(value.rules).toBe(holding((key) => key === value.key));
        }
      }
    }),
    { numRuns: 60 },
  );
});
