import { expect, test } from 'vitest';
import { actOf, swipeOf } from './keys';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['PageDown', {}, false, 'next'],
  ['PageUp', {}, false, 'back'],
  [' ', {}, false, 'next'],
  [' ', { shiftKey: true }, false, 'back'],
  [' ', {}, true, null],
  ['S', { shiftKey: true }, false, 'speaker'],
  [']', {}, true, 'next show'],
  ['ArrowUp', {}, false, 'back show'],
  ['f', { ctrlKey: true }, false, null],
  ['ArrowLeft', { altKey: true }, false, null],
  ['Escape', {}, false, null],
  ['x', {}, false, null],
] as const)('%j with %j, on a button %s: %s', (key, held, onButton, act) => {
  expect(actOf({ ...NONE, ...held, key }, onButton)).toBe(act);
});

test.each([
  [-60, 5, 'next'],
  [60, -20, 'back'],
  [-60, 40, null],
  [30, 0, null],
  [0, 90, null],
] as const)('a finger that moves by %i, %i: %s', (x, y, act) => {
  expect(swipeOf(x, y)).toBe(act);
});
