import { Candidates, type Entry } from './candidates';
import { CASE, type Literal, type Searched, SPREAD } from './searched';
import { shortEntries } from './short-entries';

/** The widest stride; narrower if the table would become crowded. */
const MOST_STRIDE = 16;
const MOST_ENTRIES = 8192;
/** So many of two words of four characters: these are rarer. */
const MOST_PAIRS = 32_768;
/** A narrower stride saves less than a second pass over the text costs. */
const LEAST_STRIDE = 3;

/** `CASE` for each character in a stretch of four. */
const CASES = 0x20202020;
const GRAM = 4;
/** Literals of at least this length are looked up by eight characters: hashes share those of four. */
const PAIRED = 2 * GRAM + MOST_STRIDE;

/** How literals are looked up: at every character, or by the stretches of four or eight at every `stride`-th. */
interface Way {
  readonly stride: number;
  readonly isPaired: boolean;
}

/**
 * Literals by stretches of their characters. If all are long, only every `stride`-th stretch of a text is looked up, and
 * each literal is entered with as many consecutive stretches as the stride is wide: exactly one of them is met at each
 * occurrence. Otherwise each is looked up at its rarest stretch of four, and short ones whole, all in one pass.
 */
export class GramTable {
  private readonly way: Way;
  private readonly long: Candidates | null;
  private readonly short: Candidates | null;

  constructor(taken: readonly Literal[]) {
    const long = taken.filter(({ text }) => text.length >= GRAM);
    this.way = wayFor(taken);
    this.long = long.length > 0 ? new Candidates(entriesOf(long, this.way)) : null;
    this.short = long.length < taken.length ? new Candidates(shortEntries(taken)) : null;
  }

  get stride(): number {
    return this.way.stride;
  }

  /** Adds each literal that occurs in the text to `found`, ignoring case, as often as it occurs. */
  scan(searched: Searched, found: number[]): void {
    const { long, short, way } = this;
    if (way.isPaired) scanPairs(long!, way.stride, searched, found);
    else if (way.stride > 1) scanStrides(long!, way.stride, searched, found);
    else {
      if (long && short) scanBoth(long, short, searched, found);
      else if (long) scanGrams(long, searched, found);
      else if (short) scanShort(short, searched, found);
    }
  }
}

function scanPairs(long: Candidates, stride: number, searched: Searched, found: number[]): void {
  const { filter, shift } = long;
  const { view, length } = searched;
  for (let i = 0; i <= length - 2 * GRAM; i += stride) {
    const key = paired(view.getInt32(i) | CASES, view.getInt32(i + GRAM) | CASES);
    const hash = Math.imul(key, SPREAD) >>> shift;
    if ((filter[hash >>> 5]! & (1 << hash)) !== 0) long.compare(hash, key, i, searched, found);
  }
}

function scanStrides(long: Candidates, stride: number, searched: Searched, found: number[]): void {
  const { filter, shift } = long;
  const { view, length } = searched;
  for (let i = 0; i <= length - GRAM; i += stride) {
    const gram = view.getInt32(i) | CASES;
    const hash = Math.imul(gram, SPREAD) >>> shift;
    if ((filter[hash >>> 5]! & (1 << hash)) !== 0) long.compare(hash, gram, i, searched, found);
  }
}

function scanGrams(long: Candidates, searched: Searched, found: number[]): void {
  const { filter, shift } = long;
  const { bytes, length } = searched;
  let gram = 0;
  for (let i = 0; i < length; i++) {
    gram = (gram << 8) | bytes[i]! | CASE;
    const hash = Math.imul(gram, SPREAD) >>> shift;
    if ((filter[hash >>> 5]! & (1 << hash)) !== 0) long.compare(hash, gram, i - GRAM + 1, searched, found);
  }
}

function scanShort(short: Candidates, searched: Searched, found: number[]): void {
  const { filter, shift } = short;
  const { bytes, length } = searched;
  let pair = 0;
  for (let i = 0; i < length; i++) {
    pair = ((pair << 8) | bytes[i]! | CASE) & 0xffff;
    const hash = Math.imul(pair, SPREAD) >>> shift;
    if ((filter[hash >>> 5]! & (1 << hash)) !== 0) short.compare(hash, pair, i - 1, searched, found);
  }
}

function scanBoth(long: Candidates, short: Candidates, searched: Searched, found: number[]): void {
  const { filter, shift } = long;
  const { filter: pairs, shift: pairShift } = short;
  const { bytes, length } = searched;
  let gram = 0;
  for (let i = 0; i < length; i++) {
    gram = (gram << 8) | bytes[i]! | CASE;
    const hash = Math.imul(gram, SPREAD) >>> shift;
    if ((filter[hash >>> 5]! & (1 << hash)) !== 0) long.compare(hash, gram, i - GRAM + 1, searched, found);
    const pair = gram & 0xffff;
    const pairHash = Math.imul(pair, SPREAD) >>> pairShift;
    if ((pairs[pairHash >>> 5]! & (1 << pairHash)) !== 0)
      short.compare(pairHash, pair, i - 1, searched, found);
  }
}

/** One number for eight characters. */
function paired(first: number, second: number): number {
  return Math.imul(first, SPREAD) ^ second;
}

function wayFor(taken: readonly Literal[]): Way {
  const shortest = taken.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY);
  const isPaired = shortest >= PAIRED && taken.length * LEAST_STRIDE <= MOST_PAIRS;
  const [most, width] = isPaired ? [MOST_PAIRS, 2 * GRAM] : [MOST_ENTRIES, GRAM];
  const stride = Math.min(MOST_STRIDE, shortest - width + 1, Math.floor(most / taken.length));
  return stride >= LEAST_STRIDE ? { stride, isPaired } : { stride: 1, isPaired: false };
}

function entriesOf(taken: readonly Literal[], { stride, isPaired }: Way): Entry[] {
  const frequency = new Map<number, number>();
  for (const { text } of taken) {
    for (let i = 0; i + GRAM <= text.length; i++) {
      const gram = gramAt(text, i);
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  const width = isPaired ? 2 * GRAM : GRAM;
  return taken.flatMap(({ text, literal }) => {
    const rarest = rarestIn(text, width + stride - 1, frequency);
    return Array.from({ length: stride }, (_, i) => {
      const offset = rarest + i;
      const gram = gramAt(text, offset);
      return { literal, text, offset, key: isPaired ? paired(gram, gramAt(text, offset + GRAM)) : gram };
    });
  });
}

/** Where so many characters begin whose stretches occur in the fewest literals. */
function rarestIn(text: string, width: number, frequency: ReadonlyMap<number, number>): number {
  let rarest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + width <= text.length; i++) {
    let count = 0;
    for (let k = i; k + GRAM <= i + width; k++) count += frequency.get(gramAt(text, k))!;
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
