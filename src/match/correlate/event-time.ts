import type { SigmaEvent } from '../../event';
import { AS_OURS, type Readings } from '../../knowledge';
import { LINE_FIELD, lineTime } from './line-time';
import { INNER_TIME_FIELDS, isUtcByName, TIME_FIELDS } from './time-fields';
import { type DayOrder, type Moment, readWritten, type WrittenTime } from './time-forms';
import { LEAST_SECONDS, readNumber } from './time-numbers';
import { readYearless, type YearlessTime } from './yearless-time';

/** When an event happened. */
export interface EventTime extends Moment {
  /** True if it names no year: the year then depends on the other events **(ours)**. */
  readonly yearless?: boolean;
  /** The field that it was read from. */
  readonly field: string;
  /** The order of day and month that its text proves, for other dates in the same field. */
  readonly proves?: DayOrder;
}

/** A date that does not say which number is the day. */
export interface UnorderedDate {
  readonly field: string;
  /** The moment in each order. */
  readonly either: Readonly<Record<DayOrder, number>>;
  /** True for a 12-hour clock. */
  readonly half: boolean;
}

/** Decides which number of a date is the day; null if nothing tells. */
export type AskOrder = (date: UnorderedDate) => DayOrder | null;

/**
 * The time of an event; null if none of its fields is certain to be a timestamp. Nothing is guessed. If a date does
 * not say which number is the day, `ask` decides.
 */
export function eventTime(
  event: SigmaEvent,
  readings: Readings = AS_OURS,
  ask: AskOrder = ({ half }) => usualOrder(half, readings),
): EventTime | null {
  const least = readings['time-small-number'] ? 0 : LEAST_SECONDS;
  const first = (fields: readonly string[]): EventTime | null => {
    for (const field of fields) {
      const value = event.get(field);
      const time = value === undefined || value === null ? null : timeIn(field, value, least, ask);
      if (time) return time;
    }
    return null;
  };
  const time = first(TIME_FIELDS) ?? joined(event);
  if (time) return time;
  for (const [object, fields] of INNER_TIME_FIELDS) {
    const inner = event.get(object) === undefined ? null : first(fields);
    if (inner) return inner;
  }
  const line = lineTime(event);
  return line === null ? null : timeIn(LINE_FIELD, line, Number.POSITIVE_INFINITY, ask);
}

/** The field for times of syslog. */
const YEARLESS_FIELD = 'timestamp';

/** The time of an event that names no year, with its field; null if there is none. */
export function yearlessTime(event: SigmaEvent): { field: string; time: YearlessTime } | null {
  const time = readYearless(event.get(YEARLESS_FIELD));
  if (time) return { field: YEARLESS_FIELD, time };
  const line = readYearless(lineTime(event));
  return line && { field: LINE_FIELD, time: line };
}

function timeIn(field: string, value: unknown, least: number, ask: AskOrder): EventTime | null {
  const read = field === 'msg' ? auditTime(value) : written(value, least);
  if (!read) return null;
  const zoneless = read.zoneless && !isUtcByName(field);
  if (!('either' in read)) return { ...read, zoneless, field };
  const order = ask({ field, either: read.either, half: read.half });
  return order && { micros: read.either[order], zoneless, field };
}

/** A date and a time in two fields, and perhaps a zone in a third, as firewalls write them. */
function joined(event: SigmaEvent): EventTime | null {
  for (const [field, clock, zone] of [
    ['date', 'time', 'tz'],
    ['Date', 'Time', 'TimeZone'],
  ] as const) {
    const parts = [event.get(field), event.get(clock), event.get(zone) ?? ''];
    if (!parts.every((part) => typeof part === 'string')) continue;
    const read = readWritten(parts.join(' ').trimEnd());
    if (read && !('either' in read)) return { ...read, field };
  }
  return null;
}

/** A 12-hour clock comes with dates that begin with the month, as in the United States **(ours)**. */
export function usualOrder(half: boolean, readings: Readings): DayOrder | null {
  if (!half) return null;
  return readings['time-month-first'] ? 'day first' : 'month first';
}

/** The stamp of audit records: seconds since 1970, and a number. */
const AUDIT = /^audit\((\d{1,12}\.\d{1,9}):\d+\)$/;

function auditTime(value: unknown): Moment | null {
  const found = typeof value === 'string' && value.length <= 64 ? AUDIT.exec(value) : null;
  const micros = found && readNumber(found[1], 0);
  return micros === null ? null : { micros, zoneless: false };
}

/** Reads one value as a time: text in one of the forms that programs write, or a number since 1970 or 1601. */
export function readTime(value: unknown, least = LEAST_SECONDS): Moment | null {
  const read = written(value, least);
  return read && !('either' in read) ? { micros: read.micros, zoneless: read.zoneless } : null;
}

/** Objects that hold only a date, or one date in several forms: PowerShell's, MongoDB's. */
const INNER = ['value', '$date'] as const;

function written(value: unknown, least: number): WrittenTime | null {
  if (Array.isArray(value)) return value.length === 1 ? written(value[0], least) : null;
  if (typeof value === 'object' && value !== null) {
    const inner = INNER.find((name) => Object.hasOwn(value, name));
    if (inner !== undefined) return written((value as Record<(typeof INNER)[number], unknown>)[inner], least);
  }
  const text = typeof value === 'string' ? readWritten(value) : null;
  if (text) return text;
  const micros = readNumber(value, least);
  return micros === null ? null : { micros, zoneless: false };
}
