import type { Words } from '../../text';
import type { EventDiagnostic } from '../codes';
import type { EventSlice } from '../event';
import type { LineCounter } from '../line-counter';

/** The format of a text of events as the page shows it: `NDJSON`, `XML`, `CSV`, … */
export type EventFormat = string;

/** A text as the readers of several formats share it. */
export interface TextScan {
  readonly text: string;
  /** Line numbers of ascending positions. */
  readonly lines: LineCounter;
  /** The index of the next event in the document, counting malformed ones. Each reader increments it. */
  count: number;
  /** True if a line of another format than `own` begins at `at`. A reader that cannot read on ends there. */
  beginsOther(at: number, own: EventFormat): boolean;
  /** The next such line after `at`, or the end of the text. */
  nextOther(at: number, own: EventFormat): number;
  /** Reports what is surprising about events that can be read; only the first of many are kept. */
  tell(warning: EventDiagnostic): void;
  /** True if a line begins at `at` that no format recognises and that is read as plain lines. */
  isUnknown(at: number): boolean;
}

/** Reads consecutive events of one format. */
export interface StretchReader {
  /** How far the text has been read, in characters. */
  readonly position: number;
  /** The format of what it has read so far; final at the end of the text. */
  readonly format: EventFormat;
  /**
   * The context needed to read the last event and those after it, besides their own text: the bracket of an array, the
   * header of a table with its line break. Absent if there is none; null if the text cannot be cut before that event.
   */
  readonly prelude?: string | null;
  /**
   * Continues at `at`, after everything that it has read, where its format was recognised. With `prelude` it continues
   * in the middle of a part of which this text has only the rest.
   */
  moveTo(at: number, prelude?: string): void;
  /**
   * The next event, or what is wrong in its place. Null at the end of the part, at `position`: at the end of the text
   * or at a line of another format. Takes at least one character at the place it was moved to.
   */
  next(): EventSlice | null;
}

/** One format of events in a text. */
export interface TextFormat {
  readonly name: EventFormat;
  /**
   * Why the text at `at`, the first non-blank character of a line, is in this format; null if it is not. Must not look
   * further than `SIGHT` characters. Must not claim possible plain text on one weak sign.
   */
  recognise(text: string, at: number): Words | null;
  reader(scan: TextScan): StretchReader;
}

/** How far a format may look ahead to recognise itself. */
export const SIGHT = 4000;
