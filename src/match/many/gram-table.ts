import type { OnFound, Searched } from './searched';

/** Slots per entry, at least, so that most stretches of a text hit an empty slot. */
const ROOM = 16;
const LEAST_BITS = 10;
const MOST_BITS = 16;

/** The widest stride; narrower if the table would become crowded. */
const MOST_STRIDE = 16;
const MOST_ENTRIES = 8192;
/** A narrower stride saves less than the second table costs. */
const LEAST_STRIDE = 3;

/** The bit that distinguishes upper from lower case, for each character in a stretch of four. */
const CASES = 0x20202020;
const SPREAD = 0x9e3779b1;

/** A text to look for, and its index. */
export interface Literal {
  readonly text: string;
  readonly literal: number;
}

interface Entry extends Literal {
  /** Offset of the gram in the literal. */
  readonly offset: number;
  readonly gram: number;
}

/**
 * Literals by stretches of `size` characters. Only every `stride`-th stretch of a text is looked up, so each literal
 * is entered with as many consecutive stretches as the stride is wide: exactly one of them is met at each occurrence.
 */
export class GramTable {
  private readonly table: Uint16Array;
  private readonly buckets: Entry[][] = [[]];
  private readonly shift: number;
  private readonly mask: number;
  private readonly cases: number;

  /** The table of literals with at least `size` characters; null if there are none. */
  static of(literals: readonly Literal[], size: number): GramTable | null {
    return literals.length > 0 ? new GramTable(literals, size) : null;
  }

  readonly stride: number;

  private constructor(
    taken: readonly Literal[],
    private readonly size: number,
  ) {
    const shortest = taken.reduce(
      (least, { text }) => Math.min(least, text.length),
      Number.POSITIVE_INFINITY,
    );
    const stride = Math.min(MOST_STRIDE, shortest - size + 1, Math.floor(MOST_ENTRIES / taken.length));
    this.stride = size === 4 && stride >= LEAST_STRIDE ? stride : 1;
    const entries = taken.length * this.stride;
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(entries * ROOM + 1))));
    this.shift = 32 - bits;
    this.table = new Uint16Array(1 << bits);
    this.mask = size === 4 ? -1 : 2 ** (8 * size) - 1;
    this.cases = CASES & this.mask;
    const frequency = new Map<number, number>();
    for (const { text } of taken) {
      for (let i = 0; i + size <= text.length; i++) {
        const gram = this.gramAt(text, i);
        frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      }
    }
    for (const { text, literal } of taken) {
      const rarest = this.rarest(text, frequency);
      for (let offset = rarest; offset < rarest + this.stride; offset++)
        this.add({ literal, text, offset, gram: this.gramAt(text, offset) });
    }
  }

  /** Where the stretches begin that occur in the fewest literals. */
  private rarest(text: string, frequency: ReadonlyMap<number, number>): number {
    let rarest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i + this.size + this.stride - 1 <= text.length; i++) {
      let count = 0;
      for (let k = i; k < i + this.stride; k++) count += frequency.get(this.gramAt(text, k))!;
      if (count < least) {
        least = count;
        rarest = i;
      }
    }
    return rarest;
  }

  private add(entry: Entry): void {
    const place = Math.imul(entry.gram, SPREAD) >>> this.shift;
    let bucket = this.table[place]!;
    if (bucket === 0) {
      // There are never so many literals. If there were, the last bucket would hold them all and still be correct.
      bucket = Math.min(this.buckets.length, 0xffff);
      this.buckets[bucket] ??= [];
      this.table[place] = bucket;
    }
    this.buckets[bucket]!.push(entry);
  }

  /** Calls `found` for each occurrence of each literal, ignoring case. */
  scan(searched: Searched, found: OnFound): void {
    const { table, shift, stride, mask, cases, size } = this;
    const { bytes, view, length } = searched;
    if (stride === 1) {
      let gram = 0;
      for (let i = 0; i < length; i++) {
        gram = ((gram << 8) | bytes[i]!) & mask;
        if (i < size - 1) continue;
        const bucket = table[Math.imul(gram | cases, SPREAD) >>> shift]!;
        if (bucket !== 0) this.compare(bucket, gram | cases, i - size + 1, searched, found);
      }
      return;
    }
    for (let i = 0; i <= length - 4; i += stride) {
      const gram = view.getInt32(i) | CASES;
      const bucket = table[Math.imul(gram, SPREAD) >>> shift]!;
      if (bucket !== 0) this.compare(bucket, gram, i, searched, found);
    }
  }

  private compare(bucket: number, gram: number, at: number, searched: Searched, found: OnFound): void {
    const entries = this.buckets[bucket]!;
    for (let k = 0; k < entries.length; k++) {
      const entry = entries[k]!;
      if (entry.gram !== gram) continue;
      const start = at - entry.offset;
      if (searched.holds(entry.text, start)) found(entry.literal, start, start + entry.text.length);
    }
  }

  /** Some characters of a literal as one number, ignoring case, like `Searched`. */
  private gramAt(text: string, at: number): number {
    let gram = 0;
    for (let i = at; i < at + this.size; i++) gram = ((gram << 8) | (text.charCodeAt(i) & 0xff)) & this.mask;
    return gram | this.cases;
  }
}
