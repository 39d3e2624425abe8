import type { EventSlice } from '../event';
import type { LineCounter } from '../line-counter';

/** What a text of events turned out to be, as the page shows it: `NDJSON`, `XML`, `CSV`, … */
export type EventFormat = string;

/** A text on its way through the readers of several formats; it is one object for all of them. */
export interface TextScan {
  readonly text: string;
  /** Lines of ascending places. */
  readonly lines: LineCounter;
  /** The number of the next event in the document, malformed ones counted. Each reader counts on. */
  count: number;
  /** True where a line begins at `at` that is of another format than `own`. A reader that cannot read on ends there. */
  beginsOther(at: number, own: EventFormat): boolean;
  /** The next line after `at` that is so, or the end of the text. */
  nextOther(at: number, own: EventFormat): number;
  /** True where a line begins at `at` that no format claims, and that is read as plain lines. */
  isUnknown(at: number): boolean;
}

/** Reads stretches of one format. */
export interface StretchReader {
  /** How far the text has been read, in characters. */
  readonly position: number;
  /** What it has read so far; final at the end of the text. */
  readonly format: EventFormat;
  /**
   * What the event that was read last, and those behind it, are read by beside their own text: the bracket of an array, the
   * header of a table with its line break. Absent where there is no such thing; null where the text cannot be cut before
   * that event.
   */
  readonly prelude?: string | null;
  /**
   * Goes on at `at`, beyond all that it has read, where its format was recognised. With `prelude` it goes on in the middle of
   * a stretch of which this text holds only the rest.
   */
  moveTo(at: number, prelude?: string): void;
  /**
   * The next event, or what is wrong in its place. Null at the end of the stretch, where `position` tells: at the end of
   * the text, or at a line that is of another format. Takes at least one character where it was moved to.
   */
  next(): EventSlice | null;
}

/** One way in which events are written in a text. */
export interface TextFormat {
  readonly name: EventFormat;
  /**
   * Why the text from `at`, the first character of a line that is no blank, is of this format; null where it is not. Must
   * not look further than `SIGHT` characters. What may as well be plain text must not be claimed on one weak sign.
   */
  recognise(text: string, at: number): string | null;
  reader(scan: TextScan): StretchReader;
}

/** So far a format may look ahead to recognise itself. */
export const SIGHT = 4000;
