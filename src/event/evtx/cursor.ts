import { say } from '../../text';
import type { Chunk } from './chunk';
import { Damage } from './damage';

/** A position in a chunk that advances as it is read, and never beyond the end. */
export class Cursor {
  readonly chunk: Chunk;
  at: number;
  readonly end: number;

  constructor(chunk: Chunk, at: number, end: number) {
    this.chunk = chunk;
    this.at = at;
    this.end = Math.min(end, chunk.length);
  }

  get left(): number {
    return this.end - this.at;
  }

  u8(): number {
    return this.chunk.view.getUint8(this.skip(1));
  }

  u16(): number {
    return this.chunk.view.getUint16(this.skip(2), true);
  }

  u32(): number {
    return this.chunk.view.getUint32(this.skip(4), true);
  }

  /** UTF-16 text after its length in units. */
  text(): string {
    const units = this.u16();
    return this.chunk.text(this.skip(units * 2), units);
  }

  /** Advances by `count` bytes and returns where they begin. */
  skip(count: number): number {
    const at = this.at;
    if (at + count > this.end)
      throw new Damage(
        say`${count} bytes should follow, but there are only ${Math.max(0, this.end - at)}`,
        at,
      );
    this.at = at + count;
    return at;
  }

  /** A name: its offset in the chunk, and at first use the name itself. */
  name(): string {
    const offset = this.u32();
    const name = this.chunk.name(offset);
    if (offset === this.at) this.skip(this.chunk.nameSize(offset));
    return name;
  }
}
