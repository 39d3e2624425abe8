import type { EventSlice } from '../../event';
import { ParsedEvent, type SourceText } from '../../parsed-event';
import { type Reading, SIGHT, type StretchReader, type TextFormat } from '../format';
import { objectOf, spanSyntax } from '../span-syntax';
import { keyEnd, lineSpans } from './scan';

const PAIRS = 'key=value';

/** Lines of `key=value`, logfmt among them. */
export const pairsFormat: TextFormat = {
  name: PAIRS,
  recognise: (text, at) => {
    if (keyEnd(text, at) < 0) return null;
    const feed = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(feed < 0 ? text.length : feed, at + SIGHT)).trimEnd();
    const keys = lineSpans(line).filter(({ key }) => key !== null);
    if (keys.length < 2) return null;
    return `the line begins with \`${keys[0]!.name}=\` and has ${keys.length} keys with values`;
  },
  reader: (reading) => new PairsReader(reading),
};

/** Reads a line as an event; a line of another format ends the stretch. */
class PairsReader implements StretchReader {
  readonly format = PAIRS;
  private readonly source: SourceText;
  private at = 0;

  constructor(private readonly reading: Reading) {
    this.source = { text: reading.text, syntax: spanSyntax(PAIRS, lineSpans) };
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
    if (start >= text.length || this.reading.beginsOther(start, PAIRS)) return null;
    const feed = text.indexOf('\n', start);
    this.at = feed < 0 ? text.length : feed;
    let end = this.at;
    while (end > start + 1 && /\s/.test(text[end - 1]!)) end--;
    return new ParsedEvent(
      this.reading.count++,
      start,
      end,
      this.source,
      objectOf(lineSpans(text.slice(start, end))),
    );
  }
}
