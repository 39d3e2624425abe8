import { prose, range } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import { SIGHT, type StretchReader, type TextFormat, type TextScan } from '../format';
import { opened } from '../opened/opened';
import { openedSpanSyntax } from '../opened/opened-spans';
import { type FieldSpan, objectOf } from '../span-syntax';

/*
 * Objects as `Format-List` prints them: `Name : value`, all colons of an object below one another, and a value of several
 * lines indented up to where its first line begins. A blank line ends an object, unless it is indented as a value's is.
 */

const LIST = 'PowerShell list';

const PROPERTY = /^([A-Za-z_@][\w@. -]{0,80}?) *: ?/;
/** So many characters a name takes at most with the blanks behind it. */
const WIDEST = 90;

export const listFormat: TextFormat = {
  name: LIST,
  recognise: (text, at) => {
    const column = colonAt(text, at);
    if (column < 0) return null;
    if (!hasSecond(text.slice(at, at + SIGHT), column)) return null;
    return prose(
      'lines `Name : value` stand below one another with their colons aligned, as `Format-List` prints objects',
    );
  },
  reader: (scan) => new ListReader(scan),
};

/** True where a second property has its colon in the same column, whatever lines of the first one's value stand between. */
function hasSecond(sight: string, column: number): boolean {
  const indent = ' '.repeat(column + 2);
  let more = 0;
  for (let feed = sight.indexOf('\n'); feed >= 0; feed = sight.indexOf('\n', feed + 1)) {
    const next = sight.slice(feed + 1, feed + 1 + WIDEST);
    if (next.startsWith(indent)) more++;
    else if (!/^[ \t]*\r?(?:\n|$)/.test(next)) return colonAt(next, 0) === column;
  }
  // The first value is longer than can be seen.
  return more > 2 && sight.length === SIGHT;
}

/** Where the colon of a line `Name : value` stands, counted from the line's beginning; -1 for any other line. */
function colonAt(text: string, at: number): number {
  const found = PROPERTY.exec(text.slice(at, at + WIDEST));
  const colon = found ? found[0].lastIndexOf(':') : -1;
  return colon > 0 && text[at + colon - 1] === ' ' ? colon : -1;
}

class ListReader implements StretchReader {
  readonly format = LIST;
  private readonly source: SourceText;
  private at = 0;

  constructor(private readonly scan: TextScan) {
    this.source = { text: scan.text, syntax: openedSpanSyntax(LIST, listSpans) };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    while (this.at < text.length && /[\s\ufeff]/.test(text[this.at]!)) this.at++;
    const start = this.at;
    const column = colonAt(text, start);
    if (start >= text.length || column < 0) return null;
    this.at = endOf(text, start, column);
    let end = this.at;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    const root = opened(objectOf(listSpans(text.slice(start, end))));
    return new ParsedEvent(this.scan.count++, start, end, this.source, root);
  }
}

/** Where the object ends that begins at `start`: at the first line that is neither a property of it nor of a value. */
function endOf(text: string, start: number, column: number): number {
  const indent = ' '.repeat(column + 2);
  const names = new Set<string>();
  for (let at = start; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed + 1;
    if (!text.startsWith(indent, at)) {
      const line = text.slice(at, next).trimEnd();
      if (line === '' ? !goesOn(text, next, indent) : colonAt(line, 0) !== column) return at;
      const name = line.slice(0, column).trimEnd();
      if (line !== '' && names.has(name)) return at;
      names.add(name);
    }
    at = next;
  }
  return text.length;
}

/** True where a value goes on behind a blank line whose indentation was lost. */
function goesOn(text: string, at: number, indent: string): boolean {
  let next = at;
  while (text[next] === '\n' || text[next] === '\r') next++;
  return text.startsWith(indent, next);
}

/** The values of one object. */
function listSpans(slice: string): FieldSpan[] {
  const spans: FieldSpan[] = [];
  const column = colonAt(slice, 0);
  let open: Value | null = null;
  for (let at = 0; at < slice.length; ) {
    const feed = slice.indexOf('\n', at);
    const next = feed < 0 ? slice.length : feed + 1;
    if (colonAt(slice.slice(at, next), 0) === column) {
      if (open) spans.push(open.span(slice));
      const name = slice.slice(at, at + column).trimEnd();
      open = new Value(name, at, Math.min(at + column + 2, next));
      open.add(open.from, next);
    } else open?.add(Math.min(indented(slice, at, column + 2), next), next);
    at = next;
  }
  if (open) spans.push(open.span(slice));
  // Nothing behind the colon is what PowerShell prints for no value.
  return spans.filter(({ value }) => value !== '');
}

/** Behind the indentation that a value's further lines have. */
function indented(text: string, at: number, width: number): number {
  let i = at;
  while (i < at + width && text[i] === ' ') i++;
  return i;
}

/** A value as it grows line by line. */
class Value {
  private readonly lines: [start: number, end: number][] = [];

  constructor(
    private readonly name: string,
    private readonly key: number,
    readonly from: number,
  ) {}

  add(start: number, end: number): void {
    this.lines.push([start, end]);
  }

  span(slice: string): FieldSpan {
    const { name, key, from, lines } = this;
    const whole = lines.map(([start, end]) => slice.slice(start, end)).join('');
    const value = whole.trimEnd();
    // By character of the value where it stands, counted from where the value begins.
    const starts: number[] = [];
    for (const [start, end] of lines) for (let at = start; at < end; at++) starts.push(at - from);
    const end = value === '' ? 0 : starts[value.length - 1]! + 1;
    return {
      name,
      value,
      key: range(key, key + name.length),
      at: range(from, from + end),
      ...(lines.length > 1 ? { starts: Uint32Array.from([...starts.slice(0, value.length), end]) } : {}),
    };
  }
}
