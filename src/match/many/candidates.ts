import { type Literal, type Searched, SPREAD } from './searched';

/** A literal and the key of its characters from `offset` on, by which it is looked up. */
export interface Entry extends Literal {
  readonly key: number;
  readonly offset: number;
}

/** Bits of the filter per entry, at least: most keys of a text that no literal has are told by one look at it. */
const ROOM = 24;
const LEAST_BITS = 10;
/** 32 kB: a larger filter would not stay in the processor's nearest memory. */
const MOST_BITS = 18;

/** What is kept of an entry: its key, its offset, its literal's number, where its characters begin and end. */
const WIDTH = 5;

/** The number of bits in a filter for so many entries. */
export function bitsFor(entries: number): number {
  return Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(entries * ROOM + 1))));
}

/**
 * Literals by keys of four bytes. A filter of one bit for each hash says that no literal has a key; it is small, and the
 * rest of the memory is touched only where it does not. Whoever scans a text looks into `filter` itself, at the bit of
 * `Math.imul(key, SPREAD) >>> shift`, and asks `compare` where that is set.
 */
export class Candidates {
  readonly filter: Int32Array;
  readonly shift: number;
  /** From a hash to its place: entries of one place stand together. */
  private readonly narrow: number;
  /** By place: where its entries begin; the next one's beginning is their end. */
  private readonly begins: Int32Array;
  private readonly entries: Int32Array;
  private readonly texts: readonly string[];
  /** The characters of all texts, one after the other. */
  private readonly characters: Uint16Array;

  /** `whole`: only a text of the same length has the literal. */
  constructor(
    entries: readonly Entry[],
    private readonly whole = false,
  ) {
    const bits = bitsFor(entries.length);
    this.shift = 32 - bits;
    const places = Math.max(1, Math.min(bits, Math.ceil(Math.log2(entries.length + 1))));
    this.narrow = bits - places;
    const sorted = entries
      .map((entry) => ({ entry, hash: Math.imul(entry.key, SPREAD) >>> this.shift }))
      .sort((a, b) => a.hash - b.hash);
    this.filter = new Int32Array(1 << (bits - 5));
    this.begins = new Int32Array((1 << places) + 1);
    this.entries = new Int32Array(sorted.length * WIDTH);
    let from = 0;
    for (const [i, { entry, hash }] of sorted.entries()) {
      const { key, offset, literal, text } = entry;
      this.filter[hash >>> 5]! |= 1 << hash;
      this.begins[(hash >>> this.narrow) + 1]!++;
      this.entries.set([key, offset, literal, from, from + text.length], i * WIDTH);
      from += text.length;
    }
    for (let i = 1; i < this.begins.length; i++) this.begins[i]! += this.begins[i - 1]!;
    this.texts = sorted.map(({ entry }) => entry.text);
    const all = this.texts.join('');
    this.characters = Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i));
  }

  /** Adds the literals with this key that stand in the text so that the key begins at `at`. */
  compare(hash: number, key: number, at: number, searched: Searched, found: number[]): void {
    const { entries } = this;
    const place = hash >>> this.narrow;
    const end = this.begins[place + 1]! * WIDTH;
    for (let k = this.begins[place]! * WIDTH; k < end; k += WIDTH)
      if (entries[k] === key && this.stands(k, at - entries[k + 1]!, searched)) found.push(entries[k + 2]!);
  }

  private stands(k: number, at: number, searched: Searched): boolean {
    const from = this.entries[k + 3]!;
    const length = this.entries[k + 4]! - from;
    if (at < 0 || at + length > searched.length || (this.whole && length !== searched.length)) return false;
    return searched.ascii
      ? searched.holds(this.characters, from, length, at)
      : searched.folded.startsWith(this.texts[k / WIDTH]!, at);
  }
}
