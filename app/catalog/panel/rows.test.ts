import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogRule, Level } from '../../../src/catalog';
import { expectLinear } from '../../../src/testing/growth';
import { withHits } from '../hits';
import { eventsHit, type Filter, levelCounts, type Row, type Rows, rowsByLevel } from './rows';
import { rowsByEvent } from './rows-by-event';
import { rowsByTechnique } from './rows-by-technique';

const rule = (title: string, level: Level, ...tags: readonly string[]): CatalogRule => ({
  title,
  level,
  id: null,
  status: null,
  author: null,
  date: null,
  tags: tags.map((tag) => `attack.${tag}`),
  logsource: {},
  path: `${title}.yml`,
  document: 0,
});
const RULES = [
  rule('b', 'low', 'execution', 't1059.001', 't1053.005'),
  rule('c', 'high', 't1105', 't1059.001'),
  rule('a', 'low', 'impact'),
  rule('d', 'low', 't1086', 'persistence'),
  rule('e', 'none'),
];
// Rule 0 matches events 1 and 2, rule 1 event 2, rule 2 events 0 and 1, rule 3 event 3.
const HITS = withHits(withHits(new Map(), [2, 0, 2], [0, 1, 1]), [0, 1, 3], [2, 2, 3]);

const rowsIn = (rows: Rows): Row[] => Array.from({ length: rows.length }, (_, i) => rows.at(i)!);

const short = (rows: Rows) =>
  rowsIn(rows).map((row) => {
    if (row.kind === 'head') return `${'#'.repeat(row.depth)} ${row.title} ${row.rules}/${row.hits}`;
    return row.kind === 'rule'
      ? `${RULES[row.rule]?.title}:${row.events.join()}`
      : `${row.event}: ${[...row.rules].map((r) => RULES[r]?.title).join(' ')}`;
  });

const filter = (hidden: readonly Level[], event: number | null): Filter => ({
  hidden: new Set(hidden),
  event,
});
const ALL = filter([], null);

const POWERSHELL = 'T1059.001 Command and Scripting Interpreter: PowerShell';
const TASK = 'T1053.005 Scheduled Task/Job: Scheduled Task';
const TRANSFER = 'T1105 Ingress Tool Transfer';

describe('rows of findings', () => {
  test.each<[string, readonly Level[], number | null, string[]]>([
    ['all', [], null, ['# High 1/1', 'c:2', '# Low 3/5', 'a:0,1', 'b:1,2', 'd:3']],
    ['a level hidden', ['low'], null, ['# High 1/1', 'c:2']],
    ['one event', [], 2, ['# High 1/1', 'c:2', '# Low 1/2', 'b:1,2']],
    ['an event that nothing matches', [], 4, []],
  ])('by level, %s', (_, hidden, event, expected) =>
    expect(short(rowsByLevel(RULES, HITS, filter(hidden, event)))).toEqual(expected),
  );

  test.each<[string, readonly Level[], number | null, string[]]>([
    [
      'all: gravest first, and rules without a technique last',
      [],
      null,
      [
        '# Execution 3/4',
        `## ${TASK} 1/2`,
        'b:1,2',
        `## ${POWERSHELL} 3/4`,
        'c:2',
        'b:1,2',
        'd:3',
        '# Command and Control 1/1',
        `## ${TRANSFER} 1/1`,
        'c:2',
        '# No technique 1/2',
        'a:0,1',
      ],
    ],
    [
      'a level hidden',
      ['low'],
      null,
      [
        '# Execution 1/1',
        `## ${POWERSHELL} 1/1`,
        'c:2',
        '# Command and Control 1/1',
        `## ${TRANSFER} 1/1`,
        'c:2',
      ],
    ],
    ['one event', [], 0, ['# No technique 1/2', 'a:0,1']],
    ['an event that nothing matches', [], 4, []],
  ])('by technique, %s', (_, hidden, event, expected) =>
    expect(short(rowsByTechnique(RULES, HITS, filter(hidden, event)))).toEqual(expected),
  );

  test.each<[string, readonly Level[], number | null, string[]]>([
    ['all', [], null, ['0: a', '1: a b', '2: c b', '3: d']],
    ['a level hidden', ['low'], null, ['2: c']],
    ['one event', [], 1, ['1: a b']],
    ['an event that nothing matches', [], 4, []],
  ])('by event, %s', (_, hidden, event, expected) =>
    expect(short(rowsByEvent(RULES, HITS, filter(hidden, event)))).toEqual(expected),
  );

  test('no two rows have one key', () => {
    for (const rows of [rowsByLevel, rowsByTechnique, rowsByEvent]) {
      const keys = rowsIn(rows(RULES, HITS, ALL)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('counts by level, and events with a hit', () => {
    expect([...levelCounts(RULES, HITS)].sort()).toEqual([
      ['high', 1],
      ['low', 3],
    ]);
    expect(eventsHit(HITS, 5)).toBe(4);
  });

  test('law: however they are grouped, the rows tell the same hits', () => {
    const hit = fc.tuple(fc.nat(4), fc.nat(30));
    fc.assert(
      fc.property(
        fc.uniqueArray(hit, { selector: (h) => h.join() }),
        fc.option(fc.nat(30)),
        fc.subarray<Level>(['high', 'low', 'none']),
        (pairs, event, hidden) => {
          const sorted = pairs.sort((a, b) => a[1] - b[1]);
          const hits = withHits(
            new Map(),
            sorted.map(([r]) => r),
            sorted.map(([, e]) => e),
          );
          const wanted = filter(hidden, event);
          const shown = sorted.filter(([r]) => !hidden.includes(RULES[r]!.level));
          const expected = (event === null ? shown : shown.filter(([, e]) => e === event)).map((p) =>
            p.join(),
          );
          for (const make of [rowsByLevel, rowsByTechnique, rowsByEvent]) {
            const told = rowsIn(make(RULES, hits, wanted)).flatMap((row) => {
              if (row.kind === 'head') return [];
              return row.kind === 'rule'
                ? row.events.map((e) => [row.rule, e] as const)
                : [...row.rules].map((r) => [r, row.event] as const);
            });
            const own = told.filter(([, e]) => event === null || e === event).map((p) => p.join());
            expect([...new Set(own)].sort()).toEqual(expected.sort());
          }
        },
      ),
    );
  });

  test('of many events and 150 rules that match each of them, any grouping takes time as its hits are many', () => {
    const rules = Array.from({ length: 150 }, (_, i) => rule(`r${i}`, 'low', 't1059.001', 't1105'));
    const hitsOf = (count: number) => {
      const events = Array.from({ length: count }, (_, i) => i);
      return new Map(rules.map((_, i) => [i, events]));
    };
    for (const make of [rowsByLevel, rowsByTechnique, rowsByEvent])
      expectLinear(1250, hitsOf, (hits) => make(rules, hits, ALL));
    expect(rowsByEvent(rules, hitsOf(10_000), ALL).at(9_999)).toMatchObject({ event: 9_999 });
  });
});
