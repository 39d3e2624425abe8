import { expect, test } from 'vitest';
import { leftOutWords } from '../../../src/match';
import { plain } from '../../../src/text';
import { amount, duration, moment, stretch } from './words';

test.each([
  [0, '0s'],
  [1, '0.001s'],
  [59_213, '59.213s'],
  [59_999.6, '60s'],
  [60_000, '1m'],
  [96_798, '1m 37s'],
  [119_800, '2m'],
  [3_600_000, '1h'],
  [3_599_900, '1h'],
  [90 * 60_000, '1h 30m'],
  [86_400_000 * 7, '7d'],
  [86_400_000 * 2 - 1, '2d'],
])('%s ms is %s', (millis, expected) => {
  expect(duration(millis)).toBe(expected);
});

const DAY = Date.UTC(2026, 10, 20, 8);

test.each([
  [DAY, '2026-11-20 08:00:00'],
  [DAY + 120, '2026-11-20 08:00:00.120'],
  [DAY + 0.4, '2026-11-20 08:00:00'],
  [1e18, '1000000000000000000'],
])('the moment %s is %s', (millis, expected) => {
  expect(moment(millis)).toBe(expected);
});

test.each([
  [DAY, DAY, '2026-11-20 08:00:00 UTC'],
  [DAY, DAY + 61_000, '2026-11-20 08:00:00 – 08:01:01 UTC'],
  [DAY, DAY + 86_400_000, '2026-11-20 08:00:00 – 2026-11-21 08:00:00 UTC'],
])('from %s to %s', (start, end, expected) => {
  expect(stretch(start, end)).toBe(expected);
});

test.each([
  [0.1 + 0.2, '0.3'],
  [12_345, '12,345'],
  [2 / 3, '0.666667'],
])('the amount %s is %s', (value, expected) => {
  expect(amount(value)).toBe(expected);
});

test.each([
  [{ event: 0, reason: 'no timestamp' }, 'no timestamp in it can be read'],
  [{ event: 0, reason: 'no group', field: 'User' }, 'it has no `User`, so it is in no group'],
  [{ event: 0, reason: 'no value', field: 'Bytes' }, 'its `Bytes` is missing or is no number'],
] as const)('left out: %o', (one, expected) => {
  expect(plain(leftOutWords(one))).toBe(expected);
});
