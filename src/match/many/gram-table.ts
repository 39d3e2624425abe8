import { CASE, type Literal, type Searched, SPREAD } from './searched';

/** Slots per entry, at least, so that most stretches of a text hit an empty slot. */
const ROOM = 16;
const LEAST_BITS = 10;
const MOST_BITS = 16;

/** The widest stride; narrower if the table would become crowded. */
const MOST_STRIDE = 16;
const MOST_ENTRIES = 8192;
/** A narrower stride saves less than a second pass over the text costs. */
const LEAST_STRIDE = 3;

/** `CASE` for each character in a stretch of four. */
const CASES = 0x20202020;
const GRAM = 4;

/**
 * Literals by stretches of four characters. Only every `stride`-th stretch of a text is looked up, so each literal
 * is entered with as many consecutive stretches as the stride is wide: exactly one of them is met at each occurrence.
 */
export class GramTable {
  private readonly table: Uint16Array;
  private readonly shift: number;
  /** By bucket: where its entries begin in the arrays below; the next bucket's beginning is their end. */
  private readonly begins: Int32Array;
  private readonly grams: Int32Array;
  /** By entry: the offset of its stretch in its literal. */
  private readonly offsets: Int32Array;
  private readonly texts: readonly string[];
  private readonly literals: Int32Array;

  readonly stride: number;

  /** `taken` have at least four characters. */
  constructor(taken: readonly Literal[]) {
    const shortest = taken.reduce(
      (least, { text }) => Math.min(least, text.length),
      Number.POSITIVE_INFINITY,
    );
    const stride = Math.min(MOST_STRIDE, shortest - GRAM + 1, Math.floor(MOST_ENTRIES / taken.length));
    this.stride = stride >= LEAST_STRIDE ? stride : 1;
    const size = taken.length * this.stride;
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(size * ROOM + 1))));
    this.shift = 32 - bits;
    const entries = entriesOf(taken, this.stride);
    // Entries of one place stand together.
    entries.sort((a, b) => this.place(a.gram) - this.place(b.gram));
    this.table = new Uint16Array(1 << bits);
    const begins = [0];
    for (const [i, { gram }] of entries.entries()) {
      const place = this.place(gram);
      // There are never so many literals. If there were, the last bucket would hold them all and still be correct.
      if (this.table[place] === 0) {
        if (begins.length < 0xffff) begins.push(i);
        this.table[place] = begins.length - 1;
      }
    }
    begins.push(entries.length);
    this.begins = Int32Array.from(begins);
    this.grams = Int32Array.from(entries, (entry) => entry.gram);
    this.offsets = Int32Array.from(entries, (entry) => entry.offset);
    this.texts = entries.map((entry) => entry.text);
    this.literals = Int32Array.from(entries, (entry) => entry.literal);
  }

  private place(gram: number): number {
    return Math.imul(gram, SPREAD) >>> this.shift;
  }

  /** Adds each literal that occurs in the text to `found`, ignoring case, as often as it occurs. */
  scan(searched: Searched, found: number[]): void {
    const { table, shift, stride } = this;
    const { bytes, view, length } = searched;
    if (stride === 1) {
      let gram = 0;
      for (let i = 0; i < length; i++) {
        gram = (gram << 8) | bytes[i]! | CASE;
        const bucket = table[Math.imul(gram, SPREAD) >>> shift]!;
        if (bucket !== 0) this.compare(bucket, gram, i - GRAM + 1, searched, found);
      }
      return;
    }
    for (let i = 0; i <= length - GRAM; i += stride) {
      const gram = view.getInt32(i) | CASES;
      const bucket = table[Math.imul(gram, SPREAD) >>> shift]!;
      if (bucket !== 0) this.compare(bucket, gram, i, searched, found);
    }
  }

  private compare(bucket: number, gram: number, at: number, searched: Searched, found: number[]): void {
    const { grams, offsets, texts, literals } = this;
    const end = this.begins[bucket + 1]!;
    for (let k = this.begins[bucket]!; k < end; k++)
      if (grams[k] === gram && searched.holds(texts[k]!, at - offsets[k]!)) found.push(literals[k]!);
  }
}

interface Entry extends Literal {
  readonly offset: number;
  readonly gram: number;
}

function entriesOf(taken: readonly Literal[], stride: number): Entry[] {
  const frequency = new Map<number, number>();
  for (const { text } of taken) {
    for (let i = 0; i + GRAM <= text.length; i++) {
      const gram = gramAt(text, i);
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  return taken.flatMap(({ text, literal }) => {
    const rarest = rarestIn(text, stride, frequency);
    return Array.from({ length: stride }, (_, i) => {
      const offset = rarest + i;
      return { literal, text, offset, gram: gramAt(text, offset) };
    });
  });
}

/** Where the stretches begin that occur in the fewest literals. */
function rarestIn(text: string, stride: number, frequency: ReadonlyMap<number, number>): number {
  let rarest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + GRAM + stride - 1 <= text.length; i++) {
    let count = 0;
    for (let k = i; k < i + stride; k++) count += frequency.get(gramAt(text, k))!;
    if (count < least) {
      least = count;
      rarest = i;
    }
  }
  return rarest;
}

/** Four characters of a literal as one number, ignoring case, like `Searched`. */
function gramAt(text: string, at: number): number {
  let gram = 0;
  for (let i = at; i < at + GRAM; i++) gram = (gram << 8) | (text.charCodeAt(i) & 0xff) | CASE;
  return gram;
}
