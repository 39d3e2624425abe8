import type { EventFormat } from '../event';
import type { LogStretch } from './messages';
import type { FirstPiece, LogPiecePlace, ReadAs } from './source';

/** What is known about a piece of a log. */
export interface KnownPiece {
  readonly place: LogPiecePlace;
  /** Bytes of the file that belong only to this piece. */
  readonly bytes: number;
  /** Its file among those of the log. */
  readonly file: number;
  readonly forced: EventFormat | undefined;
  /** It can no longer be read: what is known of it stays. */
  isLost: boolean;
  /** The last question and the last search that its events have been through. */
  evaluated: number;
  searched: number;
}

/** The pieces of a log in file order, and how its events are read. */
export class KnownPieces {
  readonly all: KnownPiece[] = [];
  /** The total bytes of the pieces. */
  bytes = 0;
  /** For each change of format, the event from which it applies. */
  private readonly readFrom: number[] = [];
  private readonly readAs: ReadAs[] = [];

  add({ place, read, readAs, forced, file = 0 }: FirstPiece, begin: number): KnownPiece {
    const piece = {
      place,
      bytes: read - begin,
      file,
      forced,
      isLost: false,
      evaluated: -1,
      searched: -1,
    };
    this.all.push(piece);
    this.bytes += piece.bytes;
    for (let i = 0; i < readAs.length; i++) {
      const { format, prelude } = readAs[i]!;
      const last = this.readAs.at(-1);
      if (last && (readAs[i] === readAs[i - 1] || (last.format === format && last.prelude === prelude)))
        continue;
      this.readFrom.push(place.resumed.index + i);
      this.readAs.push({ format, prelude });
    }
    return piece;
  }

  /** Each piece, as it can be read by itself. */
  get stretches(): LogStretch[] {
    return this.all.map(({ place, bytes, file }) => ({ place, bytes, file }));
  }

  /** The file that an event is of, among those of the log. */
  fileOf(event: number): number {
    return this.all[this.pieceOf(event)]!.file;
  }

  /** The index of the piece that contains an event. */
  pieceOf(event: number): number {
    return lastAt(this.all.length, (i) => this.all[i]!.place.resumed.index <= event);
  }

  /** How an event is read. */
  readAsOf(event: number): ReadAs {
    return this.readAs[lastAt(this.readFrom.length, (i) => this.readFrom[i]! <= event)]!;
  }

  /** Bytes of the pieces that are `through`. */
  bytesWhere(through: (piece: KnownPiece) => boolean): number {
    let sum = 0;
    for (const piece of this.all) if (through(piece)) sum += piece.bytes;
    return sum;
  }
}

/** The number of a piece's first event. */
export function firstEventOf({ place }: KnownPiece): number {
  return place.resumed.index;
}

/** The last of `count` places for which `holds` is true; it is true up to some place and false after it. */
export function lastAt(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
