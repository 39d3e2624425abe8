import { eventsOfSentence, eventViewerName, fieldOfLabel, type RenderedEvent } from '../../../knowledge';
import { range } from '../../../text';
import type { FieldSpan } from '../span-syntax';
import { isForeign } from './foreign';

/** Fields of the System part by the labels of the header that Event Viewer copies. */
const HEADER = new Map([
  ['Log Name', 'Channel'],
  ['Source', 'Provider_Name'],
  ['Date', 'Date'],
  ['Event ID', 'EventID'],
  ['Task Category', 'TaskCategory'],
  ['Task', 'TaskCategory'],
  ['Opcode', 'Opcode'],
  ['Keyword', 'Keywords'],
  ['Level', 'Level'],
  ['Keywords', 'Keywords'],
  // Not `User`, which is a field of Sysmon's events.
  ['User', 'Security_UserID'],
  ['Computer', 'Computer'],
]);

/**
 * A label of up to five words, a colon, and a space or the end of the line: this excludes paths (`C:\…`) and sentences.
 */
const LABEL = /^([ \t]*)(\p{L}[^:.\s]{0,40}(?: [^:.\s]{1,40}){0,4})[ \t]*:(?=[ \t]|$)[ \t]*/u;
/** A label of the header: in other languages a long one leaves no room before the value. */
const HEADER_LABEL = /^([ \t]*)(\p{L}[^:\n]{0,39}?)[ \t\u00a0]*:[ \t]*/u;
const BEFORE_HEADER = /^Event\[\d{1,9}\]:?\s+/;

/** True where the header of an event begins, in any known language. */
export function beginsHeader(text: string, at: number): boolean {
  return headerName(HEADER_LABEL.exec(text.slice(at, at + 60))) === 'Log Name';
}

/** The label's name in English. */
export function headerName(label: RegExpExecArray | null): string | undefined {
  return label ? eventViewerName(label[2]!) : undefined;
}

/** True if a header names what every event has. */
export function hasHeader(header: string): boolean {
  const names = new Set(header.split('\n').map((line) => headerName(HEADER_LABEL.exec(line))));
  return names.has('Source') && names.has('Event ID');
}

