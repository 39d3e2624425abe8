import { VERDICTS } from '../../../src/match';

/**
 * The verdicts in one line: `2 match · 2 do not · 1 other log source · 1 unreadable`; where only those that match are listed,
 * how many are not: `2 match · 4 hidden`.
 */
export function summary(tally: readonly number[], only: boolean): string {
  const count = (verdict: (typeof VERDICTS)[number]) => tally[VERDICTS.indexOf(verdict)] ?? 0;
  const n = (value: number) => value.toLocaleString('en');
  const matches = count('match');
  const misses = count('no match');
  const others = count('not applicable');
  const errors = count('error');
  const rest = misses + others + errors;
  const parts = only
    ? [rest > 0 ? `${n(rest)} hidden` : '']
    : [
        misses > 0 ? `${n(misses)} ${misses === 1 ? 'does' : 'do'} not` : '',
        others > 0 ? `${n(others)} other log source` : '',
        errors > 0 ? `${n(errors)} unreadable` : '',
      ];
  return [`${n(matches)} ${matches === 1 ? 'matches' : 'match'}`, ...parts].filter(Boolean).join(' · ');
}
