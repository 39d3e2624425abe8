import { range } from '../../../text/range';
import type { EventSlice } from '../../event';
import { ParsedEvent, type SourceText } from '../../parsed-event';
import { type Reading, SIGHT, type StretchReader, type TextFormat } from '../format';
import { type FieldSpan, objectOf, spanSyntax } from '../span-syntax';

const LINES = 'plain lines';

/** How log lines without further structure begin, and what that is called. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\S+ \S+ \S+ \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:/, 'as those of web servers do'],
  [/^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} /, 'with a time as syslog writes it'],
  [/^<\d{1,3}>1? ?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'with a time as syslog writes it'],
  [/^\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/, 'with a time'],
];

/** Log lines as they are: one value each, for keywords to be searched in. */
export const linesFormat: TextFormat = {
  name: LINES,
  recognise: (text, at) => {
    const line = text.slice(at, at + SIGHT);
    const beginning = BEGINNINGS.find(([pattern]) => pattern.test(line));
    return beginning ? `the line begins ${beginning[1]}` : null;
  },
  reader: (reading) => new LinesReader(reading),
};

function spansOf(line: string): readonly FieldSpan[] {
  return [{ name: 'message', value: line, key: null, at: range(0, line.length) }];
}

/** Reads each line that no other format claims as an event. */
class LinesReader implements StretchReader {
  readonly format = LINES;
  private readonly source: SourceText;
  private at = 0;

  constructor(private readonly reading: Reading) {
    this.source = { text: reading.text, syntax: spanSyntax(LINES, spansOf) };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this.reading;
    while (this.at < text.length && /\s|\ufeff/.test(text[this.at]!)) this.at++;
    const start = this.at;
    if (start >= text.length || this.reading.beginsOther(start, LINES)) return null;
    const feed = text.indexOf('\n', start);
    this.at = feed < 0 ? text.length : feed;
    let end = this.at;
    while (end > start + 1 && /\s/.test(text[end - 1]!)) end--;
    const root = objectOf(spansOf(text.slice(start, end)));
    return new ParsedEvent(this.reading.count++, start, end, this.source, root);
  }
}
