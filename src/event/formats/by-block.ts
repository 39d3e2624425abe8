import type { Words } from '../../text';
import type { EventSlice } from '../event';
import type { SourceText } from '../event-syntax';
import { ParsedEvent } from '../parsed-event';
import type { EventFormat, StretchReader, TextScan } from './format';
import { isSeparator } from './json/scan';
import { type FieldSpan, objectOf, spanSyntax } from './span-syntax';

/** A format whose events are blocks of lines, each up to the head of the next. */
export interface BlockFormat {
  readonly name: EventFormat;
  /** Why an event begins at `at`; null if none does. */
  recognise(text: string, at: number): Words | null;
  /** The line feed after the head of the event at `start` if it begins no other event; -1 if there is none. */
  headEnd(text: string, start: number): number;
  /** The values of an event's text. */
  spansOf(slice: string): readonly FieldSpan[];
  /**
   * Where the same event begins again in another format, right after the block that ends at `end`; -1 if it does not.
   */
  otherForm?(text: string, end: number): number;
}

/** Reads consecutive events. */
export class BlockReader implements StretchReader {
  readonly format: EventFormat;
  private readonly text: string;
  private readonly source: SourceText;
  private at = 0;

  constructor(
    private readonly scan: TextScan,
    private readonly block: BlockFormat,
  ) {
    this.format = block.name;
    this.text = scan.text;
    this.source = { text: scan.text, syntax: spanSyntax(block.name, block.spansOf) };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text, block } = this;
    while (this.at < text.length && isSeparator(text.charCodeAt(this.at))) this.at++;
    const start = this.at;
    if (start >= text.length || block.recognise(text, start) === null) return null;
    this.at = this.endOf(start);
    const other = block.otherForm?.(text, this.at) ?? -1;
    if (other >= 0) {
      this.at = other;
      return null;
    }
    let end = this.at;
    while (end > start && isSeparator(text.charCodeAt(end - 1))) end--;
    const root = objectOf(block.spansOf(text.slice(start, end)));
    return new ParsedEvent(this.scan.count++, start, end, this.source, root);
  }

  /** Where the next event of any format begins, or the end of the text. */
  private endOf(start: number): number {
    const { text, block } = this;
    let wasBlank = false;
    for (let feed = block.headEnd(text, start); feed >= 0; ) {
      const lineStart = feed + 1;
      let at = lineStart;
      while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
      if (at >= text.length) break;
      feed = text.indexOf('\n', at);
      const isBlank = feed === at || (text[at] === '\r' && feed === at + 1);
      if (!isBlank) {
        if (block.recognise(text, at) !== null || (block.otherForm?.(text, at) ?? -1) >= 0) return at;
        // A value with several lines may look like anything; another event is set apart from it, or is unmistakable.
        const stands = wasBlank || /^(?:\{|<Event[\s>])/.test(text.slice(at, at + 7));
        if (stands && at === lineStart && this.scan.beginsOther(at, block.name)) return at;
      }
      wasBlank = isBlank;
    }
    return text.length;
  }
}
