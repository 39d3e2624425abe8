/** A time without a year, as in syslog: `Nov  4 06:07:08`. */
export interface YearlessTime {
  /** From 0. */
  readonly month: number;
  readonly day: number;
  /** Microseconds since midnight. */
  readonly micros: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WRITTEN =
  /^\s*([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*$/;

const DAY = 86_400_000_000;
/** A leap year, so that it has every day of the calendar. */
const LEAP_YEAR = 2000;

/** Reads such a time. `year` is that of the few devices that write it anyway. Null if a value is not such a time. */
export function readYearless(value: unknown): (YearlessTime & { readonly year: number | null }) | null {
  if (typeof value !== 'string' || value.length > 64) return null;
  const found = WRITTEN.exec(value);
  const month = found ? MONTHS.indexOf(found[1]!) : -1;
  if (!found || month < 0) return null;
  const [day, hour, minute, second] = [2, 4, 5, 6].map((i) => Number(found[i])) as [
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const fraction = Number((found[7] ?? '').padEnd(6, '0').slice(0, 6));
  const time = { month, day, micros: ((hour * 60 + minute) * 60 + second) * 1e6 + fraction };
  const year = found[3] === undefined ? null : Number(found[3]);
  return inYear(time, year ?? LEAP_YEAR) === null ? null : { ...time, year };
}

/** Microseconds since 1970 in UTC; null if the year has no such day. */
export function inYear({ month, day, micros }: YearlessTime, year: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() * 1000 + micros : null;
}

/**
 * The latest moment that a time without a year may be. It depends only on the events, so that everybody sees the same
 * result **(ours)**: a day after the newest time that names its year, because a clock without a zone may be ahead. If
 * no time names a year, the last time before the widest gap between them, in the year 2000, so that what was written
 * around New Year stays together.
 */
export function latest(newest: number | null, yearless: readonly YearlessTime[]): number {
  if (newest !== null) return latestNamed(newest);
  return latestPlaced([...new Set(yearless.map(placeOf))].sort((a, b) => a - b));
}

/** The same if times name their year, of which `newest` is the last. */
export function latestNamed(newest: number): number {
  return newest + DAY;
}

/** The same if no time names its year, from the ascending positions of the times in a leap year. */
export function latestPlaced(places: ArrayLike<number>): number {
  const year = 366 * DAY;
  let last = places.length - 1;
  let widest = places.length === 0 ? 0 : places[0]! + year - places[last]!;
  for (let i = 0; i + 1 < places.length; i++) {
    const gap = places[i + 1]! - places[i]!;
    if (gap <= widest) continue;
    widest = gap;
    last = i;
  }
  return places[last] ?? 0;
}

/** The position of a time in a leap year, in microseconds since 1970. */
export function placeOf(time: YearlessTime): number {
  return inYear(time, LEAP_YEAR)!;
}

/** The time of the year of a moment, in microseconds since 1970. */
export function yearlessOf(micros: number): YearlessTime {
  const date = new Date(Math.floor(micros / DAY) * (DAY / 1000));
  return { month: date.getUTCMonth(), day: date.getUTCDate(), micros: micros - date.getTime() * 1000 };
}

/** The last moment, not after `latest`, that a time may be, in microseconds since 1970. */
export function notAfter(time: YearlessTime, latest: number): number {
  const year = new Date(latest / 1000).getUTCFullYear();
  // A leap day may be up to eight years back.
  for (let back = 0; back <= 8; back++) {
    const micros = inYear(time, year - back);
    if (micros !== null && micros <= latest) return micros;
  }
  return inYear(time, LEAP_YEAR)!;
}
