import { inYear, readYearless } from './yearless-time';

/** Microseconds since 1970 in UTC, and whether the text named a zone. */
export interface Moment {
  readonly micros: number;
  /** True if the text names no time zone and is read as UTC **(ours)**. */
  readonly zoneless: boolean;
}

/** Which of two numbers in a date is the day. */
export type DayOrder = 'month first' | 'day first';

/** The time in a text: one moment, or one for each order if the text does not say which number is the day. */
export type WrittenTime =
  | (Moment & { readonly proves?: DayOrder })
  | {
      readonly either: Readonly<Record<DayOrder, number>>;
      readonly zoneless: boolean;
      /** True for a 12-hour clock. */
      readonly half: boolean;
    };

/** A longer text is not a time. */
const LONGEST = 64;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** English names, short or long. */
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?';
const CLOCK =
  '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?(?:\\s?(?<half>[ap])\\.?m\\.?)?';
/** The zones that mean the same everywhere. Go writes `+0000 UTC`. */
const ZONE = '(?:\\s?(?<zone>z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)(?: utc)?)?';

const form = (source: string) => new RegExp(`^\\s*${source}\\s*$`, 'i');

/** The ways in which programs write a time, with the date in an unambiguous order. */
const FORMS: readonly RegExp[] = [
  // 2026-02-03T14:05:06.789Z, 2026-02-03 14:05:06,789, 2026/02/03 2:05:06 PM, 2026. 2. 3. 14:05:06
  form(
    `(?<year>\\d{4})(?<gap>[-/]|\\.\\s?)(?<month>\\d{1,2})\\k<gap>(?<day>\\d{1,2})(?:t|\\.?,?\\s+)${CLOCK}${ZONE}`,
  ),
  // 20260203T140506Z, 20260203140506, and Windows' 20260203140506.000000+060
  form(
    '(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})t?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?' +
      ZONE,
  ),
  form(
    '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})\\.(?<fraction>\\d{6})(?<minutes>[+-]\\d{3})',
  ),
  // Feb 3, 2026 @ 14:05:06.789, Feb 3, 2026 2:05:06 PM, Tuesday, February 3, 2026 2:05 PM
  form(
    `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:,?\\s+(?:@\\s+|at\\s+)?)${CLOCK}${ZONE}`,
  ),
  // Tue, 03 Feb 2026 14:05:06 +0000, 03/Feb/2026:14:05:06 +0000, 3-Feb-2026 14:05:06
  form(
    `${WEEKDAY}(?<day>\\d{1,2})(?<gap>[-/]|\\s+)${MONTH}\\k<gap>(?<year>\\d{4})(?::|,?\\s+)${CLOCK}${ZONE}`,
  ),
  // Tue Feb  3 14:05:06 2026, Tue Feb  3 14:05:06 UTC 2026, Feb  3 14:05:06 2026 UTC
  form(
    `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})\\s+${CLOCK}(?:\\s+(?<zone>z|utc|gmt|[+-]\\d{4}))?\\s+(?<year>\\d{4})(?:\\s+(?<late>z|utc|gmt|[+-]\\d{4}))?`,
  ),
  // 03.02.2026 14:05:06: wherever dates have dots, the day comes first
  form(`(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}),?\\s+${CLOCK}${ZONE}`),
];

/** 2/3/2026 14:05:06: some countries write the month first, others the day. */
const EITHER = form(
  `(?<first>\\d{1,2})(?<gap>[-/])(?<second_>\\d{1,2})\\k<gap>(?<year>\\d{4}),?\\s+${CLOCK}${ZONE}`,
);
/** Direction marks, which browsers and Windows put into dates. */
const MARKS = /[\u200e\u200f\u202a-\u202c]/g;

/** Reads text as a time with a year; null if it is not one, or cannot be read with certainty. */
export function readWritten(value: string): WrittenTime | null {
  if (value.length > LONGEST || !/\d:?\d/.test(value)) return null;
  const text = value.replace(MARKS, '');
  for (const one of FORMS) {
    const found = one.exec(text)?.groups;
    if (found) return fromParts(found);
  }
  const either = EITHER.exec(text)?.groups;
  if (either) return fromEither(either);
  const syslog = readYearless(text);
  const micros = syslog && syslog.year !== null ? inYear(syslog, syslog.year) : null;
  return micros === null ? null : { micros, zoneless: true };
}

type Parts = Readonly<Record<string, string | undefined>>;

function fromParts(parts: Parts): Moment | null {
  const month = parts.name ? MONTHS.indexOf(parts.name.slice(0, 3).toLowerCase()) : Number(parts.month) - 1;
  const day = dayOf(Number(parts.year), month, Number(parts.day));
  const clock = clockOf(parts);
  if (day === null || clock === null) return null;
  const zone = parts.zone ?? parts.late;
  const ahead = parts.minutes === undefined ? aheadOf(zone) : Number(parts.minutes);
  if (ahead === null) return null;
  return {
    micros: day + clock - ahead * 60_000_000,
    zoneless: zone === undefined && parts.minutes === undefined,
  };
}

function fromEither(parts: Parts): WrittenTime | null {
  const [year, first, second] = [Number(parts.year), Number(parts.first), Number(parts.second_)];
  const clock = clockOf(parts);
  const ahead = aheadOf(parts.zone);
  if (clock === null || ahead === null) return null;
  const monthFirst = dayOf(year, first - 1, second);
  const dayFirst = dayOf(year, second - 1, first);
  const at = (day: number) => day + clock - ahead * 60_000_000;
  const zoneless = parts.zone === undefined;
  if (monthFirst === null || dayFirst === null) {
    const day = monthFirst ?? dayFirst;
    if (day === null) return null;
    return { micros: at(day), zoneless, proves: monthFirst === null ? 'day first' : 'month first' };
  }
  if (monthFirst === dayFirst) return { micros: at(monthFirst), zoneless };
  const either = { 'month first': at(monthFirst), 'day first': at(dayFirst) };
  return { either, zoneless, half: parts.half !== undefined };
}

/** Microseconds from 1970 to the beginning of a day; null if the calendar has no such day. */
function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  const isThere = date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
  return isThere ? date.getTime() * 1000 : null;
}

/** Microseconds since midnight; null if no clock shows this. A leap second is the first of the next minute. */
function clockOf({ hour, minute, second = '0', fraction = '', half }: Parts): number | null {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const seconds = (hours * 60 + Number(minute)) * 60 + Number(second);
  return seconds * 1e6 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Minutes by which a zone is ahead of UTC; null if there is no zone that far away. */
function aheadOf(zone: string | undefined): number | null {
  if (!zone || /^[a-z]/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 14 || minutes > 59) return null;
  return (zone[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
