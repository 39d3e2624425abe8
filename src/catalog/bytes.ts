/** Writes the parts of a binary file one after another. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 0xff);
  }

  /** Characters of ASCII. */
  ascii(text: string): void {
    for (const character of text) this.byte(character.charCodeAt(0));
  }

  /** A whole number from 0, seven bits a byte, low bits first; small numbers take one byte. */
  varint(value: number): void {
    while (value >= 0x80) {
      this.byte((value % 0x80) | 0x80);
      value = Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  /** 48 bits, high bits first. */
  hash(value: number): void {
    for (let shift = 5; shift >= 0; shift--) this.byte(Math.floor(value / 256 ** shift) % 256);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads what `ByteWriter` wrote. Throws if the bytes end too soon. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  get position(): number {
    return this.at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new Error('The file ends too soon.');
    return value;
  }

  /** True if the ASCII characters come next; then they are consumed, as far as they are there. */
  isNext(text: string): boolean {
    for (const character of text)
      if (this.left === 0 || this.byte() !== character.charCodeAt(0)) return false;
    return true;
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (factor > 0x8000_0000) throw new Error('The file has a number that is too large.');
    }
  }

  hash(): number {
    let value = 0;
    for (let i = 0; i < 6; i++) value = value * 256 + this.byte();
    return value;
  }
}
