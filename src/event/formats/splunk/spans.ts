import { range } from '../../../text';
import { spansOfMessage } from '../rendered/spans';
import type { FieldSpan } from '../span-syntax';

/** The line with which Splunk begins an event of `WinEventLog`: month, day and year, and a 12-hour clock. */
const DATE =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ \t]+(\d{1,2}):(\d{2}):(\d{2}(?:\.\d{1,9})?)(?:[ \t]*([AP]M))?[ \t]*$/i;
const KEY = /^([A-Za-z][A-Za-z0-9_]{0,40})=/;

/** True if a line is the date that begins an event. */
export function isDate(line: string): boolean {
  return DATE.test(line);
}

/** The values of one event: the date, the keys, and those in its message. */
export function splunkSpans(slice: string): FieldSpan[] {
  const spans: FieldSpan[] = [];
  for (let start = 0; start < slice.length; ) {
    const feed = slice.indexOf('\n', start);
    const next = feed < 0 ? slice.length : feed;
    let end = next;
    while (end > start && ' \t\r'.includes(slice[end - 1]!)) end--;
    const line = slice.slice(start, end);
    const key = KEY.exec(line);
    if (key?.[1] === 'Message') {
      const id = spans.find(({ name }) => name === 'EventCode')?.value;
      const sources = spans.filter(({ name }) => name === 'LogName').map(({ value }) => value);
      return [...spans, ...messageSpans(slice, start + key[0].length, String(id ?? ''), sources)];
    }
    if (key) {
      const at = start + key[0].length;
      const name = key[1]!;
      spans.push({ name, value: slice.slice(at, end), key: range(start, at - 1), at: range(at, end) });
    } else if (spans.length === 0) spans.push(...timeSpan(line, start));
    start = next + 1;
  }
  return spans;
}

/** The event's time, written differently from how times are read: its whole line stands for it. */
function timeSpan(line: string, start: number): FieldSpan[] {
  const found = DATE.exec(line);
  if (!found) return [];
  const [, month, day, year, hour, minute, second, half] = found;
  const clock = half ? (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hour);
  const two = (n: string | number) => String(n).padStart(2, '0');
  const value = `${year}-${two(month!)}-${two(day!)} ${two(clock)}:${minute}:${second}`;
  return [{ name: 'TimeCreated', value, key: null, at: range(start, start + line.length), concluded: true }];
}

/** The values of the message. The lines above it give the log source, except the provider's own name. */
function messageSpans(slice: string, from: number, id: string, sources: readonly unknown[]): FieldSpan[] {
  return spansOfMessage(slice.slice(from), id, sources)
    .filter(({ name, concluded }) => !concluded || name === 'Provider_Name')
    .map((span) => {
      const moved = range(span.at.start + from, span.at.end + from);
      if (span.name === 'Message' && span.key === null)
        return { ...span, at: moved, key: range(from - 'Message='.length, from - 1) };
      return { ...span, at: moved, key: span.key && range(span.key.start + from, span.key.end + from) };
    });
}
