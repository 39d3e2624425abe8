import { fold } from '../../rule';

/** Most texts are small. The buffer grows with the largest. */
const FIRST_SIZE = 4096;

/** Characters of a text that is not given to the encoder. */
const SMALL = 16;

/** By byte of ASCII text: its folded character. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

const encoder = new TextEncoder();

/**
 * A text prepared for searching, one byte per character, because a string's characters take five times as long to
 * read. ASCII text is stored unchanged, and only its grams ignore case. Any other text is folded first and stored as
 * the lower byte of each character, which gives false candidates but misses none.
 */
export class Searched {
  bytes = new Uint8Array(FIRST_SIZE);
  /** The same bytes, four at a time. */
  view = new DataView(this.bytes.buffer);
  length = 0;
  /** True if the text has no character beyond ASCII. */
  ascii = true;
  private text = '';
  private made: string | null = null;

  turnTo(text: string): void {
    const { length } = text;
    this.text = text;
    this.length = length;
    this.made = null;
    if (length <= SMALL) {
      this.take(text);
      return;
    }
    if (this.bytes.length < length) {
      this.bytes = new Uint8Array(length * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    // Other characters take several bytes: then there are more bytes than characters, or the buffer fills up too
    // soon.
    const { read, written } = encoder.encodeInto(text, this.bytes);
    this.ascii = read === length && written === length;
    if (!this.ascii) this.takeFolded();
  }

  /** A small text is quicker read by its characters than given to the encoder. */
  private take(text: string): void {
    const { bytes, length } = this;
    let all = 0;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      bytes[i] = code;
      all |= code;
    }
    this.ascii = all < 0x80;
    if (!this.ascii) this.takeFolded();
  }

  private takeFolded(): void {
    const { folded, bytes, length } = this;
    for (let i = 0; i < length; i++) bytes[i] = folded.charCodeAt(i);
  }

  /** The text in lower case. */
  get folded(): string {
    this.made ??= fold(this.text);
    return this.made;
  }

  /** Whether a text of ASCII has these characters at this position, ignoring case. */
  holds(characters: Uint16Array, from: number, length: number, at: number): boolean {
    const { bytes } = this;
    // Most candidates differ at an end.
    if (FOLDED[bytes[at + length - 1]!] !== characters[from + length - 1]) return false;
    for (let i = 0; i < length; i++) if (FOLDED[bytes[at + i]!] !== characters[from + i]) return false;
    return true;
  }
}

/** A text to look for, folded, and the number that stands for it in what is found. */
export interface Literal {
  readonly text: string;
  readonly literal: number;
}

/** The bit that distinguishes upper from lower case. */
export const CASE = 0x20;

/** Spreads a number over 32 bits, of which the upper ones are the place in a table. */
export const SPREAD = 0x9e3779b1;
