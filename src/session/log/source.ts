import type { EventSlice } from '../../event/event';
import type { Resumption } from '../../event/read';
import type { EvtxProblem } from '../../evtx/problem';

/** A file of any size, read slice by slice; a `Blob` is one. */
export interface SlicedFile {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A stretch of a log that can be read by itself. */
export interface PiecePlace {
  /** In bytes of the file; what stands before `end` and belongs to the next piece is read with this one and left out. */
  readonly start: number;
  readonly end: number;
  /** How its reading goes on where that of the piece before ended. */
  readonly resumed: Resumption;
  /** How many events it has, malformed ones counted. */
  readonly count: number;
}

/** A stretch of a log, read. */
export interface Piece {
  readonly place: PiecePlace;
  readonly text: string;
  /** Its events; their ranges are of `text`. */
  readonly slices: readonly EventSlice[];
}

/** A piece that is read for the first time. */
export interface FirstPiece extends Piece {
  /** By event its first byte in the file, and how many it has. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** How many bytes of the file have been read with it. */
  readonly read: number;
  /** Formats that begin in it: name and evidence. */
  readonly formats: readonly { readonly format: string; readonly evidence: string }[];
  /** Damage of an event log. */
  readonly damage: readonly EvtxProblem[];
}

/** A log of any size; nothing of it is kept but where it stands. */
export interface LogSource {
  readonly size: number;
  /** Reads it from its beginning to its end. Rejects where the file can no longer be read from the disk. */
  pieces(): AsyncGenerator<FirstPiece, void, undefined>;
  /** Reads a piece again. */
  read(place: PiecePlace): Promise<Piece>;
  /** The own text of an event of `place`, as an editor holds it: below the header of its table. */
  textOf(place: PiecePlace, event: EventPlace): Promise<string>;
}

/** Where an event stands in its file, in bytes. */
export interface EventPlace {
  readonly offset: number;
  readonly length: number;
}

/** The bytes of a stretch of a file. */
export async function bytesOf(file: SlicedFile, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}
