/** Length of the stretches that literals are found by. Shorter literals are not indexed. */
export const GRAM = 4;

const TABLE_BITS = 16;
const TABLE_MASK = (1 << TABLE_BITS) - 1;

interface Entry {
  readonly literal: number;
  readonly text: string;
  /** Where the gram stands in the literal. */
  readonly offset: number;
  readonly gram: number;
}

/**
 * Finds which of many literals occur in a text, in one pass: each literal is looked for by its rarest stretch of four
 * characters, and compared whole only where that stands. Time grows with the text, hardly with the number of literals.
 */
export class GramIndex {
  private readonly table = new Int32Array(1 << TABLE_BITS);
  private readonly buckets: Entry[][] = [[]];

  /** `literals` are folded and at least `GRAM` long; results name them by their position in the list. */
  constructor(literals: readonly string[]) {
    const frequency = new Map<number, number>();
    for (const text of literals) {
      for (let i = 0; i + GRAM <= text.length; i++) {
        const gram = gramAt(text, i);
        frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      }
    }
    literals.forEach((text, literal) => {
      let offset = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i + GRAM <= text.length; i++) {
        const count = frequency.get(gramAt(text, i))!;
        if (count < least) {
          least = count;
          offset = i;
        }
      }
      this.add({ literal, text, offset, gram: gramAt(text, offset) });
    });
  }

  private add(entry: Entry): void {
    const slot = slotOf(entry.gram);
    if (this.table[slot] === 0) this.table[slot] = this.buckets.push([]) - 1;
    this.buckets[this.table[slot]!]!.push(entry);
  }

  /** Calls `found` for every occurrence of every literal in `text`, with its start and end. */
  scan(text: string, found: (literal: number, start: number, end: number) => void): void {
    const { table, buckets } = this;
    const last = text.length - GRAM;
    if (last < 0) return;
    let gram = gramAt(text, 0);
    for (let i = 0; ; i++) {
      const bucket = table[slotOf(gram)]!;
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
      gram = (gram << 8) ^ text.charCodeAt(i + GRAM);
    }
  }
}

/** Four characters as one number of 32 bits; characters beyond 8 bits overlap, which only makes false candidates. */
function gramAt(text: string, at: number): number {
  let gram = 0;
  for (let i = at; i < at + GRAM; i++) gram = (gram << 8) ^ text.charCodeAt(i);
  return gram;
}

function slotOf(gram: number): number {
  return (Math.imul(gram, 0x9e3779b1) >>> (32 - TABLE_BITS)) & TABLE_MASK;
}
