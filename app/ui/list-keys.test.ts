import { expect, test } from 'vitest';
import { lineOfKey } from './list-keys';

test.each<[key: string, at: number, last: number, line: number | undefined]>([
  ['ArrowDown', 0, 9, 1],
  ['ArrowDown', 9, 9, 9],
  ['ArrowDown', -1, 9, 0],
  ['ArrowUp', 3, 9, 2],
  ['ArrowUp', 0, 9, 0],
  ['ArrowUp', -1, 9, 9],
  ['PageDown', 2, 9, 6],
  ['PageDown', 7, 9, 9],
  ['PageUp', 2, 9, 0],
  ['Home', 5, 9, 0],
  ['End', 5, 9, 9],
  ['End', -1, -1, undefined],
  ['Enter', 5, 9, undefined],
  ['constructor', 5, 9, undefined],
])('%s at %i of 0 to %i leads to %s', (key, at, last, line) => {
  expect(lineOfKey(key, { at, last, page: 4 })).toBe(line);
});
