import { CASE, type Literal, type Searched, SPREAD } from './searched';

/** Where in a text a literal has to stand: at its beginning, at its end, or it is the whole text. */
export type Edge = 'start' | 'end' | 'whole';

const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;
/** Slots per literal, at least. */
const ROOM = 4;

/**
 * Literals that have to stand at one edge of a text. One walk from that edge, no longer than the longest of them, finds
 * all that do, by the hash of the characters walked so far.
 */
export class EdgeTable {
  /** By length: 1 if a literal is so long. */
  private readonly lengths: Uint8Array;
  private readonly shift: number;
  /** By place: the first literal there, counted from 1. */
  private readonly table: Int32Array;
  /** By literal: the next at the same place, or 0. */
  private readonly next: Int32Array;
  private readonly hashes: Int32Array;
  private readonly literals: readonly Literal[];

  /** No literal is empty. */
  constructor(
    literals: readonly Literal[],
    private readonly edge: Edge,
  ) {
    const longest = literals.reduce((most, { text }) => Math.max(most, text.length), 0);
    this.literals = literals;
    this.lengths = new Uint8Array(longest + 1);
    const bits = Math.max(4, Math.ceil(Math.log2(literals.length * ROOM)));
    this.shift = 32 - bits;
    this.table = new Int32Array(1 << bits);
    this.next = new Int32Array(literals.length + 1);
    this.hashes = new Int32Array(literals.length + 1);
    for (const [i, { text }] of literals.entries()) {
      this.lengths[text.length] = 1;
      const hash = this.hashOf(text);
      const place = Math.imul(hash, SPREAD) >>> this.shift;
      this.hashes[i + 1] = hash;
      this.next[i + 1] = this.table[place]!;
      this.table[place] = i + 1;
    }
  }

  private hashOf(text: string): number {
    let hash = FIRST;
    for (let n = 0; n < text.length; n++) {
      const at = this.edge === 'start' ? n : text.length - 1 - n;
      hash = Math.imul(hash ^ ((text.charCodeAt(at) & 0xff) | CASE), PRIME);
    }
    return hash;
  }

  /** Adds each literal that stands at the edge of the text to `found`, ignoring case. */
  scan(searched: Searched, found: number[]): void {
    const { bytes, length } = searched;
    const { lengths, edge } = this;
    if (edge === 'whole' && (length >= lengths.length || lengths[length] === 0)) return;
    const most = Math.min(lengths.length - 1, length);
    const start = edge === 'start';
    let hash = FIRST;
    for (let n = 1; n <= most; n++) {
      hash = Math.imul(hash ^ (bytes[start ? n - 1 : length - n]! | CASE), PRIME);
      if (lengths[n] === 0 || (edge === 'whole' && n < length)) continue;
      let entry = this.table[Math.imul(hash, SPREAD) >>> this.shift]!;
      for (; entry !== 0; entry = this.next[entry]!) {
        if (this.hashes[entry] !== hash) continue;
        const { text, literal } = this.literals[entry - 1]!;
        if (text.length === n && searched.holds(text, start ? 0 : length - n)) found.push(literal);
      }
    }
  }
}
