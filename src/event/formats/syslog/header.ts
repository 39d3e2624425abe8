import { prose, range, say, type Words } from '../../../text';
import type { Fault } from '../fault';
import type { FieldSpan } from '../span-syntax';
import { structuredData } from './structured-data';

/** The header before a message, and where the message begins. All ranges count from the line's first character. */
export interface SyslogHeader {
  readonly spans: readonly FieldSpan[];
  readonly message: number;
  /** Why the line is syslog. */
  readonly evidence: Words;
  /** False for what might also be a line of another log. */
  readonly isSure: boolean;
  /** What is wrong with it, although it is syslog. */
  readonly fault?: Fault;
}

/** The maximum length of a header, without structured data. */
export const HEADER_SIGHT = 1000;

const PRIORITY = /^<(\d{1,3})>/;
const VERSION = /1 +(?=-|\d{4}-)/y;
const CLOCK = '\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?';
/** `Oct 11 22:14:15`; some have the year after the day. */
const MONTH_TIME = new RegExp(
  `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} (?:\\d{4} )?${CLOCK}(?= )`,
  'y',
);
const ISO_TIME = new RegExp(`\\d{4}-\\d{2}-\\d{2}T${CLOCK}(Z|[+-]\\d{2}:?\\d{2})?(?= )`, 'y');
/** `app[12]:`, `app:` or `app[12]`. */
const TAG = /([^\s:[\]<>{}"'=]{1,64})(?:\[([^\]\s]{0,64})\]:?|:)(?=\s|$)/y;
/** What other logs have in place of a host name. */
const LEVEL = /^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|CRITICAL|FATAL|PANIC)\]?:?$/i;

const FACILITIES = [
  'kern',
  'user',
  'mail',
  'daemon',
  'auth',
  'syslog',
  'lpr',
  'news',
  'uucp',
  'cron',
  'authpriv',
  'ftp',
  'ntp',
  'security',
  'console',
  'solaris-cron',
  ...Array.from({ length: 8 }, (_, i) => `local${i}`),
];
const SEVERITIES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/** The header of a line as RFC 5424, RFC 3164 and rsyslog write it; null if the line has none. */
export function syslogHeader(line: string): SyslogHeader | null {
  const code = line.charCodeAt(0);
  if (code === 0x3c) {
    const priority = PRIORITY.exec(line);
    if (!priority || Number(priority[1]) > 191) return null;
    return modern(line, priority) ?? traditional(line, priority);
  }
  const isDigit = code >= 0x30 && code <= 0x39;
  return isDigit || (code >= 0x41 && code <= 0x53) ? traditional(line, null) : null;
}

function prioritySpans(priority: RegExpExecArray | null): FieldSpan[] {
  if (!priority) return [];
  const number = Number(priority[1]);
  const at = range(1, 1 + priority[1]!.length);
  const named = (name: string, value: string): FieldSpan => ({ name, value, key: null, at, concluded: true });
  return [named('facility', FACILITIES[number >> 3]!), named('severity', SEVERITIES[number & 7]!)];
}

/** RFC 5424: `<165>1 2026-10-11T22:14:15.003Z host app 12 id [data] message`. */
function modern(line: string, priority: RegExpExecArray): SyslogHeader | null {
  VERSION.lastIndex = priority[0].length;
  if (!VERSION.test(line)) return null;
  const spans = prioritySpans(priority);
  let at = VERSION.lastIndex;
  for (const name of ['timestamp', 'hostname', 'program', 'pid', 'msgid']) {
    const end = wordEnd(line, at);
    if (end === at) return null;
    // A dash stands for an unknown value.
    if (end - at > 1 || line[at] !== '-') spans.push(spanOf(line, name, at, end));
    at = skipBlanks(line, end);
  }
  const evidence = prose('the line begins with a priority, a version and a time, as syslog of RFC 5424 does');
  const data = structuredData(line, at);
  spans.push(...data.spans);
  let message = skipBlanks(line, data.end);
  if (line.charCodeAt(message) === 0xfeff) message++;
  return { spans, message, evidence, isSure: true, ...(data.fault ? { fault: data.fault } : {}) };
}

/**
 * RFC 3164: `<34>Oct 11 22:14:15 host app[12]: message`; in files without the priority, and from rsyslog with an ISO
 * time.
 */
function traditional(line: string, priority: RegExpExecArray | null): SyslogHeader | null {
  const start = priority ? skipBlanks(line, priority[0].length) : 0;
  const spans = prioritySpans(priority);
  const isMonth = matches(MONTH_TIME, line, start);
  const iso = isMonth ? null : matches(ISO_TIME, line, start);
  const time = isMonth ?? iso;
  if (!time) return null;
  const timeEnd = start + time[0].length;
  spans.push(spanOf(line, 'timestamp', start, timeEnd));
  let at = skipBlanks(line, timeEnd);
  let tag = matches(TAG, line, at);
  const hasHost = !tag || LEVEL.test(tag[1]!);
  if (hasHost) {
    const end = wordEnd(line, at);
    if (LEVEL.test(line.slice(at, end))) return null;
    spans.push(spanOf(line, 'hostname', at, end));
    at = skipBlanks(line, end);
    tag = matches(TAG, line, at);
  }
  if (tag) {
    spans.push(spanOf(line, 'program', at, at + tag[1]!.length));
    if (tag[2])
      spans.push(spanOf(line, 'pid', at + tag[1]!.length + 1, at + tag[1]!.length + 1 + tag[2].length));
    at = skipBlanks(line, at + tag[0].length);
  }
  const parts = [priority && 'a priority', 'a time', hasHost && 'a host', tag && 'a program'].filter(Boolean);
  const begins = `the line begins with ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  const evidence = say`${begins}, as syslog ${priority ? 'does' : 'writes them to files'}`;
  const isSure = priority !== null || (tag !== null && (iso === null || (hasHost && iso[1] !== undefined)));
  return { spans, message: at, evidence, isSure };
}

function matches(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function spanOf(line: string, name: string, start: number, end: number): FieldSpan {
  return { name, value: line.slice(start, end), key: null, at: range(start, end) };
}

function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && line.charCodeAt(at) > 0x20) at++;
  return at;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) <= 0x20) at++;
  return at;
}
