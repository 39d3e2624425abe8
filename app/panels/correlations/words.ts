import { byName } from '../../../src/text';

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'm'],
  [1000, 's'],
] as const;

/** A duration in the units of `timespan`, at most the two largest: `4m 8s`. Below a minute, with fractions. */
export function duration(millis: number): string {
  if (millis < 60_000) return `${Number((millis / 1000).toFixed(3))}s`;
  // Rounded first, so that 59.6 s become a minute and not `60s`.
  const first = UNITS.findIndex(([size]) => millis >= size);
  const smallest = UNITS[Math.min(first + 1, UNITS.length - 1)]![0];
  let rest = Math.round(millis / smallest) * smallest;
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join(' ');
}

/** A point in time, in UTC: `2026-11-20 10:00:01`, with milliseconds if there are any. */
export function moment(millis: number): string {
  const date = new Date(Math.floor(millis));
  // Outside the range of a date, only the bare number is left.
  if (Number.isNaN(date.getTime())) return String(millis);
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}

/** Two points in time; the second without the day if it is the same. */
export function stretch(start: number, end: number): string {
  const [from, to] = [moment(start), moment(end)];
  if (from === to) return `${from} UTC`;
  return `${from} – ${to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to} UTC`;
}

/** A count or value, rounded to the digits that matter. */
export function amount(value: number): string {
  return (Math.round(value * 1e6) / 1e6).toLocaleString('en', { maximumFractionDigits: 6 });
}

/** The name of the growing number, by type of correlation. */
export const GROWS = byName<string>({
  event_count: 'Events',
  value_count: 'Values',
  temporal: 'Rules',
  temporal_ordered: 'Rules in order',
  value_sum: 'Sum',
  value_avg: 'Average',
  value_percentile: 'Percentile',
});
