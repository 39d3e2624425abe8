import { VERDICTS } from '../../../src/match';

/**
 * The verdicts in one line: `2 match · 2 do not · 1 other log source · 1 unreadable`; where only those that match are listed,
 * how many are not: `2 match · 4 hidden`. `without`: events that have no verdict, and get none.
 */
export function summary(tally: readonly number[], without: number, only: boolean): string {
  const count = (verdict: (typeof VERDICTS)[number]) => tally[VERDICTS.indexOf(verdict)] ?? 0;
  const n = (value: number) => value.toLocaleString('en');
  const matches = count('match');
  const misses = count('no match');
  const others = count('not applicable');
  const errors = count('error');
  const rest = misses + others + errors + without;
  const parts = only
    ? [rest > 0 ? `${n(rest)} hidden` : '']
    : [
        misses > 0 ? `${n(misses)} ${misses === 1 ? 'does' : 'do'} not` : '',
        others > 0 ? `${n(others)} other log source` : '',
        errors > 0 ? `${n(errors)} unreadable` : '',
        without > 0 ? `${n(without)} without a verdict` : '',
      ];
  return [`${n(matches)} ${matches === 1 ? 'matches' : 'match'}`, ...parts].filter(Boolean).join(' · ');
}
