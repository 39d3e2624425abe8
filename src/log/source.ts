import type { EventDiagnostic, EventSlice, EvtxProblem } from '../event';
import { type EventFormat, EventReader, type Recognised, type Resumption, tableAround } from '../event';

/** A file of any size, read slice by slice; a `Blob` is one. */
export interface SlicedFile {
  readonly size: number;
  /** More follows behind `size` that is not at hand yet. */
  readonly goesOn?: boolean;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How an event's text is read: by which format's reader, and with which context besides the text. */
export type ReadAs = Pick<Resumption, 'format' | 'prelude'>;

/** A part of a log that can be read by itself. */
export interface LogPiecePlace {
  /** In bytes of the file. What is before `end` but belongs to the next piece is read with this one and discarded. */
  readonly start: number;
  readonly end: number;
  /** How to resume reading where the previous piece ended. */
  readonly resumed: Resumption;
  /** How many events it has, counting malformed ones. */
  readonly count: number;
}

/** A part of a log, read. */
export interface LogPiece {
  readonly place: LogPiecePlace;
  readonly text: string;
  /** Its events; their ranges are of `text`. */
  readonly slices: readonly EventSlice[];
}

/** A format of a log: its name in the list of all formats, the arrangement of its events, and why it was recognised. */
export type FoundFormat = Pick<Recognised, 'format' | 'written' | 'evidence'>;

/** What has to be read of a file is not at hand yet: it goes on. */
export class BeyondHand extends Error {}

/** Where a piece begins in the file, in bytes, and how reading resumes there. */
export interface PieceBegin {
  readonly start: number;
  readonly resumed: Resumption;
}

/** A piece that is read for the first time. */
export interface FirstPiece extends LogPiece {
  /** For each event its first byte in the file, and its length. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** For each event how it is read. */
  readonly readAs: readonly ReadAs[];
  /** How many bytes of the file have been read with it. */
  readonly read: number;
  /** Formats that begin in it. */
  readonly formats: readonly FoundFormat[];
  /** Damage of an event log. */
  readonly damage: readonly EvtxProblem[];
  /** Where its text is in an unknown format, or what its readers found surprising. */
  readonly surprising: readonly EventDiagnostic[];
  /**
   * Where the next event is to be read from, in the file and in characters of `text`, and where it begins; null if no
   * event is known to follow.
   */
  readonly next: (PieceBegin & { readonly chars: number }) | null;
  readonly nextEvent: number | null;
  /** The format that was chosen to read it as; absent: as recognised. */
  readonly forced?: EventFormat | undefined;
  /** The file of the log that it is of, and where that begins among the bytes of all; absent: the log is one file. */
  readonly file?: number;
  readonly fileBegin?: number;
}

/** The text of a piece without its events. */
export interface PieceText {
  readonly text: string;
  /**
   * Returns the byte of the file at which the character at a position of `text` begins; fast for ascending positions.
   */
  byteOf(): (at: number) => number;
}

/** A file of a log that cannot be read, or no longer. */
export interface FileLoss {
  readonly file: number;
  readonly name: string;
  /** How many of its events were read before. */
  readonly events: number;
  /** All of it had been read before. */
  readonly isWhole: boolean;
}

/** Thrown where a part of a file cannot be read. */
export class LostFile extends Error {
  constructor(readonly loss: FileLoss) {
    super(`${loss.name} cannot be read.`);
  }
}

/** Null for a file that is lost; any other error is thrown. */
export function unlessLost(error: unknown): null {
  if (error instanceof LostFile) return null;
  throw error;
}

/** A log of any size, of which only positions are kept. */
export interface LogSource {
  readonly size: number;
  /** Files of it that cannot be read, or no longer. */
  readonly losses?: readonly FileLoss[];
  /** Reads it from beginning to end. Rejects if the file can no longer be read from the disk. */
  pieces(): AsyncGenerator<FirstPiece, void, undefined>;
  /** Reads a piece again. */
  read(place: LogPiecePlace): Promise<LogPiece>;
  /** The text of a piece, if it is in the file as it is; absent if events have to be made first. */
  textOf?(place: LogPiecePlace): Promise<PieceText | null>;
  /** The own text of one event. */
  eventText(place: EventPlace): Promise<string>;
}

/** Where an event is in its file, in bytes. */
export interface EventPlace {
  readonly offset: number;
  readonly length: number;
}

/** The bytes of a part of a file. */
export async function bytesOf(file: SlicedFile, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/**
 * An event's text as an editor shows it, so that it is read alone as it is in its file: below the header of its table,
 * or in a table of JSON.
 */
export function aloneText(own: string, { prelude }: ReadAs): string {
  if (prelude.endsWith('\n')) return prelude + own;
  const [before, after] = tableAround(prelude) ?? ['', ''];
  return before + own + after;
}

/** An event read from its own text. */
export function readAlone(own: string, readAs: ReadAs, forced?: EventFormat): EventSlice | null {
  const reader = new EventReader(own, forced, undefined, { index: 0, line: 1, midLine: false, ...readAs });
  let first: EventSlice | null = null;
  // Before a row with another number of cells comes the report about it.
  for (let slice = reader.next(); slice; slice = reader.next()) {
    if (slice.event) return slice;
    first ??= slice;
  }
  return first;
}
