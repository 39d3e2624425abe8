import { expect } from 'vitest';

/*
 * Measures time relative to something else in the same test, so that the result is the same on every machine and
 * under any load.
 */

/** The best of this many rounds counts. */
const ROUNDS = 8;

/**
 * How many times as long as `yardstick` `work` takes: the best of each over a few alternating rounds, so that other
 * load affects both. Ends after the second round once the result is within `limit`, because a single interruption of
 * the yardstick proves nothing.
 */
export function timesAsLong(work: () => unknown, yardstick: () => unknown, limit: number): number {
  let [worked, measured] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    measured = Math.min(measured, millis(yardstick));
    worked = Math.min(worked, millis(work));
    if (round > 0 && worked <= limit * measured) break;
  }
  return worked / measured;
}

/**
 * Compares an input this many times as large with that many small ones, which takes equally long if the time is
 * linear.
 */
const LARGER = 8;
/** Linear work is at 1, which caches and garbage may double; quadratic work is at `LARGER`. */
const LIMIT = 4;

/** Fails if the time of `work` grows faster than its input: `make(size)` against `make` of eight times the size. */
export function expectLinear<Input>(
  size: number,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
): void {
  const [small, large] = [make(size), make(LARGER * size)];
  // Warm up on the small one: the first run of any code is slow.
  work(small);
  const ratio = timesAsLong(
    () => work(large),
    () => {
      for (let i = 0; i < LARGER; i++) work(small);
    },
    LIMIT,
  );
  expect(
    ratio,
    `${LARGER} times the input takes ${(LARGER * ratio).toFixed(1)} times as long`,
  ).toBeLessThanOrEqual(LIMIT);
}

/** Of this process's own time: what other programs take of the processor does not count. A test file has its own process. */
function millis(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
