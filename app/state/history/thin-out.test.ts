import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, LIMITS, type Thinned, thinOut } from './thin-out';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A full hour, so that what is near it is in the same hour. */
const NOW = Date.UTC(2026, 10, 30, 12);

const state = (id: string, age: number, more: Partial<Thinned> = {}): Thinned => ({
  id,
  at: NOW - age,
  why: 'rest',
  starred: false,
  rule: `rule ${id}`,
  events: `events ${id}`,
  ruleBytes: 10,
  eventsBytes: 10,
  ...more,
});
const staying = (states: readonly Thinned[], limits = LIMITS) => {
  const going = thinOut(states, NOW, limits);
  return states.flatMap(({ id }) => (going.has(id) ? [] : [id])).join(' ');
};

test.each<[string, Thinned[], string]>([
  ['nothing', [], ''],
  ['all of the last hour', [state('a', 0), state('b', MINUTE), state('c', 59 * MINUTE)], 'a b c'],
  [
    'the newest of each hour of the last day',
    [
      state('a', 2 * HOUR + 10 * MINUTE),
      state('b', 2 * HOUR + 50 * MINUTE),
      state('c', 3 * HOUR + 10 * MINUTE),
    ],
    'a c',
  ],
  [
    'the newest of each day before',
    [state('a', 2 * DAY), state('b', 2 * DAY + 3 * HOUR), state('c', 3 * DAY)],
    'a c',
  ],
  [
    'what is starred, beside the newest that is not',
    [state('a', 2 * DAY, { starred: true }), state('b', 2 * DAY + HOUR), state('c', 2 * DAY + 2 * HOUR)],
    'a b',
  ],
  [
    'what the storage had no room for, beside the newest of the others',
    [state('a', 2 * DAY, { why: 'full' }), state('b', 2 * DAY + HOUR), state('c', 2 * DAY + 2 * HOUR)],
    'a b',
  ],
  ['a clock that was set back', [state('a', -DAY), state('b', -2 * DAY)], 'a b'],
])('keeps %s', (_, states, expected) => {
  expect(staying(states)).toBe(expected);
});

test.each<[string, Thinned[], Partial<typeof LIMITS>, string]>([
  ['as many as the limit says', [state('a', 0), state('b', 1), state('c', 2)], { states: 2 }, 'a b'],
  ['not more bytes', [state('a', 0), state('b', 1), state('c', 2)], { bytes: 40 }, 'a b'],
  [
    'a text that several states have counts once',
    [state('a', 0), state('b', 1, { events: 'events a' }), state('c', 2, { events: 'events a' })],
    { bytes: 40 },
    'a b c',
  ],
  [
    'starred ones, whatever they take',
    [state('a', 0), state('b', 1), state('c', 2, { starred: true, eventsBytes: 1000 })],
    { bytes: 40 },
    'a c',
  ],
  ['the newest, however large', [state('a', 0, { eventsBytes: 1000 }), state('b', 1)], { bytes: 40 }, 'a'],
])('under a limit keeps %s', (_, states, limits, expected) => {
  expect(staying(states, { ...LIMITS, ...limits })).toBe(expected);
});

test('thinned out once, nothing more goes at the same moment; starred ones never do', () => {
  const some = fc.record({
    id: fc.uuid(),
    at: fc.integer({ min: NOW - 90 * DAY, max: NOW }),
    why: fc.constantFrom('rest' as const, 'full' as const),
    starred: fc.boolean(),
    rule: fc.constantFrom('r1', 'r2', 'r3'),
    events: fc.constantFrom('e1', 'e2', 'e3'),
    ruleBytes: fc.constant(5),
    eventsBytes: fc.constant(7),
  });
  const list = fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 60 });
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 30 }), (states, most) => {
      const limits = { states: most, bytes: 1000 };
      const going = thinOut(states, NOW, limits);
      const left = states.filter(({ id }) => !going.has(id));
      expect(states.filter(({ id, starred }) => starred && going.has(id))).toEqual([]);
      expect(thinOut(left, NOW, limits).size).toBe(0);
      expect(
        left.length <= most ||
          left
            .slice()
            .sort((a, b) => b.at - a.at)
            .slice(1)
            .every((s) => s.starred),
      ).toBe(true);
      expect(bytesOf(left)).toBeLessThanOrEqual(bytesOf(states));
    }),
  );
});
