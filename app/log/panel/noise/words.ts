import type { Noise, NoisyField } from '../../../../src/authoring';
import { count } from '../../../ui/count';

/** `2026-03-04 08:00 UTC`. */
export function hourWords(hour: number): string {
  const date = new Date(hour * 3_600_000);
  if (Number.isNaN(date.getTime())) return 'an hour beyond all calendars';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** When the matches are, and the hour with the most of them. `hours`: how many a column of the picture stands for. */
export function spanWords({ hours, untimed }: Noise, each: number): string {
  const first = hours[0]!;
  const last = hours.at(-1)!;
  const busiest = hours.reduce((most, one) => (one.count > most.count ? one : most));
  const words = [
    `${hourWords(first.hour)} to ${hourWords(last.hour + 1)}`,
    `most in the hour from ${hourWords(busiest.hour)}: ${count(busiest.count, 'match', 'matches')}`,
  ];
  if (each > 1) words.push(`each column is ${each} hours`);
  if (untimed > 0) words.push(`${count(untimed, 'match', 'matches')} without a time`);
  return words.join(' · ');
}

/** `3 values · 2 matches without it`. */
export function fieldWords({ values, distinct, untold, absent }: NoisyField): string {
  const words = [
    untold > 0 ? `more than ${count(distinct, 'value')}` : count(distinct, 'value'),
    ...(values.length < distinct ? [`the ${values.length} most frequent`] : []),
    ...(absent > 0 ? [`${count(absent, 'match', 'matches')} without it`] : []),
  ];
  return words.join(' · ');
}
