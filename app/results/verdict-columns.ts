import { REACH } from '../../src/event';
import { VERDICTS, type Verdicts } from '../workers/engine/protocol';

/** The verdicts of all events as columns; grown piece by piece as they arrive. */
export interface VerdictColumns {
  /** How many events have a verdict. */
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly codes: Uint8Array;
  readonly source: Uint16Array;
  readonly sources: readonly string[];
  /** How many events have each verdict, in the order of `VERDICTS`. */
  readonly tally: readonly number[];
}

export type VerdictName = (typeof VERDICTS)[number];

/** No events. */
export const NO_VERDICTS: VerdictColumns = {
  length: 0,
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
  codes: new Uint8Array(0),
  source: new Uint16Array(0),
  sources: [],
  tally: VERDICTS.map(() => 0),
};

/** Stands in `codes` where a verdict is still to come. */
const PENDING = 255;

/** `columns` and one more piece, which may overlap older ones. The arrays are shared and filled in place. */
export function withPiece(columns: VerdictColumns, piece: Verdicts, total: number): VerdictColumns {
  const length = Math.max(columns.length, piece.from + piece.codes.length, total);
  const { starts, ends, codes, source } = columns.codes.length >= length ? columns : grown(columns, length);
  const tally = [...columns.tally];
  for (let i = 0; i < piece.codes.length; i++) {
    const before = codes[piece.from + i] ?? PENDING;
    if (before !== PENDING) tally[before] = (tally[before] ?? 0) - 1;
    const code = piece.codes[i] ?? 0;
    tally[code] = (tally[code] ?? 0) + 1;
  }
  starts.set(piece.starts, piece.from);
  ends.set(piece.ends, piece.from);
  codes.set(piece.codes, piece.from);
  // Each piece numbers its sources for itself.
  const sources = [...columns.sources];
  const numbers = piece.sources.map((label) => {
    const known = sources.indexOf(label);
    return known >= 0 ? known : sources.push(label) - 1;
  });
  for (let i = 0; i < piece.source.length; i++) source[piece.from + i] = numbers[piece.source[i] ?? 0] ?? 0;
  return { length, starts, ends, codes, source, sources, tally };
}

function grown(columns: VerdictColumns, length: number) {
  return {
    starts: copied(new Uint32Array(length), columns.starts),
    ends: copied(new Uint32Array(length), columns.ends),
    codes: copied(new Uint8Array(length).fill(PENDING), columns.codes),
    source: copied(new Uint16Array(length), columns.source),
  };
}

function copied<T extends Uint8Array | Uint16Array | Uint32Array>(into: T, from: ArrayLike<number>): T {
  into.set(from);
  return into;
}

/** The verdict of event `index`. */
export function verdictOf(columns: VerdictColumns, index: number): VerdictName {
  return VERDICTS[columns.codes[index] ?? 0] ?? 'no match';
}

/** The events that match, in order. */
export function matchingOf({ codes, length }: VerdictColumns): number[] {
  const match = VERDICTS.indexOf('match');
  const found: number[] = [];
  for (let i = 0; i < length; i++) if (codes[i] === match) found.push(i);
  return found;
}

/** The label of event `index`'s source: `Sysmon 1`. */
export function sourceOf(columns: VerdictColumns, index: number): string {
  return columns.sources[columns.source[index] ?? 0] ?? '';
}

/** The event that `offset` lies in, the last of several; where it lies in none, the last that begins before it, or the first. */
export function eventAt({ starts, ends, length }: VerdictColumns, offset: number): number | null {
  if (length === 0) return null;
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  // Lines of an event may stand behind other events that began later.
  for (let i = low; i >= 0 && low - i < REACH; i--) if ((ends[i] ?? 0) >= offset) return i;
  return low;
}
