import { crc32 } from '../../event';
import { BinaryXmlWriter, Shared, type Span } from './binary-xml';
import { Bytes } from './bytes';
import type { Content } from './model';
import { ticks } from './values';

const HEADER = 4096;
const CHUNK = 65536;

/** Where a record was written, in bytes of the file. */
export interface WrittenRecord extends Span {
  /** Stretches of the file that the record needs, including its own. */
  readonly needs: readonly Span[];
}

/** Writes event log files as Windows does, for tests and benchmarks. A full chunk is followed by another. */
export class LogWriter {
  readonly records: WrittenRecord[] = [];
  private readonly chunks: ChunkWriter[] = [];

  /** Adds a record of binary XML. */
  add(...content: Content[]): this {
    const number = this.records.length + 1;
    const last = this.chunks[this.chunks.length - 1];
    const record = last?.add(number, content) ?? this.nextChunk().add(number, content);
    if (!record) throw new RangeError('the record is larger than a chunk');
    this.records.push(record);
    return this;
  }

  /** The next record goes into a new chunk. */
  nextChunk(): ChunkWriter {
    const chunk = new ChunkWriter(HEADER + this.chunks.length * CHUNK);
    this.chunks.push(chunk);
    return chunk;
  }

  /** The file. `flags` is 1 if Windows still had it open. */
  bytes(flags = 0): Uint8Array {
    const out = new Bytes(HEADER + this.chunks.length * CHUNK);
    out
      .raw(new TextEncoder().encode('ElfFile\0'))
      .u64(0n)
      .u64(BigInt(Math.max(0, this.chunks.length - 1)));
    out
      .u64(BigInt(this.records.length + 1))
      .u32(128)
      .u16(1)
      .u16(3)
      .u16(HEADER)
      .u16(this.chunks.length);
    out.setU32(120, flags);
    out.setU32(124, crc32(out.all(), 0, 120));
    out.at = HEADER;
    for (const chunk of this.chunks) out.raw(chunk.finish());
    return out.all();
  }
}

class ChunkWriter {
  private readonly offset: number;
  private readonly out = new Bytes(CHUNK);
  private shared = new Shared();
  private first = 0;
  private last = 0;
  private lastStart = 0;

  constructor(offset: number) {
    this.offset = offset;
    this.out.raw(new TextEncoder().encode('ElfChnk\0'));
    this.out.at = 512;
  }

  /** Null if the chunk has no space left. */
  add(number: number, content: readonly Content[]): WrittenRecord | null {
    const { out } = this;
    const start = out.at;
    const heads = out.all().slice(0, 512);
    const shared = this.shared.copy();
    const writer = new BinaryXmlWriter(out, shared);
    try {
      out.u32(0x2a2a).u32(0).u64(BigInt(number)).u64(ticks('2026-03-04T08:15:30.1234567Z'));
      writer.fragment(content);
      while ((out.at + 4) % 8 !== 0) out.u8(0);
      out.u32(out.at + 4 - start);
      out.setU32(start + 4, out.at - start);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      out.all().fill(0, start);
      out.all().set(heads);
      out.at = start;
      return null;
    }
    this.shared = shared;
    this.first ||= number;
    this.last = number;
    this.lastStart = start;
    const inFile = (span: Span) => ({ start: span.start + this.offset, end: span.end + this.offset });
    const own = inFile({ start, end: out.at });
    return { ...own, needs: [own, ...[...writer.uses].map(inFile)] };
  }

  finish(): Uint8Array {
    const { out } = this;
    const end = out.at;
    out.at = 8;
    const [first, last] = [BigInt(this.first), BigInt(this.last)];
    out.u64(first).u64(last).u64(first).u64(last).u32(128).u32(this.lastStart).u32(end);
    out.u32(crc32(out.all(), 512, end));
    out.setU32(124, crc32(out.all(), 128, 512, crc32(out.all(), 0, 120)));
    out.at = end;
    return out.all();
  }
}
