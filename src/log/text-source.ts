import type { Encoding, EventDiagnostic, EventSlice } from '../event';
import {
  decoded,
  type EventFormat,
  EventReader,
  encodingOf,
  GOES_ON,
  type Recognised,
  type Resumption,
  SIGHT,
} from '../event';
import { BytePlaces } from './byte-places';

import {
  BeyondHand,
  bytesOf,
  type EventPlace,
  type FirstPiece,
  type LogPiece,
  type LogPiecePlace,
  type LogSource,
  type PieceBegin,
  type PieceText,
  type ReadAs,
  type SlicedFile,
} from './source';

/** How much is read at once. Tests make everything small. */
export interface PieceSizes {
  /** Bytes of a piece. */
  readonly usual: number;
  /** An event longer than this is read only up to this many bytes. */
  readonly most: number;
  /** How many characters the readers look ahead: what is closer to the end of a piece is read with the next one. */
  readonly sight: number;
  /** Malformed text this close to the end of a piece, in characters, may only have been cut. */
  readonly doubt: number;
}

const SIZES: PieceSizes = { usual: 1 << 20, most: 64 << 20, sight: SIGHT, doubt: 1 << 18 };

export const BEGINNING: Resumption = { index: 0, line: 1, midLine: false, format: null, prelude: '' };

/**
 * A text file of events. It is cut before events, so that each piece is read as in the whole: with the header of its
 * table, inside its array, with its line numbers. Formats are recognised across cuts; tables and arrays continue.
 */
export class TextSource implements LogSource {
  private constructor(
    private readonly file: SlicedFile,
    private readonly encoding: Encoding,
    private readonly format: EventFormat | undefined,
    private readonly sizes: PieceSizes,
  ) {}

  /** `format`: the format to read all events as; absent: as recognised. */
  static async open(file: SlicedFile, format?: EventFormat, sizes = SIZES): Promise<TextSource> {
    return new TextSource(file, encodingOf(await bytesOf(file, 0, 4)), format, sizes);
  }

  get size(): number {
    return this.file.size;
  }

  /** Where the file's text begins, and how it is read from there. */
  get beginning(): PieceBegin {
    return { start: this.encoding.mark, resumed: BEGINNING };
  }

  /**
   * Reads from `from` to the last event that begins before byte `until`. A file that ends earlier than its size says ends
   * there.
   */
  async *pieces(
    from: PieceBegin = this.beginning,
    until = Number.POSITIVE_INFINITY,
  ): AsyncGenerator<FirstPiece, void, undefined> {
    const { file, sizes, encoding } = this;
    let { start, resumed } = from;
    let size = sizes.usual;
    while (start < file.size) {
      // Even, so that no unit of UTF-16 is cut.
      const wanted = Math.min(start + size + (size % 2), file.size);
      const bytes = await bytesOf(file, start, wanted);
      const end = start + bytes.length;
      const isLast = end < wanted || end >= file.size;
      const cut = new CutPiece(decoded(bytes, encoding), resumed, this.format);
      const sure = (isLast && !file.goesOn) || size >= sizes.most ? cut.slices.length : cut.sure(sizes);
      if (sure === 0 && !isLast && size < sizes.most) {
        size = Math.min(size * 2, sizes.most);
        continue;
      }
      const places = placesIn(cut.text, bytes, encoding);
      const { slices } = cut;
      const offsets: number[] = [];
      const lengths: number[] = [];
      for (let i = 0; i < sure; i++) {
        const { range } = slices[i]!;
        const from = places(range.start);
        if (start + from >= until && cut.canCut(i)) break;
        offsets.push(start + from);
        lengths.push(places(range.end) - from);
      }
      const kept = offsets.length;
      if (isLast && file.goesOn && kept === sure) throw new BeyondHand();
      const next = slices[kept];
      const at = next ? cut.lineStart(next.range.start) : cut.text.length;
      const read = next ? start + places(at) : end;
      const resumption = cut.resumption(kept, at);
      yield {
        place: { start, end, resumed, count: kept },
        text: cut.text,
        slices: slices.slice(0, kept),
        offsets,
        lengths,
        readAs: cut.readAs(kept),
        read,
        formats: cut.formats.filter((found) => found.at < at),
        damage: [],
        surprising: cut.surprising.filter(
          // Text of unknown form is told where it begins, and not again where reading resumes there.
          ({ range, code }) =>
            range.start < at || (code === 'format-unknown' && range.start === next?.range.start),
        ),
        next: next ? { start: read, resumed: resumption, chars: at } : null,
        nextEvent: next ? start + places(next.range.start) : null,
        forced: this.format,
      };
      if (kept < sure || (isLast && !file.goesOn && !next)) return;
      resumed = resumption;
      start = read;
      size = sizes.usual;
    }
    if (file.goesOn) throw new BeyondHand();
  }

