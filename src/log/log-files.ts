import type { EventFormat } from '../event';
import { EvtxSource } from './evtx-source';
import { lastAt } from './pieces';
import {
  type EventPlace,
  type FileLoss,
  type FirstPiece,
  type LogPiece,
  type LogPiecePlace,
  type LogSource,
  LostFile,
  type PieceText,
  type SlicedFile,
} from './source';
import { TextSource } from './text-source';

/** A file of a log. */
export interface LogFile {
  /** Different from that of each other file of the log. */
  readonly name: string;
  readonly file: SlicedFile;
  readonly isEvtx: boolean;
}

/** What is known about a file. */
interface Known {
  /** Where it begins among the bytes of all files. */
  readonly begin: number;
  source: Promise<TextSource | EvtxSource> | null;
  events: number;
  isWhole: boolean;
}

/**
 * Files of any format as one log, one behind the other. Each is read by itself: with its own encoding and form, and nothing
 * of it goes on in the next. One that cannot be read is left out from there on, and is among the losses; the others stay.
 */
export class LogFiles implements LogSource {
  readonly losses: FileLoss[] = [];
  readonly size: number;
  private readonly known: readonly Known[];

  /** `format`: the format to read all text as; absent: as recognised. */
  constructor(
    private readonly files: readonly LogFile[],
    private readonly format?: EventFormat,
    private readonly openText = TextSource.open,
  ) {
    let begin = 0;
    this.known = files.map(({ file }) => {
      const one = { begin, source: null, events: 0, isWhole: false };
      // A byte between files: the end of one is not the beginning of the next.
      begin += file.size + 1;
      return one;
    });
    this.size = Math.max(0, begin - 1);
  }

  async *pieces(): AsyncGenerator<FirstPiece, void, undefined> {
    let index = 0;
    for (const [file, known] of this.known.entries()) {
      try {
        const source = await this.sourceOf(file);
        for await (const piece of source.pieces()) {
          yield placed(piece, file, known.begin, index);
          known.events += piece.place.count;
          index += piece.place.count;
        }
        known.isWhole = true;
      } catch (error) {
        this.lose(file, error);
      }
    }
  }

  async read(place: LogPiecePlace): Promise<LogPiece> {
    const { file, begin } = this.fileAt(place.start);
    const { start, end } = place;
    const own = { ...place, start: start - begin, end: end - begin };
    return { ...(await this.from(file, (source) => source.read(own))), place };
  }

  async textOf(place: LogPiecePlace): Promise<PieceText | null> {
    const { file, begin } = this.fileAt(place.start);
    const { start, end } = place;
    const own = { ...place, start: start - begin, end: end - begin };
    const found = await this.from(file, async (source) =>
      source instanceof TextSource ? source.textOf(own) : null,
    );
    if (!found) return null;
    const { text, byteOf } = found;
    return {
      text,
      byteOf: () => {
        const at = byteOf();
        return (position) => begin + at(position);
      },
    };
  }

  eventText({ offset, length }: EventPlace): Promise<string> {
    const { file, begin } = this.fileAt(offset);
    return this.from(file, (source) => source.eventText({ offset: offset - begin, length }));
  }

  private fileAt(byte: number): { readonly file: number; readonly begin: number } {
    const file = lastAt(this.known.length, (i) => this.known[i]!.begin <= byte);
    return { file, begin: this.known[file]!.begin };
  }

  private async from<T>(file: number, read: (source: TextSource | EvtxSource) => Promise<T>): Promise<T> {
    try {
      return await read(await this.sourceOf(file));
    } catch (error) {
      throw new LostFile(this.lose(file, error));
    }
  }

  private sourceOf(file: number): Promise<TextSource | EvtxSource> {
    const known = this.known[file]!;
    const one = this.files[file]!;
    known.source ??= this.open(one).catch((error) => {
      known.source = null;
      throw error;
    });
    return known.source;
  }

  private open({ file, isEvtx }: LogFile): Promise<TextSource | EvtxSource> {
    const whole = new WholeFile(file);
    return isEvtx ? EvtxSource.open(whole) : this.openText(whole, this.format);
  }

  /** Any other error is one of our own, and is thrown. */
  private lose(file: number, error: unknown): FileLoss {
    if (!(error instanceof NotReadable)) throw error;
    const { events, isWhole } = this.known[file]!;
    const loss = { file, name: this.files[file]!.name, events, isWhole };
    if (!this.losses.some((one) => one.file === file)) this.losses.push(loss);
    return loss;
  }
}

class NotReadable extends Error {}

/** A file of which every byte that it had when it was opened has to be there: one that has shrunk is not read by half. */
class WholeFile implements SlicedFile {
  readonly size: number;

  constructor(private readonly file: SlicedFile) {
    this.size = file.size;
  }

  slice(start: number, end: number) {
    return {
      arrayBuffer: async () => {
        const bytes = await this.file
          .slice(start, end)
          .arrayBuffer()
          .catch((error) => {
            throw new NotReadable(String(error));
          });
        const wanted = Math.max(0, Math.min(end, this.size) - start);
        if (bytes.byteLength !== wanted) throw new NotReadable('It has shrunk.');
        return bytes;
      },
    };
  }
}

/** A piece of a file as one of the whole log: `begin` and `first` are where the file's bytes begin, and the piece's events. */
function placed(piece: FirstPiece, file: number, begin: number, first: number): FirstPiece {
  const { place, offsets, read, next, nextEvent, damage } = piece;
  return {
    ...piece,
    place: {
      ...place,
      start: place.start + begin,
      end: place.end + begin,
      resumed: { ...place.resumed, index: first },
    },
    offsets: offsets.map((offset) => offset + begin),
    read: read + begin,
    damage: damage.map((one) => ({ ...one, offset: one.offset + begin })),
    next: next && { ...next, start: next.start + begin },
    nextEvent: nextEvent === null ? null : nextEvent + begin,
    file,
    fileBegin: begin,
  };
}
