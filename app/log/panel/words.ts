import { VERDICTS } from '../../../src/match';

/** `12.4 MB`. */
export function megabytes(bytes: number): string {
  const number = bytes / 1_000_000;
  return `${number < 100 ? number.toFixed(1) : Math.round(number).toLocaleString('en')} MB`;
}

/** The name of a verdict in a list, by its index in `VERDICTS`; pending beyond them. */
export function verdictWords(code: number): string {
  const verdict = VERDICTS[code];
  return verdict === undefined ? '…' : WORDS[verdict];
}

const WORDS: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  match: 'match',
  'no match': 'no match',
  'not applicable': 'other source',
  error: 'malformed',
};

/** `2026-03-04 08:15:30.123`, in UTC; empty if an event has no time. */
export function timeWords(time: number | null): string {
  return time === null ? '' : new Date(time).toISOString().replace('T', ' ').replace('Z', '');
}
