import { expect, test } from 'vitest';
import { nextOf } from './Tabs';

test.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowRight', 2, 3, 0],
  ['ArrowLeft', 0, 3, 2],
  ['ArrowLeft', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 0, 3, null],
  ['ArrowRight', -1, 0, null],
] as const)('%s at tab %i of %i leads to %s', (key, at, count, to) => {
  expect(nextOf(key, at, count)).toBe(to);
});
