import { ByteReader } from './bytes';
import { HASH_BITS, hash48 } from './hash';

export const MAGIC = 'SIGX';
export const VERSION = 1;

/** The JSON beside the index: where its rules came from, and figures. */
export interface IndexManifest {
  readonly name: string;
  readonly commit: string | null;
  readonly date: string | null;
  /** Rules counted. */
  readonly rules: number;
  /** Files read, and those that could not be compiled completely. */
  readonly files: number;
  readonly filesWithErrors: number;
  /** Indicators of at least two rules; those of only one rule are not in the index. */
  readonly indicators: number;
  readonly indicatorsOfOneRule: number;
  readonly hashBits: number;
  /** The probability that an indicator of no rule is given a count. */
  readonly falsePositiveRate: number;
  readonly bytes: number;
}

/** The hash by which the index knows a rule; null if it has no id. */
export function identityHash(id: string | null | undefined): number | null {
  const name = id?.trim().toLowerCase();
  return name ? hash48(`id|${name}`) : null;
}

/**
 * How many rules of a catalog have an indicator. An indicator of only one rule is not in the index: for that rule, it
 * says nothing about others.
 */
export class IndicatorIndex {
  constructor(
    private readonly hashes: Float64Array,
    private readonly counts: Uint32Array,
    private readonly ids: Float64Array,
    /** For each id where its positions begin in `held`, and the end. */
    private readonly starts: Uint32Array,
    private readonly held: Uint32Array,
  ) {}

  /** Indicators in the index. */
  get size(): number {
    return this.hashes.length;
  }

  /** The probability that an indicator of no rule is given a count. */
  get falsePositiveRate(): number {
    return this.size / 2 ** HASH_BITS;
  }

  /** How many rules have the indicator with this key, from 2; 0 if at most one does. */
  lookup(key: string): number {
    const at = find(this.hashes, hash48(key));
    return at < 0 ? 0 : this.counts[at]!;
  }

  /**
   * How many rules other than the one with this id have the indicator; null if the index has no entry. The catalog's
   * own copy of the rule is not counted, but only if it has the indicator: what a user adds to a rule is not in there.
   */
  others(key: string, id: string | null | undefined): number | null {
    const at = find(this.hashes, hash48(key));
    if (at < 0) return null;
    return this.counts[at]! - (this.holds(id, at) ? 1 : 0);
  }

  /** True if the catalog has a rule with this id. */
  has(id: string | null | undefined): boolean {
    const identity = identityHash(id);
    return identity !== null && find(this.ids, identity) >= 0;
  }

  private holds(id: string | null | undefined, position: number): boolean {
    const identity = identityHash(id);
    const rule = identity === null ? -1 : find(this.ids, identity);
    if (rule < 0) return false;
    return find(this.held.subarray(this.starts[rule], this.starts[rule + 1]), position) >= 0;
  }
}

/** Position of `wanted` in an ascending list, or -1. */
function find(list: Float64Array | Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = list[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Reads an index (see `buildIndex` for its layout). If it is not one, throws an error with a sentence for users. */
export function readIndex(bytes: Uint8Array): IndicatorIndex {
  const reader = new ByteReader(bytes);
  if (!reader.isNext(MAGIC)) throw new Error('This is not an index of indicators.');
  const version = reader.byte();
  if (version !== VERSION)
    throw new Error(`The index has version ${version}, but version ${VERSION} is needed. Build it again.`);
  const size = reader.varint();
  const rules = reader.varint();
  // An indicator takes at least seven bytes, and so does a rule; a wrong number must not fill the memory.
  if ((size + rules) * 7 > reader.left) throw new Error('The index is damaged: it ends too soon.');
  const hashes = ascending(reader, size);
  const counts = Uint32Array.from({ length: size }, () => reader.varint() + 2);
  const ids = ascending(reader, rules);
  const starts = new Uint32Array(rules + 1);
  const held: number[] = [];
  for (let rule = 0; rule < rules; rule++) {
    let position = -1;
    for (let left = reader.varint(); left > 0; left--) {
      position += 1 + reader.varint();
      if (position >= size) throw new Error('The index is damaged: a rule refers to a missing indicator.');
      held.push(position);
    }
    starts[rule + 1] = held.length;
  }
  if (reader.left > 0) throw new Error('The index is damaged: data follows its end.');
  return new IndicatorIndex(hashes, counts, ids, starts, Uint32Array.from(held));
}

function ascending(reader: ByteReader, length: number): Float64Array {
  const list = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    list[i] = reader.hash();
    if (i > 0 && list[i]! <= list[i - 1]!)
      throw new Error('The index is damaged: its hashes are out of order.');
  }
  return list;
}
