import { ByteWriter } from './bytes';
import { hash48 } from './hash';
import { identityHash, MAGIC, VERSION } from './indicator-index';

/** A rule as the index counts it: its id, if any, and the keys of its indicators. */
export interface IndexedRule {
  readonly id: string | null;
  readonly keys: Iterable<string>;
}

export interface BuiltIndex {
  readonly bytes: Uint8Array;
  /** Rules counted; rules with the same id count once. */
  readonly rules: number;
  /** Indicators of at least two rules, which the file contains, and those of only one rule, which it omits. */
  readonly indicators: number;
  readonly single: number;
}

/**
 * Builds the index of how many rules have each indicator: hashes and counts, nothing of the rules' text. The same rules
 * give the same bytes, in any order.
 *
 * The file: `SIGX` and a version; the number of indicators and of rules with an id; the indicators' hashes, ascending;
 * their counts minus two; the hashes of ids, ascending; for each id the number of its indicators and their positions,
 * each as its distance from the one before. Counts, numbers and distances are varints.
 */
export function buildIndex(rules: Iterable<IndexedRule>): BuiltIndex {
  const texts = new Map<number, string>();
  const hashed = (key: string): number => {
    const hash = hash48(key);
    const known = texts.get(hash);
    // With a hundred thousand keys, one build in fifty thousand would hit this.
    if (known !== undefined && known !== key)
      throw new Error('Two indicators have the same hash, which would mix up their counts.');
    texts.set(hash, key);
    return hash;
  };
  const named = new Map<number, Set<number>>();
  const nameless: Set<number>[] = [];
  for (const { id, keys } of rules) {
    const identity = identityHash(id);
    let own = identity === null ? undefined : named.get(identity);
    if (!own) {
      own = new Set();
      if (identity === null) nameless.push(own);
      else named.set(identity, own);
    }
    for (const key of keys) own.add(hashed(key));
  }
  const counts = new Map<number, number>();
  for (const own of [...named.values(), ...nameless])
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= 2).sort(([a], [b]) => a - b);
  return {
    bytes: write(kept, named),
    rules: named.size + nameless.length,
    indicators: kept.length,
    single: counts.size - kept.length,
  };
}

function write(
  kept: readonly (readonly [hash: number, count: number])[],
  named: ReadonlyMap<number, ReadonlySet<number>>,
): Uint8Array {
  const positions = new Map(kept.map(([hash], i) => [hash, i]));
  const ids = [...named].sort(([a], [b]) => a - b);
  const out = new ByteWriter();
  out.ascii(MAGIC);
  out.byte(VERSION);
  out.varint(kept.length);
  out.varint(ids.length);
  for (const [hash] of kept) out.hash(hash);
  for (const [, count] of kept) out.varint(count - 2);
  for (const [id] of ids) out.hash(id);
  for (const [, own] of ids) {
    const held = [...own].flatMap((hash) => positions.get(hash) ?? []).sort((a, b) => a - b);
    out.varint(held.length);
    held.forEach((position, i) => {
      out.varint(i === 0 ? position : position - held[i - 1]! - 1);
    });
  }
  return out.done();
}
