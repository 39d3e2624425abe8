import { buildIndex, readIndex } from '../catalog';
import { compareByPiece, report, rounded } from './figure';

const RULES = 4000;
const LOOKUPS = 1000;
const LIMIT = 20;

/**
 * Counts of a thousand indicators from an index of a catalog's size, against as many look-ups in a `Map` of its keys.
 */
export function indexLookups(): boolean {
  const key = (i: number) => `CommandLine|contains| --an-option-of-some-length ${i}`;
  const rules = Array.from({ length: RULES }, (_, i) => ({
    id: `rule ${i}`,
    keys: Array.from({ length: 12 }, (_, k) => key((i * 5 + k * k * 31) % 8000)),
  }));
  const index = readIndex(buildIndex(rules).bytes);
  const map = new Map(Array.from({ length: 8000 }, (_, i) => [key(i), index.lookup(key(i))]));
  const pieces = Array.from({ length: 20 }, (_, p) =>
    Array.from({ length: LOOKUPS }, (_, i) => key((p * 397 + i * 7) % 9000)),
  );
  let [found, expected] = [0, 0];
  const taken = compareByPiece(
    pieces,
    9,
    (keys) => {
      for (const k of keys) if (index.others(k, 'rule 17') !== null) found++;
    },
    (keys) => {
      for (const k of keys) if (map.get(k)) expected++;
    },
  );
  const perLookup = (1000 * taken.work) / (pieces.length * LOOKUPS);
  return report({
    figure: 'counts of 1,000 indicators from the index, against a Map',
    indicators: index.size,
    'µs a lookup': rounded(perLookup),
    ratio: rounded(taken.ratio),
    limit: LIMIT,
    ok: taken.ratio <= LIMIT && perLookup < 1000 && found === expected,
  });
}
