import { eventsOfSentence } from '../../../knowledge/rendered';
import type { EventSlice } from '../../event';
import { ParsedEvent, type SourceText } from '../../parsed-event';
import { isSeparator } from '../../scan';
import type { Reading, StretchReader, TextFormat } from '../format';
import { objectOf, spanSyntax } from '../span-syntax';
import { isLabelled, renderedSpans } from './spans';

const RENDERED_TEXT = 'Event Viewer text';

/** Longer lines are no sentence that begins an event, and no label of the header. */
const LONGEST_SENTENCE = 120;
/** The header is shorter than this. */
const HEADER_SIGHT = 1500;

/** The text of Windows events as Event Viewer shows and copies it, and Sysmon's, in English. */
export const renderedFormat: TextFormat = {
  name: RENDERED_TEXT,
  recognise,
  reader: (reading) => new RenderedReader(reading),
};

const syntax = spanSyntax(RENDERED_TEXT, renderedSpans);

function recognise(text: string, at: number): string | null {
  if (text.startsWith('Log Name:', at)) {
    const header = text.slice(at, at + HEADER_SIGHT);
    return /^[ \t]*Source:/m.test(header) && /^[ \t]*Event ID:/m.test(header)
      ? 'it begins with the header that Event Viewer copies: `Log Name`, `Source`, `Event ID`'
      : null;
  }
  const window = text.slice(at, at + 2 * LONGEST_SENTENCE);
  const feed = window.indexOf('\n');
  if (feed < 0) return null;
  const sentence = window.slice(0, feed).trim();
  if (eventsOfSentence(sentence).length === 0) return null;
  const next = window.slice(feed).trimStart().split('\n', 1)[0]!.trim();
  return isLabelled(next) ? `it begins with \`${sentence}\`, and labelled values stand below` : null;
}

/** Reads events one below another, each up to the sentence or header of the next. */
class RenderedReader implements StretchReader {
  readonly format = RENDERED_TEXT;
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
    const limit = this.endOf(start);
    this.at = limit;
    const xml = /^Event Xml:\s*(?=<Event[\s>])/.exec(text.slice(limit, limit + 100));
    if (xml) {
      // The same event follows as XML, which says all that its text says, exactly.
      this.at = limit + xml[0].length;
      return null;
    }
    let end = limit;
    while (end > start && isSeparator(text.charCodeAt(end - 1))) end--;
    const root = objectOf(renderedSpans(text.slice(start, end)));
    return new ParsedEvent(this.reading.count++, start, end, this.source, root);
  }

  /** Where the next event begins, whatever it is written in, or the end of the text. */
  private endOf(start: number): number {
    const { text } = this;
    let wasBlank = false;
    for (let feed = this.headEnd(start); feed >= 0; ) {
      const lineStart = feed + 1;
      let at = lineStart;
      while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
      if (at >= text.length) break;
      feed = text.indexOf('\n', at);
      const isBlank = feed === at || (text[at] === '\r' && feed === at + 1);
      if (!isBlank) {
        if (text.startsWith('Event Xml:', at) || recognise(text, at) !== null) return at;
        // A value of several lines may look like anything; another event stands apart from it, or cannot be mistaken.
        const stands = wasBlank || /^(?:\{|<Event[\s>])/.test(text.slice(at, at + 7));
        if (stands && at === lineStart && this.reading.beginsOther(at, RENDERED_TEXT)) return at;
      }
      wasBlank = isBlank;
    }
    return text.length;
  }

  /** The line feed behind the event's sentence, which does not begin another event; -1 where there is none. */
  private headEnd(start: number): number {
    const { text } = this;
    if (!text.startsWith('Log Name:', start)) return text.indexOf('\n', start);
    const found = /^[ \t]*Description:\s*/m.exec(text.slice(start, start + HEADER_SIGHT));
    return text.indexOf('\n', found ? start + found.index + found[0].length : start);
  }
}
