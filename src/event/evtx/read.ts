import { say } from '../../text';
import { Chunk, RECORDS_START } from './chunk';
import { Damage } from './damage';
import { CHUNK_SIZE, type FileHeader, readFileHeader } from './file-header';
import { EvtxProblems } from './problem';
import { RECORD_HEAD, type RecordPlace, RecordWalk, recordNumber } from './records';
import { fileTime } from './values/time';
import { recordXml } from './write';

/** One record of an event log. */
export interface EvtxRecord {
  /** Its number in this file; in an exported log it differs from the event's own EventRecordID. */
  readonly number: number;
  /** When it was written: `2026-03-04T08:15:30.1234567Z`. */
  readonly written: string;
  /** The index of its chunk, and its first byte in the file. */
  readonly chunk: number;
  readonly offset: number;
  /** The event as XML, laid out as Event Viewer copies it; where the reader writes it otherwise, so. */
  readonly xml: string;
}

/** A part of a file that begins with a chunk. */
export interface EvtxPart {
  /** The header of the file. */
  readonly header: FileHeader;
  /** Where the part begins in the file, in bytes. */
  readonly offset: number;
}

/**
 * Reads a Windows event log record by record, in file order. Never throws: damaged parts are left out and reported in
 * `problems`, and everything around them is read.
 */
export class EvtxReader {
  readonly problems = new EvtxProblems();
  private readonly bytes: Uint8Array;
  private readonly header: FileHeader | null;
  /** Where `bytes` begin in the file. */
  private readonly base: number;
  private at: number;
  private chunk: Chunk | null = null;
  private walk: RecordWalk | null = null;

  /** `bytes`: the whole file or, with `part`, a part of it. `write`: how a record is written. */
  constructor(
    bytes: Uint8Array,
    part?: EvtxPart,
    private readonly write = recordXml,
  ) {
    this.bytes = bytes;
    this.header = part ? part.header : readFileHeader(bytes, this.problems);
    this.base = part?.offset ?? 0;
    this.at = part ? 0 : (this.header?.size ?? bytes.length);
  }

  /** How far the file has been read, in bytes: for progress. */
  get position(): number {
    return this.base + this.at;
  }

  /** The next record that can be read; null at the end of the file. */
  next(): EvtxRecord | null {
    for (;;) {
      const place = this.walk?.next();
      if (place) {
        const record = this.record(this.chunk!, place);
        if (record) return record;
      } else if (!this.nextChunk()) return null;
    }
  }

  private nextChunk(): boolean {
    this.walk = null;
    this.chunk = null;
    while (this.at < this.bytes.length && !this.walk) {
      const number = Math.floor((this.position - this.header!.size) / CHUNK_SIZE);
      const chunk = new Chunk(this.bytes.subarray(this.at, this.at + CHUNK_SIZE), number, this.position);
      this.at += chunk.length;
      if (this.isWorthWalking(chunk)) {
        this.chunk = chunk;
        this.walk = new RecordWalk(chunk, this.header!.isDirty, this.problems);
      }
    }
    return this.walk !== null;
  }

  /** Checks the chunk's own header. Even a damaged one may have intact records, so each is walked. */
  private isWorthWalking(chunk: Chunk): boolean {
    const at = { offset: chunk.offset, chunk: chunk.number };
    if (!chunk.hasSignature && chunk.isBlank) return false;
    if (chunk.length < CHUNK_SIZE) {
      const message = say`The file ends inside chunk ${chunk.number}, after ${chunk.length} of ${CHUNK_SIZE} bytes. The records up to there are read. Copy the file again to get the rest.`;
      this.problems.add('warning', 'evtx-file-cut', at, message);
      return chunk.length > RECORDS_START;
    }
    if (!chunk.hasSignature) {
      const message = say`Chunk ${chunk.number} does not begin with \`ElfChnk\`. Its undamaged records are still read.`;
      this.problems.add('error', 'evtx-chunk-signature', at, message);
    } else if (!chunk.headerIsWhole) {
      const message = say`The header of chunk ${chunk.number} is damaged: its checksum does not match. Its undamaged records are still read.`;
      this.problems.add('warning', 'evtx-chunk-header', at, message);
    } else if (!chunk.recordsAreWhole) {
      const message = say`The records of chunk ${chunk.number} are not as Windows wrote them: their checksum does not match. They may have been changed.`;
      this.problems.add('warning', 'evtx-chunk-records', at, message);
    }
    return true;
  }

  private record(chunk: Chunk, place: RecordPlace): EvtxRecord | null {
    const number = recordNumber(chunk, place.start);
    const offset = chunk.offset + place.start;
    try {
      const xml = this.write(chunk, place.start + RECORD_HEAD, place.end - 4);
      const written = fileTime(chunk.view, place.start + 16);
      return { number, written, chunk: chunk.number, offset, xml };
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      const code = error.isLimit ? 'evtx-record-limit' : 'evtx-record-content';
      const message = say`Record ${number} cannot be read: ${error.says} (byte ${chunk.offset + error.offset}). It is left out.`;
      this.problems.add('error', code, { offset, chunk: chunk.number, record: number }, message);
      return null;
    }
  }
}

/** All records of a log that is known to be small. */
export function readEvtx(bytes: Uint8Array): { records: EvtxRecord[]; problems: EvtxProblems } {
  const reader = new EvtxReader(bytes);
  const records: EvtxRecord[] = [];
  for (let record = reader.next(); record; record = reader.next()) records.push(record);
  return { records, problems: reader.problems };
}
