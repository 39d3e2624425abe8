/**
 * Converts positions in a decoded text to positions in its UTF-8 bytes, each from the one before. One-byte characters
 * are counted on both sides: they decode one to one whatever is between them, so invalid UTF-8 shifts nothing.
 */
export class BytePlaces {
  private char = 0;
  private byte = 0;
  private readonly isPlain: boolean;

  constructor(
    private readonly text: string,
    private readonly bytes: Uint8Array,
  ) {
    // A character takes at least one byte: if there are as many bytes as characters, each took one.
    this.isPlain = text.length === bytes.length;
  }

  /**
   * The byte at which the character at `at` begins. Exact if it or the previous one is ASCII, as at an event's ends.
   */
  byteOf(at: number): number {
    if (this.isPlain) return at;
    if (at > this.char) this.forward(at);
    else if (at < this.char) this.back(at);
    return this.byte;
  }

  private forward(at: number): void {
    const { text, bytes } = this;
    let single = 0;
    for (let i = this.char; i < at; i++) if (text.charCodeAt(i) < 0x80) single++;
    this.char = at;
    while (single > 0) if (bytes[this.byte++]! < 0x80) single--;
    // After the longer ones that precede it.
    if (text.charCodeAt(at - 1) >= 0x80)
      while (this.byte < bytes.length && bytes[this.byte]! >= 0x80) this.byte++;
  }

  private back(at: number): void {
    const { text, bytes } = this;
    let single = 0;
    for (let i = at; i < this.char; i++) if (text.charCodeAt(i) < 0x80) single++;
    this.char = at;
    while (single > 0) if (bytes[--this.byte]! < 0x80) single--;
    // Before the longer ones that follow it.
    if (text.charCodeAt(at) >= 0x80) while (this.byte > 0 && bytes[this.byte - 1]! >= 0x80) this.byte--;
  }
}
