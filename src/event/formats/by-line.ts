import type { EventSlice } from '../event';
import type { SourceText } from '../event-syntax';
import { ParsedEvent } from '../parsed-event';
import type { Shape } from '../shapes/shape';
import type { EventFormat, StretchReader, TextScan } from './format';
import { type FieldSpan, objectOf, spanSyntax } from './span-syntax';

/** Reads each line as an event; a line of another format ends the part. */
export class LineReader implements StretchReader {
  private readonly source: SourceText;
  private at = 0;

  /** `spansOf` gives the values of a line, trimmed; without `shape` they have their own names. */
  constructor(
    private readonly scan: TextScan,
    readonly format: EventFormat,
    private readonly spansOf: (line: string) => readonly FieldSpan[],
    shape?: Shape,
  ) {
    this.source = { text: scan.text, syntax: spanSyntax(format, spansOf, shape) };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    while (this.at < text.length && isBlank(text[this.at]!)) this.at++;
    const start = this.at;
    if (start >= text.length || this.scan.beginsOther(start, this.format)) return null;
    const feed = text.indexOf('\n', start);
    this.at = feed < 0 ? text.length : feed;
    let end = this.at;
    while (end > start + 1 && isBlank(text[end - 1]!)) end--;
    const root = objectOf(this.spansOf(text.slice(start, end)));
    return new ParsedEvent(this.scan.count++, start, end, this.source, root);
  }
}

function isBlank(character: string): boolean {
  return /\s|\ufeff/.test(character);
}
