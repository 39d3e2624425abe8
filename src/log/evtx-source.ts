import { CHUNK_SIZE, EventReader, EvtxProblems, EvtxReader, type FileHeader, readFileHeader } from '../event';
import { prose } from '../text';
import {
  bytesOf,
  type EventPlace,
  type FirstPiece,
  type LogPiece,
  type LogPiecePlace,
  type LogSource,
  type SlicedFile,
} from './source';

/** How many chunks are read at once. */
const USUAL = 16;
/** Enough to see that a file without its header is still an event log. */
const SEEN = 4096 + 16 * CHUNK_SIZE;
const XML = 'XML';

/** A Windows event log, read a few chunks at a time; its events are XML, as when it is opened whole. */
export class EvtxSource implements LogSource {
  private constructor(
    private readonly file: SlicedFile,
    private readonly header: FileHeader | null,
    private readonly problems: EvtxProblems,
    private readonly chunks: number,
  ) {}

  static async open(file: SlicedFile, chunks = USUAL): Promise<EvtxSource> {
    const problems = new EvtxProblems();
    const header = readFileHeader(await bytesOf(file, 0, Math.min(SEEN, file.size)), problems);
    return new EvtxSource(file, header, problems, chunks);
  }

  get size(): number {
    return this.file.size;
  }

  /**
   * Reads the chunks that begin from byte `from` on and before `until`, the header's problems with those from the file's
   * beginning. A file that ends earlier than its size says ends there.
   */
  async *pieces(from = 0, until = Number.POSITIVE_INFINITY): AsyncGenerator<FirstPiece, void, undefined> {
    const { file, header } = this;
    let damage = from === 0 ? [...this.problems.all] : [];
    let index = 0;
    let start = header ? chunkFrom(header, from) : file.size;
    const stop = header ? chunkFrom(header, until) : file.size;
    do {
      const end = Math.min(start + this.chunks * CHUNK_SIZE, file.size, stop);
      if (end < start) return;
      const resumed = { index, line: 1, midLine: false, format: XML, prelude: '' };
      const place = { start, end, resumed, count: Infinity };
      const piece = await this.records(place);
      damage.push(...piece.problems.all);
      const { text, slices, offsets } = piece;
      yield {
        place: { ...place, count: slices.length },
        text,
        slices,
        offsets,
        lengths: offsets.map(() => 0),
        readAs: offsets.map(() => resumed),
        read: end,
        formats:
          index === 0 && slices.length > 0
            ? [{ format: XML, written: XML, evidence: prose('it is a Windows event log') }]
            : [],
        damage,
        surprising: piece.surprising,
        next: null,
        nextEvent: null,
      };
      damage = [];
      index += slices.length;
      start = end;
    } while (start < Math.min(file.size, stop));
  }

  async read(place: LogPiecePlace): Promise<LogPiece> {
    return await this.records(place);
  }

  async eventText({ offset }: EventPlace): Promise<string> {
    const { header } = this;
    if (!header) return '';
    const start = offset - ((offset - header.size) % CHUNK_SIZE);
    const bytes = await bytesOf(this.file, start, Math.min(start + CHUNK_SIZE, this.size));
    const reader = new EvtxReader(bytes, { header, offset: start });
    for (let record = reader.next(); record; record = reader.next())
      if (record.offset === offset) return record.xml;
    return '';
  }

  private async records(place: LogPiecePlace) {
    const { start, end, resumed } = place;
    const bytes = await bytesOf(this.file, start, end);
    const parts: string[] = [];
    const begins: number[] = [];
    const places: number[] = [];
    let length = 0;
    const reader = this.header ? new EvtxReader(bytes, { header: this.header, offset: start }) : null;
    for (let record = reader?.next(); record; record = reader?.next()) {
      parts.push(record.xml);
      begins.push(length);
      places.push(record.offset);
      length += record.xml.length + 1;
    }
    const text = parts.join('\n');
    const events = new EventReader(text, XML, undefined, resumed);
    const slices = [];
    const offsets: number[] = [];
    let record = 0;
    for (let slice = events.next(); slice; slice = events.next()) {
      while (record + 1 < begins.length && begins[record + 1]! <= slice.range.start) record++;
      slices.push(slice);
      offsets.push(places[record]!);
    }
    const problems = reader?.problems ?? new EvtxProblems();
    return { place, text, slices, offsets, problems, surprising: events.unknown };
  }
}

/** Where the first chunk begins that does so from byte `at` on. */
function chunkFrom({ size }: FileHeader, at: number): number {
  return size + Math.max(0, Math.ceil((at - size) / CHUNK_SIZE)) * CHUNK_SIZE;
}