/** Where the message begins behind the header's last label; -1 if that is not there. */
export function descriptionAt(header: string): number {
  for (let start = 0; start < header.length; ) {
    const label = HEADER_LABEL.exec(header.slice(start, start + 60));
    if (headerName(label) === 'Description') {
      const at = start + label![0].length;
      return at + /^\s*/.exec(header.slice(at))![0].length;
    }
    const feed = header.indexOf('\n', start);
    start = feed < 0 ? header.length : feed + 1;
  }
  return -1;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** True if a line is a label, with or without a value. */
export function isLabelled(line: string): boolean {
  return LABEL.test(line);
}

/** The values of one event's text, including those that its sentence implies. */
export function renderedSpans(slice: string): FieldSpan[] {
  const lines = linesOf(slice);
  const spans: FieldSpan[] = [];
  let at = 0;
  if (beginsHeader(slice, BEFORE_HEADER.exec(slice)?.[0].length ?? 0)) {
    for (; at < lines.length; at++) {
      const label = HEADER_LABEL.exec(lines[at]!.text);
      const called = headerName(label);
      if (called === 'Description') break;
      const name = called && HEADER.get(called);
      if (label && name) spans.push(spanOf(name, lines[at]!, label));
    }
    at++;
  }
  return [
    ...spans,
    ...messageSpans(
      slice,
      lines,
      at,
      spans,
      spans.find(({ name }) => name === 'EventID')?.value,
      spans.filter(({ name }) => name === 'Channel' || name === 'Provider_Name').map(({ value }) => value),
    ),
  ];
}

/**
 * The values of a message from line `from` on, and its log source as far as none of `known` gives it. `id` is the
 * event's id, if known; `sources` are its log and its provider.
 */
function messageSpans(
  slice: string,
  lines: readonly Line[],
  from: number,
  known: readonly FieldSpan[],
  id: unknown,
  sources: readonly unknown[],
): FieldSpan[] {
  let at = from;
  while (lines[at] && isBlank(lines[at]!)) at++;
  const first = lines[at];
  if (!first) return [];
  const event = eventOf(first.text.trim(), slice, id);
  if (!event && isForeign(slice.slice(first.start), id === undefined ? undefined : String(id), sources))
    return [messageOf(lines, at, slice)];
  const own = fieldsOf(lines, event ? at + 1 : at, event, slice);
  if (event) return [...conclusions([...known, ...own], event, first), ...own];
  return own.length === 0 ? [messageOf(lines, at, slice)] : own;
}

/** The values of a message without a header; `id` is the event's id from elsewhere, `sources` its log and its provider. */
export function spansOfMessage(
  message: string,
  id: string | undefined,
  sources: readonly unknown[] = [],
): FieldSpan[] {
  return messageSpans(message, linesOf(message), 0, [], id, sources);
}

/** The event that a sentence begins. Two that share a sentence differ by their id, or by who is named in the text. */
function eventOf(sentence: string, slice: string, id: unknown): RenderedEvent | null {
  const events = eventsOfSentence(sentence);
  if (id !== undefined) return events.find(({ eventId }) => String(eventId) === id) ?? null;
  if (events.length < 2) return events[0] ?? null;
  const security = /^Subject:/m.test(slice);
  return events.find(({ channel }) => (channel === 'Security') === security) ?? null;
}

function fieldsOf(
  lines: readonly Line[],
  from: number,
  event: RenderedEvent | null,
  slice: string,
): FieldSpan[] {
  const spans = event?.order ? sysmonFields(lines, from, event.order) : labelledFields(lines, from, event);
  return spans.map((span) => ({ ...span, value: slice.slice(span.at.start, span.at.end) }));
}

/** Sysmon's fields, each at the beginning of a line. A value of several lines may hold lines that look like fields. */
function sysmonFields(lines: readonly Line[], from: number, order: ReadonlyMap<string, number>): FieldSpan[] {
  const found = lines.slice(from).map(({ text }) => {
    const label = LABEL.exec(text);
    return label && /^\w+$/.test(label[2]!) ? label : null;
  });
  const places = found.map((label) => (label ? order.get(label[2]!) : undefined));
  const begins = inOrder(places);
  const times = new Map<number, number>();
  for (const place of places) if (place !== undefined) times.set(place, (times.get(place) ?? 0) + 1);
  // One that stands there once is the field, wherever it stands.
  for (const [i, place] of places.entries()) if (place !== undefined && times.get(place) === 1) begins.add(i);
  const spans: FieldSpan[] = [];
  let goesOn = false;
  for (const [i, label] of found.entries()) {
    const line = lines[from + i]!;
    // A name that is not known may be of a newer version, if it looks like one.
    const isField = begins.has(i) || (label && !order.has(label[2]!) && /[a-z][A-Z]/.test(label[2]!));
    if (label && isField) {
      spans.push(spanOf(label[2]!, line, label));
      goesOn = true;
    } else if (isBlank(line)) goesOn &&= isFollowed(begins, i);
    else if (goesOn) {
      const last = spans.pop()!;
      spans.push({ ...last, at: range(last.at.start, line.end) });
    }
  }
  return spans;
}

/** True where a field begins below line `i`: a blank line before it belongs to a value. */
function isFollowed(begins: ReadonlySet<number>, i: number): boolean {
  for (const at of begins) if (at > i) return true;
  return false;
}

/** The most places that can stand in ascending order, each place once; undefined stands nowhere. Of several the last. */
function inOrder(places: readonly (number | undefined)[]): Set<number> {
  // By place the longest row that ends there; there are few places, so that the time is linear.
  const rows: { readonly length: number; readonly at: number; readonly before: number }[] = [];
  const best = new Map<number, number>();
  places.forEach((place, at) => {
    if (place === undefined) return;
    let before = -1;
    for (const [other, row] of best)
      if (other < place && (before < 0 || rows[row]!.length > rows[before]!.length)) before = row;
    const length = before < 0 ? 1 : rows[before]!.length + 1;
    const known = best.get(place);
    if (known !== undefined && rows[known]!.length > length) return;
    best.set(place, rows.length);
    rows.push({ length, at, before });
  });
  let last = -1;
  for (const row of best.values()) if (last < 0 || rows[row]!.length > rows[last]!.length) last = row;
  const found = new Set<number>();
  for (; last >= 0; last = rows[last]!.before) found.add(rows[last]!.at);
  return found;
}

/** The fields of other events: labels, some under the heading of a section. */
function labelledFields(lines: readonly Line[], from: number, event: RenderedEvent | null): FieldSpan[] {
  const spans: FieldSpan[] = [];
  let section = '';
  let goesOn = false;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    const label = LABEL.exec(line.text);
    if (label) {
      const name = label[2]!;
      const isIndented = label[1] !== '';
      const isEmpty = label[0].length === line.text.length;
      const next = lines[i + 1]?.text;
      goesOn = !(isEmpty && !isIndented && next !== undefined && LABEL.test(next));
      if (!goesOn) section = name;
      else {
        if (!isIndented && isIndentedIn(lines[i - 1])) section = '';
        spans.push(spanOf(fieldOfLabel(event, section, name), line, label));
      }
    } else if (isBlank(line)) goesOn = false;
    else if (goesOn) {
      // A value of several lines: privileges below one another, a task's XML.
      const last = spans.pop()!;
      const isOwn = /^[ \t<]/.test(line.text);
      spans.push(isOwn ? { ...last, at: range(last.at.start, line.end) } : last);
      goesOn = isOwn;
    }
  }
  return spans;
}

function isIndentedIn(line: Line | undefined): boolean {
  return line !== undefined && /^[ \t]/.test(line.text);
}

/** The event's log source, as far as none of `spans` gives it. */
function conclusions(spans: readonly FieldSpan[], event: RenderedEvent, line: Line): FieldSpan[] {
  const facts: [string, string][] = [
    ['Channel', event.channel],
    ['EventID', String(event.eventId)],
    ['Provider_Name', event.provider],
  ];
  return facts
    .filter(([name]) => !spans.some((span) => span.name === name))
    .map(([name, value]) => ({ name, value, key: null, at: range(line.start, line.end), concluded: true }));
}

/** The message below a header in a text without labels. */
function messageOf(lines: readonly Line[], from: number, slice: string): FieldSpan {
  const start = lines[from]!.start;
  let last = lines.length - 1;
  while (last > from && isBlank(lines[last]!)) last--;
  const at = range(start, lines[last]!.end);
  return { name: 'Message', value: slice.slice(at.start, at.end), key: null, at };
}

function spanOf(name: string, line: Line, label: RegExpExecArray): FieldSpan {
  const key = line.start + label[1]!.length;
  const at = range(line.start + label[0].length, line.end);
  return {
    name,
    value: line.text.slice(label[0].length),
    key: range(key, key + label[2]!.length),
    at,
  };
}

/** Lines, trimmed. */
function linesOf(slice: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= slice.length; ) {
    const feed = slice.indexOf('\n', start);
    const next = feed < 0 ? slice.length : feed;
    let end = next;
    while (end > start && ' \t\r'.includes(slice[end - 1]!)) end--;
    lines.push({ start, end, text: slice.slice(start, end) });
    start = next + 1;
  }
  return lines;
}

function isBlank({ start, end }: Line): boolean {
  return start === end;
}