  async read(place: LogPiecePlace): Promise<LogPiece> {
    const bytes = await bytesOf(this.file, place.start, place.end);
    const text = decoded(bytes, this.encoding);
    const reader = new EventReader(text, this.format, undefined, place.resumed);
    const slices: EventSlice[] = [];
    while (slices.length < place.count) {
      const slice = reader.next();
      if (!slice) break;
      slices.push(slice);
    }
    return { place, text, slices };
  }

  async textOf({ start, end }: LogPiecePlace): Promise<PieceText> {
    const bytes = await bytesOf(this.file, start, end);
    const text = decoded(bytes, this.encoding);
    const byteOf = () => {
      const places = placesIn(text, bytes, this.encoding);
      return (at: number) => start + places(at);
    };
    return { text, byteOf };
  }

  async eventText({ offset, length }: EventPlace): Promise<string> {
    return decoded(await bytesOf(this.file, offset, offset + length), this.encoding);
  }
}

/** Converts positions in a text to bytes of what it was decoded from. */
function placesIn(text: string, bytes: Uint8Array, { name }: Encoding): (at: number) => number {
  if (name !== 'utf-8') return (at) => Math.min(2 * at, bytes.length);
  const places = new BytePlaces(text, bytes);
  return (at) => places.byteOf(at);
}

/**
 * A piece of text with all events that can be read from it, and how to resume reading after each if it is cut there.
 */
class CutPiece {
  readonly slices: EventSlice[] = [];
  readonly formats: readonly Recognised[];
  readonly surprising: readonly EventDiagnostic[];
  private readonly states: (ReadAs | null)[] = [];
  private readonly end: ReadAs;

  constructor(
    readonly text: string,
    private readonly resumed: Resumption,
    format: EventFormat | undefined,
  ) {
    const reader = new EventReader(text, format, undefined, resumed);
    let last: ReadAs | null = null;
    for (let slice = reader.next(); slice; slice = reader.next()) {
      this.slices.push(slice);
      // One object for all that are read alike.
      const state = reader.resumption;
      const isSame = state && last?.format === state.format && last.prelude === state.prelude;
      this.states.push(isSame ? last : state);
      last = state ? this.states.at(-1)! : last;
    }
    this.end = reader.resumption ?? { format: null, prelude: '' };
    this.surprising = reader.unknown;
    this.formats = reader.recognised.filter(({ evidence }) => evidence !== GOES_ON);
  }

  /** How many events do not depend on what follows the piece. */
  sure({ sight, doubt }: PieceSizes): number {
    const { slices, text } = this;
    let kept = 0;
    while (kept < slices.length - 1) {
      const slice = slices[kept]!;
      if (slice.range.end > text.length - (slice.event ? sight : Math.max(sight, doubt))) break;
      kept++;
    }
    while (kept > 0 && this.states[kept] === null) kept--;
    return kept;
  }

  /** True if the text can be cut before this event. */
  canCut(event: number): boolean {
    return this.states[event] !== null;
  }

  /**
   * How each of the first `kept` events is read. What must not be separated from the preceding text is read like that.
   */
  readAs(kept: number): ReadAs[] {
    const all: ReadAs[] = [];
    for (let i = 0; i < kept; i++) all.push(this.states[i] ?? all[i - 1] ?? this.resumed);
    return all;
  }

  /**
   * `at` or, if only blanks precede it in its line, the beginning of the line, because the indentation matters to
   * readers.
   */
  lineStart(at: number): number {
    const { text } = this;
    let start = at;
    while (start > 0 && (text.charCodeAt(start - 1) === 0x20 || text.charCodeAt(start - 1) === 0x09)) start--;
    return start === 0 || text.charCodeAt(start - 1) === 0x0a ? start : at;
  }

  /** How the next piece resumes, which begins at `at` with the event after the first `kept`. */
  resumption(kept: number, at: number): Resumption {
    const { text, resumed } = this;
    let line = resumed.line;
    for (let feed = text.indexOf('\n'); feed >= 0 && feed < at; feed = text.indexOf('\n', feed + 1)) line++;
    let before = at - 1;
    while (before >= 0 && (text.charCodeAt(before) === 0x20 || text.charCodeAt(before) === 0x09)) before--;
    const midLine = before < 0 ? resumed.midLine : text.charCodeAt(before) !== 0x0a;
    return { index: resumed.index + kept, line, midLine, ...(this.states[kept] ?? this.end) };
  }
}
