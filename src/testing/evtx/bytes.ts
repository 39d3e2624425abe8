/** A growing sequence of bytes. Sizes that are known only later are filled in afterwards. */
export class Bytes {
  private buffer: Uint8Array;
  private view: DataView;
  at = 0;

  constructor(size: number) {
    this.buffer = new Uint8Array(size);
    this.view = new DataView(this.buffer.buffer);
  }

  u8(value: number): this {
    this.view.setUint8(this.take(1), value);
    return this;
  }

  u16(value: number): this {
    this.view.setUint16(this.take(2), value, true);
    return this;
  }

  u32(value: number): this {
    this.view.setUint32(this.take(4), value, true);
    return this;
  }

  u64(value: bigint): this {
    this.view.setBigUint64(this.take(8), value, true);
    return this;
  }

  utf16(text: string): this {
    for (let i = 0; i < text.length; i++) this.u16(text.charCodeAt(i));
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.buffer.set(bytes, this.take(bytes.length));
    return this;
  }

  setU32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  getU32(at: number): number {
    return this.view.getUint32(at, true);
  }

  all(): Uint8Array {
    return this.buffer;
  }

  /** Throws a RangeError if there is no space left. */
  private take(count: number): number {
    const at = this.at;
    if (at + count > this.buffer.length) throw new RangeError('full');
    this.at = at + count;
    return at;
  }
}
