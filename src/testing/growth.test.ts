import { expect, test } from 'vitest';
import { expectLinear, timesAsLong } from './growth';

const spin = (steps: number) => {
  let x = 1;
  for (let i = 0; i < steps; i++) x = (x * 48271) % 2147483647;
  return x;
};

test('linear work passes, quadratic work does not', () => {
  expectLinear(100_000, (n) => n, spin);
  expect(() =>
    expectLinear(
      1000,
      (n) => n,
      (n) => spin(n * n),
    ),
  ).toThrow(/times as long/);
});

test('tells how many times as long something takes, about', () => {
  const ratio = timesAsLong(
    () => spin(4_000_000),
    () => spin(250_000),
    0,
  );
  expect(ratio).toBeGreaterThan(2);
});
