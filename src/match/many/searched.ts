import { fold } from '../../rule';

const CASE = 0x20;

/** Most texts are small. The buffer grows with the largest. */
const FIRST_SIZE = 4096;

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
    if (this.bytes.length < length) {
      this.bytes = new Uint8Array(length * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    // Other characters take several bytes: then there are more bytes than characters, or the buffer fills up too
    // soon.
    const { read, written } = encoder.encodeInto(text, this.bytes);
    this.ascii = read === length && written === length;
    if (this.ascii) return;
    const { folded, bytes } = this;
    for (let i = 0; i < length; i++) bytes[i] = folded.charCodeAt(i);
  }

  get folded(): string {
    this.made ??= fold(this.text);
    return this.made;
  }

  /** Whether the folded text has `literal` at this position. */
  holds(literal: string, at: number): boolean {
    if (at < 0 || at + literal.length > this.length) return false;
    // Most candidates that share four characters differ at an end, which shows without folding.
    return (
      this.mayBe(literal, at, 0) &&
      this.mayBe(literal, at, literal.length - 1) &&
      this.folded.startsWith(literal, at)
    );
  }

  private mayBe(literal: string, at: number, i: number): boolean {
    return ((this.bytes[at + i]! ^ literal.charCodeAt(i)) & 0xff & ~CASE) === 0;
  }
}

/** Called for one occurrence of a literal, with its index, start and end. */
export type OnFound = (literal: number, start: number, end: number) => void;
