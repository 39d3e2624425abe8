import { range } from '../../../text';
import type { FieldSpan } from '../span-syntax';

/** The time of a line, in brackets: day, month name, year, clock and zone. */
const TIME = /\[(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})\] /;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Status and size after the request. */
const ANSWER = / (\d{3}|-) (\d+|-)/y;
/** A quoted part after those. */
const QUOTED = / "((?:[^"\\]|\\.)*)"/y;
const REQUEST = /^([A-Za-z_-]{1,40}) (.*?)(?: (HTTP\/\d(?:\.\d)?))?$/s;
/** The client is named within this many characters. */
const LONGEST_HEAD = 400;

/**
 * The values of a line of a web server's access log, in the common or combined format of Apache and nginx, under the
 * W3C names that rules use; null if it is not such a line. `cs-uri-query` is the whole request target, path and query:
 * rules look for both in it.
 */
export function accessSpans(line: string): FieldSpan[] | null {
  const head = line.slice(0, LONGEST_HEAD);
  const time = TIME.exec(head);
  if (!time || time.index < 6 || line[time.index - 1] !== ' ') return null;
  const who = whoSpans(line, time.index - 1);
  if (!who) return null;
  let at = time.index + time[0].length;
  // The same pattern as for all quoted parts, which begin with the space before them.
  QUOTED.lastIndex = at - 1;
  const request = QUOTED.exec(line);
  if (!request) return null;
  const spans = [...who, ...timeSpans(time), ...requestSpans(request[1]!, at + 1)];
  at = QUOTED.lastIndex;
  ANSWER.lastIndex = at;
  const answer = ANSWER.exec(line);
  if (!answer) return null;
  const status = at + 1;
  spans.push(spanOf('sc-status', line, status, status + answer[1]!.length));
  at += answer[0].length;
  spans.push(spanOf('sc-bytes', line, at - answer[2]!.length, at));
  for (const name of ['cs-referer', 'cs-user-agent']) {
    QUOTED.lastIndex = at;
    const found = QUOTED.exec(line);
    if (!found) break;
    spans.push(spanOf(name, line, at + 2, QUOTED.lastIndex - 1));
    at = QUOTED.lastIndex;
  }
  // Further values that a server is configured to write have no names.
  if (line.length > at + 1) spans.push(spanOf('text', line, at + 1, line.length));
  return spans;
}

/** Host, identity and user before the time and, if the server has several sites, the name of the site before them. */
function whoSpans(line: string, end: number): FieldSpan[] | null {
  const blanks: number[] = [];
  for (let i = line.indexOf(' '); i >= 0 && i < end && blanks.length < 3; i = line.indexOf(' ', i + 1))
    blanks.push(i);
  const [first, second, third] = blanks;
  if (first === undefined || second === undefined) return null;
  const isSite = third !== undefined && isAddress(line.slice(first + 1, second));
  const host = isSite ? first + 1 : 0;
  const hostEnd = isSite ? second : first;
  const identityEnd = isSite ? third : second;
  if (hostEnd === host || identityEnd + 1 >= end) return null;
  return [
    ...(isSite ? [spanOf('cs-host', line, 0, first)] : []),
    spanOf('c-ip', line, host, hostEnd),
    spanOf('cs-username', line, identityEnd + 1, end),
  ];
}

function isAddress(word: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) || (/^[\da-f:.]+$/i.test(word) && word.includes(':'));
}

/** The time as written, and as parsed. */
function timeSpans(time: RegExpExecArray): FieldSpan[] {
  const [, day, month, year, clock, zone] = time;
  const at = range(time.index + 1, time.index + time[0].length - 2);
  const number = MONTHS.indexOf(month!) + 1;
  const spans: FieldSpan[] = [{ name: 'date', value: time[0].slice(1, -2), key: null, at }];
  if (number === 0) return spans;
  const value = `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}T${clock}${zone}`;
  spans.push({ name: 'datetime', value, key: null, at, concluded: true });
  return spans;
}

function requestSpans(request: string, start: number): FieldSpan[] {
  const found = REQUEST.exec(request);
  // Not HTTP, or nothing at all: the request is kept as it is.
  if (!found)
    return [{ name: 'cs-uri-query', value: request, key: null, at: range(start, start + request.length) }];
  const [, method, target, version] = found;
  const from = start + method!.length + 1;
  const query = target!.indexOf('?');
  const path = query < 0 ? target! : target!.slice(0, query);
  const spans: FieldSpan[] = [
    { name: 'cs-method', value: method!, key: null, at: range(start, start + method!.length) },
    { name: 'cs-uri-stem', value: path, key: null, at: range(from, from + path.length) },
    { name: 'cs-uri-query', value: target!, key: null, at: range(from, from + target!.length) },
  ];
  const end = start + request.length;
  if (version)
    spans.push({ name: 'cs-version', value: version, key: null, at: range(end - version.length, end) });
  return spans;
}

function spanOf(name: string, line: string, start: number, end: number): FieldSpan {
  return { name, value: line.slice(start, end), key: null, at: range(start, end) };
}
