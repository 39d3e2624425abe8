import type { TimeSpan } from './filter';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Widths of a bar that people think in. */
const WIDTHS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];

/** The most bars: each stays wide enough to be pointed at. */
export const MOST_BARS = 96;

/** How time is divided into bars of one width. */
export interface TimeScale {
  /** Where the first bar begins, in milliseconds since 1970. */
  readonly from: number;
  /** Of a bar, in milliseconds. */
  readonly width: number;
  readonly bars: number;
}

/** The narrowest bars that cover everything from `earliest` to `latest`; null if there is no time at all. */
export function timeScale(earliest: number, latest: number): TimeScale | null {
  if (!(earliest <= latest)) return null;
  const barsOf = (width: number) => Math.floor(latest / width) - Math.floor(earliest / width) + 1;
  let width = WIDTHS.find((one) => barsOf(one) <= MOST_BARS) ?? WIDTHS.at(-1)!;
  // Dates that are centuries apart: a wrong clock, say.
  while (barsOf(width) > MOST_BARS) width *= 2;
  return { from: Math.floor(earliest / width) * width, width, bars: barsOf(width) };
}

/** The span of some bars, from the first to the last. */
export function spanOfBars({ from, width }: TimeScale, first: number, last: number): TimeSpan {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  return { from: from + low * width, to: from + (high + 1) * width };
}
