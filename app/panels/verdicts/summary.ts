import { VERDICTS } from '../../../src/match';

/** The verdicts in one line: `2 match · 2 do not · 1 other log source · 1 unreadable`. */
export function summary(tally: readonly number[]): string {
  const count = (verdict: (typeof VERDICTS)[number]) => tally[VERDICTS.indexOf(verdict)] ?? 0;
  const n = (value: number) => value.toLocaleString('en');
  const matches = count('match');
  const misses = count('no match');
  const others = count('not applicable');
  const errors = count('error');
  return [
    `${n(matches)} ${matches === 1 ? 'matches' : 'match'}`,
    misses > 0 ? `${n(misses)} ${misses === 1 ? 'does' : 'do'} not` : '',
    others > 0 ? `${n(others)} other log source` : '',
    errors > 0 ? `${n(errors)} unreadable` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
