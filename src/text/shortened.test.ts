import { expect, test } from 'vitest';
import { shortened, shortenedTold } from './shortened';

test.each([
  ['as long as it may be', 'abc', 'abc', 'abc'],
  ['longer', 'abcd', 'abc…', 'abc… (4 characters)'],
  ['a pair at the cut', 'ab😀d', 'ab…', 'ab… (5 characters)'],
  ['much longer', 'a'.repeat(1_900_000), 'aaa…', 'aaa… (1,900,000 characters)'],
])('a text %s', (_, text, cut, told) => {
  expect([shortened(text, 3), shortenedTold(text, 3)]).toEqual([cut, told]);
});
