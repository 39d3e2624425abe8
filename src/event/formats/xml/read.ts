import { range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import type { LineCounter } from '../../line-counter';
import { ParsedEvent } from '../../parsed-event';
import { type Fault, show } from '../fault';
import type { StretchReader, TextScan } from '../format';
import { Finder } from './finder';
import { EventXmlParser } from './parse';
import { isEventStart } from './scanner';
import { ValueMaker } from './values';
import { xmlSyntax } from './xml-syntax';

export const XML = 'XML';

/** True if a text begins like XML. A syslog line's `<13>` does not. */
export function beginsXml(text: string, at: number): boolean {
  return /^<[?!/\p{L}_]/u.test(text.slice(at, at + 3));
}

/**
 * Reads Windows events written as XML, one after another or inside another element, as Event Viewer and wevtutil output
 * them. A malformed event becomes a slice that says what is wrong; the events after it are still read.
 */
export class XmlEventReader implements StretchReader {
  readonly format = XML;
  private readonly scan: TextScan;
  private readonly text: string;
  private readonly source: SourceText;
  private readonly parser: EventXmlParser<unknown>;
  private readonly lines: LineCounter;
  private readonly finder: Finder;
  private at = 0;
  /** The next place where an event begins, as far as known. */
  private ahead = -1;

  constructor(scan: TextScan) {
    const { text } = scan;
    this.scan = scan;
    this.text = text;
    this.source = { text, syntax: xmlSyntax };
    this.finder = new Finder(text);
    this.parser = new EventXmlParser(text, new ValueMaker(text), this.finder);
    this.lines = scan.lines;
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this;
    for (;;) {
      while (isBlank(text.charCodeAt(this.at))) this.at++;
      if (this.at >= text.length) return null;
      if (isEventStart(text, this.at)) return this.event();
      const end = this.markupEnd();
      if (end < 0) {
        if (this.scan.beginsOther(this.at, this.format)) return null;
        return this.otherText();
      }
      this.at = end;
    }
  }

  private event(): EventSlice {
    const start = this.at;
    const root = this.parser.event(start);
    if (root !== undefined) {
      this.at = this.parser.at;
      return new ParsedEvent(
        this.scan.count++,
        start,
        this.at,
        this.source,
        root as { [name: string]: unknown },
      );
    }
    const fault = this.parser.fault!;
    // A malformed event extends to its end tag, or to where the next one begins.
    const from = Math.max(start + 1, fault.at.start);
    const next = this.nextEvent(from);
    const close = this.nextClose(from);
    return this.malformed(start, Math.min(next, close), fault);
  }

  /** Where a declaration, a comment, or a tag around events ends; -1 for anything else. */
  private markupEnd(): number {
    const { text, at } = this;
    if (text.charCodeAt(at) !== 0x3c) return -1;
    if (text.startsWith('<!--', at)) return this.after('-->', at);
    if (text.startsWith('<?', at)) return this.after('?>', at);
    const end = this.after('>', at);
    if (end < 0 || text.startsWith('<!', at)) return end;
    if (text.startsWith('</', at) || /^<Events[\s>]/.test(text.slice(at, at + 8))) return end;
    let next = end;
    while (isBlank(text.charCodeAt(next))) next++;
    return isEventStart(text, next) ? end : -1;
  }

  private otherText(): EventSlice {
    const { text } = this;
    const start = this.at;
    const next = Math.min(this.nextEvent(start), this.scan.nextOther(start, this.format));
    const line = this.lines.endOf(start);
    const end = Math.max(start + 1, Math.min(next, line));
    const message = say`an event must be an \`Event\` element, but this is not: \`${show(text.slice(start, Math.min(end, start + 50)))}\`.`;
    return this.malformed(start, next, { code: 'xml-not-an-event', at: range(start, end), message });
  }

  private malformed(start: number, limit: number, fault: Fault): EventSlice {
    let end = limit;
    while (end > start + 1 && isBlank(this.text.charCodeAt(end - 1))) end--;
    this.at = limit;
    this.scan.count++;
    const { code, at, message } = fault;
    const line = this.lines.lineOf(at.start);
    return { range: range(start, Math.max(end, at.end)), code, at, line, message };
  }

  /** The position after the next end tag of an event from `from` on, or the end of the text. */
  private nextClose(from: number): number {
    const end = this.after('</Event>', from);
    return end < 0 ? this.text.length : end;
  }

  /** The position after the next `what`; -1 if there is none. */
  private after(what: string, from: number): number {
    const found = this.finder.next(what, from);
    return found < 0 ? -1 : found + what.length;
  }

  /** Where the next event begins from `from` on, or the end of the text. */
  private nextEvent(from: number): number {
    if (this.ahead >= from) return this.ahead;
    const { text } = this;
    let at = text.indexOf('<Event', from);
    while (at >= 0 && !isEventStart(text, at)) at = text.indexOf('<Event', at + 6);
    this.ahead = at < 0 ? text.length : at;
    return this.ahead;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}
