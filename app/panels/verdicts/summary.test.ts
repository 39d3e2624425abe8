import { expect, test } from 'vitest';
import { summary } from './summary';

// The order of `VERDICTS`: no match, match, not applicable, error.
test.each<[string, readonly number[], number, boolean, string]>([
  ['all kinds', [2, 1, 3, 4], 0, false, '1 matches · 2 do not · 3 other log source · 4 unreadable'],
  ['events without a verdict', [1, 0, 0, 0], 1200, false, '0 match · 1 does not · 1,200 without a verdict'],
  ['which are hidden, too', [1, 2, 0, 0], 3, true, '2 match · 4 hidden'],
])('%s', (_, tally, without, only, said) => {
  expect(summary(tally, without, only)).toBe(said);
});
