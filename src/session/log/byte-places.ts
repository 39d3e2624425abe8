/**
 * Turns ascending places in a decoded text into places in its UTF-8 bytes. Characters of one byte are counted on both
 * sides: they decode one to one whatever stands between them, so that bytes which are no UTF-8 shift nothing.
 */
export class BytePlaces {
  private char = 0;
  private byte = 0;
  private readonly isPlain: boolean;

  constructor(
    private readonly text: string,
    private readonly bytes: Uint8Array,
  ) {
    // A character takes at least a byte: where there are as many, each took one.
    this.isPlain = text.length === bytes.length;
  }

  /** The byte where the character at `place` begins. Exact where it, or the one before it, is ASCII, as at an event's ends. */
  byteOf(place: number): number {
    if (this.isPlain) return place;
    const { text, bytes } = this;
    const at = Math.max(place, this.char);
    let single = 0;
    for (let i = this.char; i < at; i++) if (text.charCodeAt(i) < 0x80) single++;
    const moved = at > this.char;
    this.char = at;
    while (single > 0) if (bytes[this.byte++]! < 0x80) single--;
    // Past the longer ones that stand before it.
    if (moved && text.charCodeAt(at - 1) >= 0x80)
      while (this.byte < bytes.length && bytes[this.byte]! >= 0x80) this.byte++;
    return this.byte;
  }
}
