import type { SigmaEvent } from '../../event';
import { AS_OURS, type Readings } from '../../knowledge';
import { inYear, readYearless } from './yearless-time';

/** When an event happened. */
export interface EventTime {
  /** Microseconds since 1970 in UTC, a whole number, so that windows are compared exactly. */
  readonly micros: number;
  /** True where the text names no time zone: it is read as UTC **(ours)**. */
  readonly zoneless: boolean;
  /** True where it names no year: which one was taken depends on the other events **(ours)**. */
  readonly yearless?: boolean;
  /** The field that it was read from. */
  readonly field: string;
}

/** Fields that carry an event's own time, the surest first. The first that can be read counts **(ours)**. */
const FIELDS = [
  'TimeCreated_SystemTime',
  '@timestamp',
  'UtcTime',
  'TimeCreated',
  'msg',
  'timestamp',
  '_time',
  'EventTime',
  'Timestamp',
  'eventTime',
  'event.created',
  'CreationTime',
  'TimeGenerated',
  'SystemTime',
  'datetime',
  'time',
  'ts',
];

/** The time of an event; null where no field of it is a timestamp. Nothing is guessed. */
export function eventTime(event: SigmaEvent, readings: Readings = AS_OURS): EventTime | null {
  const least = readings['time-small-number'] ? 0 : LEAST;
  for (const field of FIELDS) {
    const value = event.get(field);
    if (value === undefined || value === null) continue;
    const read = field === 'msg' ? auditTime(value) : readTime(value, least);
    // Sysmon writes UtcTime without a zone, but its name says which.
    if (read) return { ...read, zoneless: read.zoneless && field !== 'UtcTime', field };
  }
  return null;
}

/** The stamp of audit records: seconds since 1970, and a number. */
const AUDIT = /^audit\((\d{1,12})\.(\d{1,9}):\d+\)$/;

function auditTime(value: unknown): { micros: number; zoneless: boolean } | null {
  const found = typeof value === 'string' && value.length <= 64 ? AUDIT.exec(value) : null;
  if (!found) return null;
  return { micros: Number(found[1]) * 1e6 + Number(found[2]!.padEnd(6, '0').slice(0, 6)), zoneless: false };
}

const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*$/i;
const EPOCH = /^\s*(\d{1,19})(?:\.(\d+))?\s*$/;
/** Below 1973, seconds are more likely a duration or a count **(ours)**. */
const LEAST = 1e8;
/** What PowerShell's ConvertTo-Json makes of a date. */
const DOTNET = /^\/Date\((\d{9,14})\)\/$/;

/** Reads one value as a time: ISO 8601 with or without a zone, or seconds, milli-, micro- or nanoseconds since 1970. */
export function readTime(value: unknown, least = LEAST): { micros: number; zoneless: boolean } | null {
  if (Array.isArray(value)) return value.length === 1 ? readTime(value[0], least) : null;
  if (typeof value === 'number') return epoch(value, least);
  if (typeof value !== 'string' || value.length > 64) return null;
  const iso = ISO.exec(value);
  if (iso) return fromIso(iso);
  const dotnet = DOTNET.exec(value);
  if (dotnet) return { micros: Number(dotnet[1]) * 1000, zoneless: false };
  if (EPOCH.test(value)) return epoch(Number(value), least);
  const syslog = readYearless(value);
  const micros = syslog && syslog.year !== null ? inYear(syslog, syslog.year) : null;
  return micros === null ? null : { micros, zoneless: true };
}

/** By size: seconds until the year 5138, then milliseconds, microseconds, nanoseconds. Below `least` it is no timestamp. */
function epoch(value: number, least: number): { micros: number; zoneless: boolean } | null {
  if (!(value >= least && value < 1e20)) return null;
  const micros = value < 1e11 ? value * 1e6 : value < 1e14 ? value * 1e3 : value < 1e17 ? value : value / 1e3;
  return { micros: Math.round(micros), zoneless: false };
}

function fromIso(match: RegExpExecArray): { micros: number; zoneless: boolean } | null {
  const [year, month, day, hour, minute] = [1, 2, 3, 4, 5].map((i) => Number(match[i]));
  const second = Number(match[6] ?? 0);
  const millis = Date.UTC(year!, month! - 1, day!, hour!, minute!, second);
  const date = new Date(millis);
  if (date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day!) return null;
  if (hour! > 23 || minute! > 59 || second > 60) return null;
  const fraction = Math.floor(Number((match[7] ?? '').padEnd(6, '0').slice(0, 6)));
  return { micros: (millis - offset(match[8])) * 1000 + fraction, zoneless: match[8] === undefined };
}

/** Milliseconds that a zone is ahead of UTC. */
function offset(zone: string | undefined): number {
  if (!zone || /^(?:z|utc)$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone[0] === '-' ? -minutes : minutes) * 60_000;
}
