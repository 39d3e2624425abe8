import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Firing, Member } from './firing';
import { differentFirings, eventsOf } from './members';

const firing = (...members: Member[]): Firing => ({
  correlation: 0,
  key: {},
  start: 0,
  end: 0,
  members,
  value: [],
  fires: 0,
});
const member = (event: number, inner?: Firing): Member => ({
  event,
  at: 0,
  references: [0],
  ...(inner ? { firing: inner } : {}),
});

test('the events of a firing are those of the firings in it too, each once and in order', () => {
  const inner = firing(member(7), member(2));
  expect(eventsOf(firing(member(9), member(7, inner), member(2)))).toEqual([2, 7, 9]);
});

test.each([
  ['the same', [[1, 2], [3]], [[3], [2, 1]], [], []],
  ['one is missing', [[1, 2], [3]], [[3]], [[1, 2]], []],
  ['one has another member', [[1, 2]], [[1, 2, 3]], [[1, 2]], [[1, 2, 3]]],
  ['the same twice', [[1], [1]], [[1]], [[1]], []],
  ['one more', [], [[10, 9]], [], [[10, 9]]],
])('firings differ: %s', (_, wanted, found, missing, others) => {
  expect(differentFirings<number>(wanted, found)).toEqual({ missing, others });
});

test('no firing differs from itself, in any order', () => {
  const firings = fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(firings, (wanted) => {
      const turned = wanted.map((members) => [...members].reverse()).reverse();
      expect(differentFirings(wanted, turned)).toEqual({ missing: [], others: [] });
    }),
  );
});
