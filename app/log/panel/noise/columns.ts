import type { Noise } from '../../../../src/authoring';

/** More columns than this cannot be told apart. */
export const MOST_COLUMNS = 120;

/** The picture of the hours: columns of `hours` hours each, without gaps. */
export interface Columns {
  readonly hours: number;
  readonly columns: readonly { readonly hour: number; readonly count: number }[];
}

/** Columns for the hours of a rule's matches, empty ones between them included; at most `MOST_COLUMNS`. */
export function columnsOf(counted: Noise['hours']): Columns {
  const first = counted[0]?.hour ?? 0;
  const span = (counted.at(-1)?.hour ?? 0) - first + 1;
  const hours = Math.ceil(span / MOST_COLUMNS);
  const counts = Array.from({ length: Math.ceil(span / hours) }, () => 0);
  for (const { hour, count } of counted) {
    const at = Math.floor((hour - first) / hours);
    counts[at] = counts[at]! + count;
  }
  return { hours, columns: counts.map((count, i) => ({ hour: first + i * hours, count })) };
}
