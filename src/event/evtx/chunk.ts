import { prose } from '../../text';
import { crc32 } from './crc32';
import { Damage } from './damage';
import { isXmlName } from './escape';
import { ascii } from './file-header';
import type { Template } from './nodes';

/** Where a chunk's records begin. */
export const RECORDS_START = 512;

/** A chunk of 64 KB written by Windows expands to some 200,000 characters. */
const BUDGET = 4_000_000;

/** One chunk of the file, with what its records share. All offsets count from its beginning. */
export class Chunk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly number: number;
  /** Where the chunk begins in the file. */
  readonly offset: number;
  /** Compiled templates, by offset and by the depth at which they are written. */
  readonly templates = new Map<number, Template>();
  private readonly names = new Map<number, string>();
  /** What this chunk may still cost, in bytes read again and characters written. */
  private budget = BUDGET;

  constructor(bytes: Uint8Array, number: number, offset: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.number = number;
    this.offset = offset;
  }

  get length(): number {
    return this.bytes.length;
  }

  get hasSignature(): boolean {
    return ascii(this.bytes, 0, 8) === 'ElfChnk\0';
  }

  /** True where Windows never wrote here. */
  get isBlank(): boolean {
    return this.bytes.every((byte) => byte === 0);
  }

  get headerIsWhole(): boolean {
    if (this.length < RECORDS_START) return false;
    const checksum = crc32(this.bytes, 128, RECORDS_START, crc32(this.bytes, 0, 120));
    return checksum === this.view.getUint32(124, true);
  }

  get recordsAreWhole(): boolean {
    const end = this.view.getUint32(48, true);
    return (
      end >= RECORDS_START &&
      end <= this.length &&
      crc32(this.bytes, RECORDS_START, end) === this.view.getUint32(52, true)
    );
  }

  /** Where the records end by the chunk's header. */
  get freeSpace(): number {
    return this.view.getUint32(48, true);
  }

  /** UTF-16 text of `units` units at `start`. The caller ensures that they are inside. */
  text(start: number, units: number): string {
    if (units <= 4096) {
      // A plain array: `apply` is much slower with a typed one.
      const codes = new Array<number>(units);
      for (let i = 0; i < units; i++) codes[i] = this.view.getUint16(start + i * 2, true);
      return String.fromCharCode.apply(null, codes);
    }
    let text = '';
    for (let at = 0; at < units; at += 4096) text += this.text(start + at * 2, Math.min(4096, units - at));
    return text;
  }

  /** The name whose entry is at `offset`: next entry, hash, length, characters. */
  name(offset: number): string {
    const known = this.names.get(offset);
    if (known !== undefined) return known;
    if (offset + 8 > this.length)
      throw new Damage(prose('the position of a name is outside the chunk'), offset);
    const length = this.view.getUint16(offset + 6, true);
    if (offset + 8 + length * 2 > this.length)
      throw new Damage(prose('a name is longer than the rest of the chunk'), offset);
    const name = this.text(offset + 8, length);
    if (hashOf(name) !== this.view.getUint16(offset + 4, true))
      throw new Damage(prose('the checksum of a name does not match'), offset);
    if (!isXmlName(name))
      throw new Damage(prose('a name has characters that an XML name may not have'), offset);
    this.names.set(offset, name);
    return name;
  }

  /** Size in bytes of the entry at `offset` that `name` has read. */
  nameSize(offset: number): number {
    return 10 + this.view.getUint16(offset + 6, true) * 2;
  }

  /**
   * Takes from the budget of the chunk. Templates may be used repeatedly, and inside one another, so that a few bytes
   * could mean endless work.
   */
  spend(amount: number, at: number): void {
    this.budget -= amount;
    if (this.budget < 0)
      throw new Damage(prose('the templates of this chunk expand beyond the size of any log'), at, true);
  }
}

/** The hash that Windows stores beside each name. */
export function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 65599) + name.charCodeAt(i)) | 0;
  return hash & 0xffff;
}
