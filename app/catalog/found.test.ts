import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogRule, Level } from '../../src/catalog/catalog';
import { type FoundByRule, NAMED, rowsOf, rulesByLevel, withHits } from './found';

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
const RULES = [rule('b', 'low'), rule('c', 'critical'), rule('a', 'low'), rule('d', 'none')];
const FOUND = withHits(new Map(), [0, 2, 0, 3], [4, 4, 7, 9]);

const show = (found: FoundByRule, hidden: Level[] = []) =>
  rowsOf(found, RULES, new Set(hidden)).map((row) =>
    row.kind === 'level'
      ? `${row.level} ${row.rules}/${row.hits}`
      : `${RULES[row.rule]!.title} ${row.found.count}: ${row.found.first.join()}`,
  );

describe('the list of results', () => {
  test.each<[string, Level[], string[]]>([
    ['gravest first, by title within', [], ['low 2/3', 'a 1: 4', 'b 2: 4,7', 'none 1/1', 'd 1: 9']],
    ['without what is hidden', ['low'], ['none 1/1', 'd 1: 9']],
    ['all hidden', ['low', 'none'], []],
  ])('%s', (_, hidden, expected) => expect(show(FOUND, hidden)).toEqual(expected));

  test('a later message adds to an earlier one and leaves it as it was', () => {
    const more = withHits(FOUND, [1, 0], [11, 12]);
    expect(show(more).slice(0, 2)).toEqual(['critical 1/1', 'c 1: 11']);
    expect(more.get(0)).toEqual({ count: 3, first: [4, 7, 12] });
    expect(FOUND.get(0)).toEqual({ count: 2, first: [4, 7] });
    expect(rulesByLevel(more, RULES)).toMatchObject({ critical: 1, high: 0, low: 2, none: 1 });
  });

  test('law: in however many messages the hits come, the result is one', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), fc.nat(60), (rules, cut) => {
        const events = rules.map((_, i) => i);
        const whole = withHits(new Map(), rules, events);
        const half = withHits(new Map(), rules.slice(0, cut), events.slice(0, cut));
        const both = withHits(half, rules.slice(cut), events.slice(cut));
        expect([...both].sort()).toEqual([...whole].sort());
        for (const [of, { count, first }] of whole) {
          const mine = events.filter((i) => rules[i] === of);
          expect(count).toBe(mine.length);
          expect(first).toEqual(mine.slice(0, NAMED));
        }
      }),
    ));
});
