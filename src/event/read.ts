import type { EventSlice } from './event';
import { FORMATS } from './formats/all';
import type { EventFormat, Reading, StretchReader, TextFormat } from './formats/format';
import { LineCounter } from './line-counter';
import { isSeparator } from './scan';

export type { EventFormat } from './formats/format';

/** A text of events, read. */
export interface EventDocument {
  readonly text: string;
  readonly format: EventFormat;
  readonly slices: readonly EventSlice[];
}

/** Why a stretch of the text was read as it was. */
export interface Recognised {
  readonly format: EventFormat;
  readonly evidence: string;
  /** Where its first event begins. */
  readonly at: number;
}

/**
 * Reads all events of a text, whatever the formats in it. Never throws: what cannot be read is a slice that says what is
 * wrong at which characters, and the events after it are read all the same.
 */
export function readEvents(text: string): EventDocument {
  const reader = new EventReader(text);
  const slices: EventSlice[] = [];
  for (let slice = reader.next(); slice; slice = reader.next()) slices.push(slice);
  return { text, format: reader.format, slices };
}

/** The same, one event at a time, for a reader that works in pieces or keeps only what it found. */
export function* sliceEvents(text: string): Generator<EventSlice, void, undefined> {
  const reader = new EventReader(text);
  for (let slice = reader.next(); slice; slice = reader.next()) yield slice;
}

/**
 * Reads a text event by event, each stretch of it by the reader of its format. The time it takes is linear in the text,
 * whatever the text.
 */
export class EventReader implements Reading {
  readonly lines: LineCounter;
  count = 0;
  /** The formats that were recognised, each at its first stretch. */
  readonly recognised: Recognised[] = [];
  private readonly readers = new Map<TextFormat, StretchReader>();
  private reader: StretchReader | null = null;
  /** By the place where a line begins, what it was recognised as. */
  private readonly known = new Map<
    number,
    { readonly format: TextFormat; readonly evidence: string } | null
  >();
  /** By format: no line between the two places is of another. */
  private readonly ahead = new Map<EventFormat, { readonly from: number; readonly to: number }>();
  private at = 0;

  constructor(
    readonly text: string,
    private readonly formats: readonly TextFormat[] = FORMATS,
  ) {
    this.lines = new LineCounter(text);
  }

  /** How far the text has been read, in characters: for progress. */
  get position(): number {
    return this.reader?.position ?? this.at;
  }

  /** What must stand before the event that was read last, where the text is cut before it. */
  get prelude(): string {
    return this.reader?.prelude ?? '';
  }

  /** What the text turned out to be; final once `next` has returned null. */
  get format(): EventFormat {
    const names = [...new Set([...this.readers.values()].map(({ format }) => format))];
    return names.length === 0 ? 'empty' : names.join(' and ');
  }

  /** The next event, or what is wrong in its place; null at the end of the text. */
  next(): EventSlice | null {
    for (;;) {
      const slice = this.reader?.next();
      if (slice) return slice;
      this.at = this.position;
      while (this.at < this.text.length && isSeparator(this.text.charCodeAt(this.at))) this.at++;
      if (this.at >= this.text.length) return null;
      this.reader = this.readerAt(this.at);
    }
  }

  beginsOther(at: number, own: EventFormat): boolean {
    const format = this.formatAt(at)?.format;
    return format !== undefined && format.name !== own;
  }

  nextOther(at: number, own: EventFormat): number {
    // Asked for line after line: what was found lies ahead of the next ones too.
    const ahead = this.ahead.get(own);
    if (ahead && ahead.from <= at && at < ahead.to) return ahead.to;
    const to = this.findOther(at, own);
    this.ahead.set(own, { from: at, to });
    return to;
  }

  private findOther(at: number, own: EventFormat): number {
    const { text } = this;
    for (let feed = text.indexOf('\n', at); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      let start = feed + 1;
      while (text.charCodeAt(start) === 0x20 || text.charCodeAt(start) === 0x09) start++;
      if (start < text.length && this.beginsOther(start, own)) return start;
    }
    return text.length;
  }

  private readerAt(at: number): StretchReader {
    const found = this.formatAt(at);
    const format = found?.format ?? this.formats[0]!;
    let reader = this.readers.get(format);
    if (!reader) {
      reader = format.reader(this);
      this.readers.set(format, reader);
      if (found) this.recognised.push({ format: format.name, evidence: found.evidence, at });
    }
    reader.moveTo(at);
    return reader;
  }

  private formatAt(at: number): { readonly format: TextFormat; readonly evidence: string } | null {
    let found = this.known.get(at);
    if (found === undefined) {
      found = null;
      if (this.beginsLine(at)) {
        for (const format of this.formats) {
          const evidence = format.recognise(this.text, at);
          if (evidence !== null) {
            found = { format, evidence };
            break;
          }
        }
      }
      this.known.set(at, found);
    }
    return found;
  }

  private beginsLine(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 0x0a) return true;
      if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0xfeff) return false;
    }
    return true;
  }
}
