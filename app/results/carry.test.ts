import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expectation } from '../../src/expect';
import { carried } from './carry';

/** `a+ b- c`: events by their text, with what is expected of them. */
const read = (words: string) => {
  const all = words.split(' ').filter((word) => word !== '');
  const signs = new Map<string, Expectation>([
    ['+', 'match'],
    ['-', 'no match'],
  ]);
  return {
    keys: all.map((word) => word.replace(/[+-]$/, '')),
    expected: all.map((word) => signs.get(word.at(-1)!) ?? null),
  };
};
const write = (keys: readonly string[], expected: readonly (Expectation | null)[]) =>
  keys.map((key, i) => `${key}${expected[i] === 'match' ? '+' : expected[i] ? '-' : ''}`).join(' ');

test.each([
  ['the same', 'a+ b- c', 'a b c', 'a+ b- c'],
  ['one added before', 'a+ b-', 'x a b', 'x a+ b-'],
  ['one added between', 'a+ b-', 'a x b', 'a+ x b-'],
  ['one added behind', 'a+ b-', 'a b x', 'a+ b- x'],
  ['one taken out', 'a+ b- c+', 'a c', 'a+ c+'],
  ['one edited', 'a+ b- c+', 'a x c', 'a+ x- c+'],
  ['the first edited', 'a+ b-', 'x b', 'x+ b-'],
  ['the last edited', 'a+ b-', 'a x', 'a+ x-'],
  ['the only one edited', 'a+', 'x', 'x+'],
  ['the only one becomes two', 'a+', 'x y', 'x y'],
  ['two that changed places', 'a+ b- c', 'b a c', 'b- a+ c'],
  ['two that are alike', 'a+ a- b', 'a a b', 'a+ a- b'],
  ['one of two that are alike taken out', 'a+ a- b', 'a b', 'a+ b'],
  ['one doubled', 'a+ b-', 'a a b', 'a+ a b-'],
  ['one edited, one added', 'a+ b- c+', 'a x y c', 'a+ x- y c+'],
  ['all others', 'a+ b- c+', 'x y z', 'x y z'],
  ['nothing', 'a+ b-', '', ''],
  ['from nothing', '', 'a b', 'a b'],
])('%s', (_, before, after, expected) => {
  const { keys } = read(after);
  expect(write(keys, carried(read(before), keys))).toBe(expected);
});

const events = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.constantFrom<Expectation | null>('match', 'no match', null),
  ),
  { maxLength: 12 },
);

test('laws: the same text keeps all; each expectation goes to one event at most; an event that stays keeps its own', () => {
  fc.assert(
    fc.property(
      events,
      fc.array(fc.constantFrom('a', 'b', 'c', 'x', 'y'), { maxLength: 12 }),
      (before, after) => {
        const [keys, expected] = [before.map(([key]) => key), before.map(([, one]) => one)];
        expect(carried({ keys, expected }, keys)).toEqual(expected);
        const result = carried({ keys, expected }, after);
        expect(result).toHaveLength(after.length);
        for (const kind of ['match', 'no match'] as const)
          expect(result.filter((one) => one === kind).length).toBeLessThanOrEqual(
            expected.filter((one) => one === kind).length,
          );
        const unique = keys.filter(
          (key) =>
            keys.indexOf(key) === keys.lastIndexOf(key) && after.filter((one) => one === key).length === 1,
        );
        for (const key of unique)
          expect(result[(after as string[]).indexOf(key)]).toBe(expected[keys.indexOf(key)]);
      },
    ),
  );
});
