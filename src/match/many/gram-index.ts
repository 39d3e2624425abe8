/** Length of the stretches that literals are found by; shorter literals are found by two characters. */
const GRAM = 4;
const SHORT = 2;

/** The shortest literal that can be indexed: a single character stands in nearly every text. */
export const SHORTEST = SHORT;

/** Tables hold at least this many places for each literal, so that most stretches of a text hit an empty one. */
const ROOM = 16;
const LEAST_BITS = 8;
const MOST_BITS = 16;

interface Entry {
  readonly literal: number;
  readonly text: string;
  /** Where the gram stands in the literal. */
  readonly offset: number;
  readonly gram: number;
}

/** Takes one occurrence of a literal: its number, its start and its end. */
export type Found = (literal: number, start: number, end: number) => void;

/**
 * Finds which of many literals occur in a text, in one pass: each literal is looked for by its rarest stretch of four
 * characters, and compared whole only where that stands. Time grows with the text, hardly with the number of literals.
 */
export class GramIndex {
  private readonly long: GramTable;
  private readonly short: GramTable;

  /** `literals` are folded and at least `SHORTEST` long; results name them by their position in the list. */
  constructor(literals: readonly string[]) {
    this.long = new GramTable(literals, GRAM, (text) => text.length >= GRAM);
    this.short = new GramTable(literals, SHORT, (text) => text.length < GRAM);
  }

  /** Calls `found` for every occurrence of every literal in `text`, with its start and end. */
  scan(text: string, found: Found): void {
    if (this.long.used) this.long.scan(text, found);
    if (this.short.used) this.short.scan(text, found);
  }
}

class GramTable {
  readonly used: boolean;
  private readonly table: Uint16Array;
  private readonly buckets: Entry[][] = [[]];
  private readonly shift: number;
  private readonly mask: number;

  constructor(
    literals: readonly string[],
    private readonly size: number,
    takes: (text: string) => boolean,
  ) {
    const taken = literals.filter(takes);
    this.used = taken.length > 0;
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(taken.length * ROOM + 1))));
    this.shift = 32 - bits;
    this.table = new Uint16Array(this.used ? 1 << bits : 0);
    this.mask = size === GRAM ? -1 : 0xffff;
    const frequency = new Map<number, number>();
    for (const text of taken) {
      for (let i = 0; i + size <= text.length; i++) {
        const gram = this.gramAt(text, i);
        frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      }
    }
    literals.forEach((text, literal) => {
      if (takes(text)) this.add(this.entry(text, literal, frequency));
    });
  }

  private entry(text: string, literal: number, frequency: ReadonlyMap<number, number>): Entry {
    let offset = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i + this.size <= text.length; i++) {
      const count = frequency.get(this.gramAt(text, i))!;
      if (count < least) {
        least = count;
        offset = i;
      }
    }
    return { literal, text, offset, gram: this.gramAt(text, offset) };
  }

  private add(entry: Entry): void {
    const slot = Math.imul(entry.gram, SPREAD) >>> this.shift;
    let bucket = this.table[slot]!;
    if (bucket === 0) {
      // So many literals do not exist; were there more, the last bucket would hold them all and still be right.
      bucket = Math.min(this.buckets.length, 0xffff);
      this.buckets[bucket] ??= [];
      this.table[slot] = bucket;
    }
    this.buckets[bucket]!.push(entry);
  }

  scan(text: string, found: Found): void {
    const { table, buckets, shift, mask, size } = this;
    const last = text.length - size;
    if (last < 0) return;
    let gram = this.gramAt(text, 0);
    for (let i = 0; ; i++) {
      const bucket = table[Math.imul(gram, SPREAD) >>> shift]!;
      if (bucket !== 0) {
        const entries = buckets[bucket]!;
        for (let k = 0; k < entries.length; k++) {
          const entry = entries[k]!;
          if (entry.gram !== gram) continue;
          const start = i - entry.offset;
          if (start >= 0 && text.startsWith(entry.text, start))
            found(entry.literal, start, start + entry.text.length);
        }
      }
      if (i >= last) return;
      gram = ((gram << 8) ^ text.charCodeAt(i + size)) & mask;
    }
  }

  /** Some characters as one number; characters beyond 8 bits overlap, which only makes false candidates. */
  private gramAt(text: string, at: number): number {
    let gram = 0;
    for (let i = at; i < at + this.size; i++) gram = ((gram << 8) ^ text.charCodeAt(i)) & this.mask;
    return gram;
  }
}

const SPREAD = 0x9e3779b1;
