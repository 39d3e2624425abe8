import { say } from '../../text';
import { type Chunk, RECORDS_START } from './chunk';
import type { EvtxProblems } from './problem';

/** Signature, size, number, time; after the binary XML, the size again. */
export const RECORD_HEAD = 24;
const SMALLEST = RECORD_HEAD + 4;
const SIGNATURE = 0x00002a2a;

/** Where a record is in its chunk. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Walks the records of a chunk. If none begins at a place, finds the next one that is intact at both ends and reports
 * what lies between.
 */
export class RecordWalk {
  private readonly chunk: Chunk;
  private readonly problems: EvtxProblems;
  private readonly end: number;
  /**
   * Beyond `end` the chunk may have records of an earlier use: only the one with the next number belongs to this one.
   */
  private readonly isOpenEnded: boolean;
  private at = RECORDS_START;
  private last = -1;

  constructor(chunk: Chunk, isOpenEnded: boolean, problems: EvtxProblems) {
    this.chunk = chunk;
    this.problems = problems;
    this.isOpenEnded = isOpenEnded;
    this.end = endOfRecords(chunk);
  }

  /** The next record; null after the last. */
  next(): RecordPlace | null {
    while (this.at < this.end) {
      const size = this.sizeAt(this.at);
      if (size > 0) return this.take(size);
      this.skip();
    }
    if (!this.isOpenEnded) return null;
    const size = this.sizeAt(this.at);
    return size > 0 && recordNumber(this.chunk, this.at) === this.last + 1 ? this.take(size) : null;
  }

  private take(size: number): RecordPlace {
    const start = this.at;
    this.at += size;
    this.last = recordNumber(this.chunk, start);
    return { start, end: this.at };
  }

  /** Size of the record at `at`; 0 if there is none, or if its sizes differ. */
  private sizeAt(at: number): number {
    const { view, length } = this.chunk;
    if (at + SMALLEST > length || view.getUint32(at, true) !== SIGNATURE) return 0;
    const size = view.getUint32(at + 4, true);
    if (size < SMALLEST || at + size > length) return 0;
    return view.getUint32(at + size - 4, true) === size ? size : 0;
  }

  private skip(): void {
    const start = this.at;
    const { view, bytes } = this.chunk;
    let next = start + 1;
    while (next < this.end && (bytes[next] !== 0x2a || this.sizeAt(next) === 0)) next++;
    this.at = next;
    // Zeros to the end are not a loss: nothing was written there.
    if (next >= this.end && isZero(bytes, start, next)) return;
    const at = { offset: this.chunk.offset + start, chunk: this.chunk.number };
    const hasHead = start + RECORD_HEAD <= this.end && view.getUint32(start, true) === SIGNATURE;
    if (hasHead) {
      const record = recordNumber(this.chunk, start);
      const message = say`Record ${record} is damaged: its size does not match what follows. It is left out.`;
      this.problems.add('error', 'evtx-record-size', { ...at, record }, message);
    } else {
      const message = say`Chunk ${this.chunk.number}: no record begins at byte ${at.offset}; ${next - start} bytes are left out.`;
      this.problems.add('error', 'evtx-bytes-skipped', at, message);
    }
  }
}

/** The number that Windows gave the record. */
export function recordNumber(chunk: Chunk, at: number): number {
  return chunk.view.getUint32(at + 12, true) * 2 ** 32 + chunk.view.getUint32(at + 8, true);
}

/** Where the records end: at the header's value if a record ends there, otherwise at the end of the chunk. */
function endOfRecords(chunk: Chunk): number {
  if (chunk.length < RECORDS_START) return 0;
  const end = chunk.freeSpace;
  if (end < RECORDS_START || end > chunk.length) return chunk.length;
  if (end === RECORDS_START || chunk.headerIsWhole) return end;
  const size = chunk.view.getUint32(end - 4, true);
  const start = end - size;
  const isRecord =
    size >= SMALLEST && start >= RECORDS_START && chunk.view.getUint32(start, true) === SIGNATURE;
  return isRecord ? end : chunk.length;
}

function isZero(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== 0) return false;
  return true;
}
