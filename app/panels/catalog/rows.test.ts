import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogRule, Level } from '../../../src/catalog/catalog';
import { withHits } from '../../catalog/hits';
import { eventsHit, levelCounts, type Row, rowsOf } from './rows';

const rule = (title: string, level: Level): CatalogRule => ({
  title,
  level,
  id: null,
  status: null,
  author: null,
  date: null,
  tags: [],
  logsource: {},
  path: `${title}.yml`,
  document: 0,
});
const RULES = [rule('b', 'low'), rule('c', 'high'), rule('a', 'low'), rule('d', 'low'), rule('e', 'none')];
// Rule 0 matches events 1 and 2, rule 1 event 2, rule 2 events 0 and 1, rule 3 event 3.
const HITS = withHits(withHits(new Map(), [2, 0, 2], [0, 1, 1]), [0, 1, 3], [2, 2, 3]);

const short = (rows: readonly Row[]) =>
  rows.map((row) =>
    row.kind === 'level'
      ? `${row.level} ${row.rules}/${row.hits}`
      : `${RULES[row.rule]?.title}:${row.events.join()}`,
  );

describe('rows of findings', () => {
  test.each<[string, readonly Level[], number | null, string[]]>([
    ['all', [], null, ['high 1/1', 'c:2', 'low 3/5', 'a:0,1', 'b:1,2', 'd:3']],
    ['a level hidden', ['low'], null, ['high 1/1', 'c:2']],
    ['one event', [], 2, ['high 1/1', 'c:2', 'low 1/2', 'b:1,2']],
    ['an event that nothing matches', [], 4, []],
  ])('%s', (_, hidden, event, expected) =>
    expect(short(rowsOf(RULES, HITS, { hidden: new Set(hidden), event }))).toEqual(expected),
  );

  test('counts by level, and events with a hit', () => {
    expect([...levelCounts(RULES, HITS)].sort()).toEqual([
      ['high', 1],
      ['low', 3],
    ]);
    expect(eventsHit(HITS, 5)).toBe(4);
  });

  test('law: the rows of an event are the rules that match it', () => {
    const hit = fc.tuple(fc.nat(4), fc.nat(30));
    fc.assert(
      fc.property(fc.uniqueArray(hit, { selector: (h) => h.join() }), fc.nat(30), (pairs, event) => {
        const sorted = pairs.sort((a, b) => a[1] - b[1]);
        const hits = withHits(
          new Map(),
          sorted.map(([r]) => r),
          sorted.map(([, e]) => e),
        );
        const rows = rowsOf(RULES, hits, { hidden: new Set(), event });
        const found = rows.flatMap((row) => (row.kind === 'rule' ? [row.rule] : [])).sort();
        expect(found).toEqual(
          sorted
            .filter(([, e]) => e === event)
            .map(([r]) => r)
            .sort(),
        );
      }),
    );
  });
});
