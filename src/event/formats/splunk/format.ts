import type { EventSlice } from '../../event';
import { ParsedEvent, type SourceText } from '../../parsed-event';
import { isSeparator } from '../../scan';
import type { Reading, StretchReader, TextFormat } from '../format';
import { objectOf, spanSyntax } from '../span-syntax';
import { isDate, splunkSpans } from './spans';

const SPLUNK = 'Splunk WinEventLog text';

/** The keys above the message are shorter than this. */
const HEADER_SIGHT = 1500;
/** Longer lines are no date. */
const LONGEST_DATE = 40;

/** Windows events as Splunk's input `WinEventLog` writes them: a date, a line `Key=Value` for each key, the message last. */
export const splunkFormat: TextFormat = {
  name: SPLUNK,
  recognise,
  reader: (reading) => new SplunkReader(reading),
};

const syntax = spanSyntax(SPLUNK, splunkSpans);

function recognise(text: string, at: number): string | null {
  const start = keysAt(text, at);
  if (start < 0) return null;
  const header = text.slice(start, start + HEADER_SIGHT);
  // The first line that is no key ends the header.
  const keys = /^(?:[A-Za-z][A-Za-z0-9_]{0,40}=[^\n]*(?:\n|$))+/.exec(header)?.[0] ?? '';
  if (!/^LogName=/m.test(keys) || !/^EventCode=\d/m.test(keys)) return null;
  return start > at
    ? 'below a date stand lines `LogName=` and `EventCode=`, as Splunk writes Windows events'
    : 'it begins with lines `LogName=` and `EventCode=`, as Splunk writes Windows events';
}

/** Where the keys of an event begin, below its date or at once; -1 where neither is there. */
function keysAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x4c) return text.startsWith('LogName=', at) ? at : -1;
  if (code < 0x30 || code > 0x39) return -1;
  const window = text.slice(at, at + LONGEST_DATE);
  const feed = window.indexOf('\n');
  if (feed < 0 || !isDate(window.slice(0, feed).trimEnd())) return -1;
  return at + feed + 1;
}

/** Reads events one below another, each up to the date or the keys of the next. */
class SplunkReader implements StretchReader {
  readonly format = SPLUNK;
  private readonly text: string;
  private readonly source: SourceText;
  private at = 0;

  constructor(private readonly reading: Reading) {
    this.text = reading.text;
    this.source = { text: reading.text, syntax };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this;
    while (this.at < text.length && isSeparator(text.charCodeAt(this.at))) this.at++;
    const start = this.at;
    if (start >= text.length || recognise(text, start) === null) return null;
    this.at = this.endOf(start);
    let end = this.at;
    while (end > start && isSeparator(text.charCodeAt(end - 1))) end--;
    const root = objectOf(splunkSpans(text.slice(start, end)));
    return new ParsedEvent(this.reading.count++, start, end, this.source, root);
  }

  /** Where the next event begins, whatever it is written in, or the end of the text. */
  private endOf(start: number): number {
    const { text } = this;
    let wasBlank = false;
    for (let feed = text.indexOf('\n', keysAt(text, start)); feed >= 0; ) {
      const at = feed + 1;
      if (at >= text.length) break;
      feed = text.indexOf('\n', at);
      const isBlank = feed === at || (text[at] === '\r' && feed === at + 1);
      if (!isBlank) {
        if (recognise(text, at) !== null) return at;
        // A value of several lines may look like anything; another event stands apart from it, or cannot be mistaken.
        const stands = wasBlank || /^(?:\{|<Event[\s>])/.test(text.slice(at, at + 7));
        if (stands && text[at] !== '\t' && text[at] !== ' ' && this.reading.beginsOther(at, SPLUNK))
          return at;
      }
      wasBlank = isBlank;
    }
    return text.length;
  }
}
