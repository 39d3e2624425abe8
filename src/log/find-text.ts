import { lastAt } from './pieces';
import { type LogQuery, writtenAs } from './query';
import type { PieceText } from './source';

/** True for a query that needs only texts: then no event has to be read. */
export function isTextOnly({ clauses }: LogQuery): boolean {
  return clauses.every(({ kind }) => kind === 'text');
}

/**
 * Finds which of a piece's events contain the texts of a query, in the piece's whole text; the result equals that of
 * `eventTest` for each. `offsets` and `lengths`: where the events are, in bytes. Null if this is not possible: the
 * lower case of letters has another length, so that positions differ, or lines of several events are mixed.
 */
export function findTexts(
  { text, byteOf }: PieceText,
  query: LogQuery,
  offsets: ArrayLike<number>,
  lengths: ArrayLike<number>,
): Uint8Array | null {
  const count = offsets.length;
  const found = new Uint8Array(count).fill(1);
  const folded = query.matchCase ? text : text.toLowerCase();
  if (folded.length !== text.length) return null;
  for (let i = 1; i < count; i++) if (offsets[i]! < offsets[i - 1]! + lengths[i - 1]!) return null;
  for (const clause of query.clauses) {
    if (clause.kind !== 'text') continue;
    const hits = new Uint8Array(count);
    for (const written of writtenAs(clause.text)) {
      const [startOf, endOf] = [byteOf(), byteOf()];
      const needle = query.matchCase ? written : written.toLowerCase();
      let event = -1;
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
        const start = startOf(at);
        if (event >= 0 && hits[event] === 1 && start < offsets[event]! + lengths[event]!) continue;
        event = lastAt(count, (i) => offsets[i]! <= start);
        if (event >= 0 && endOf(at + needle.length) <= offsets[event]! + lengths[event]!) hits[event] = 1;
      }
    }
    for (let i = 0; i < count; i++) if ((hits[i] === 1) === clause.negated) found[i] = 0;
  }
  return found;
}
