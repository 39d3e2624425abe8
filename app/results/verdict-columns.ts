import { REACH } from '../../src/event';
import type { VerdictBatch } from '../../src/live';
import { VERDICTS } from '../../src/match';
import type { Range } from '../../src/text';

/** The verdicts of all events; grows batch by batch as they arrive. */
export interface EventVerdicts {
  /** How many events there are; the last ones may still lack a verdict. */
  readonly length: number;
  readonly chunks: readonly Chunk[];
  readonly sources: readonly string[];
  /** How many events have each verdict, in the order of `VERDICTS`. */
  readonly tally: readonly number[];
}

/** Columns of `CHUNK` events; never changed once made. */
interface Chunk {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly codes: Uint8Array;
  readonly source: Uint16Array;
}

export type VerdictName = (typeof VERDICTS)[number];

/** Small enough that a copy costs nothing, large enough that a list of a million events has few of them. */
const CHUNK = 1024;

/** In `codes`, a verdict that is still to come. */
const PENDING = 255;

/** No events. */
export const NO_VERDICTS: EventVerdicts = {
  length: 0,
  chunks: [],
  sources: [],
  tally: VERDICTS.map(() => 0),
};

const EMPTY: Chunk = {
  starts: new Uint32Array(CHUNK),
  ends: new Uint32Array(CHUNK),
  codes: new Uint8Array(CHUNK).fill(PENDING),
  source: new Uint16Array(CHUNK),
};

/** Adds a batch to `verdicts`; it may overlap older ones. */
export function withPiece(verdicts: EventVerdicts, piece: VerdictBatch, total: number): EventVerdicts {
  const end = piece.from + piece.codes.length;
  const length = Math.max(verdicts.length, end, total);
  const chunks = [...verdicts.chunks];
  while (chunks.length * CHUNK < length) chunks.push(EMPTY);
  const sources = [...verdicts.sources];
  // Each batch numbers its sources independently.
  const numbers = piece.sources.map((label) => {
    const known = sources.indexOf(label);
    return known >= 0 ? known : sources.push(label) - 1;
  });
  const tally = [...verdicts.tally];
  for (let at = piece.from; at < end; ) {
    const number = Math.floor(at / CHUNK);
    const upTo = Math.min(end, (number + 1) * CHUNK);
    chunks[number] = withPart(
      chunks[number]!,
      at % CHUNK,
      piece,
      [at - piece.from, upTo - piece.from],
      numbers,
    );
    const [before, now] = [verdicts.chunks[number] ?? EMPTY, chunks[number]!];
    for (let i = at; i < upTo; i++) {
      const code = before.codes[i % CHUNK]!;
      if (code !== PENDING) tally[code]!--;
      tally[now.codes[i % CHUNK]!]!++;
    }
    at = upTo;
  }
  return { length, chunks, sources, tally };
}

/** A copy of a chunk that includes its part of a batch. */
function withPart(
  chunk: Chunk,
  place: number,
  piece: VerdictBatch,
  [from, to]: readonly [number, number],
  numbers: readonly number[],
): Chunk {
  const starts = chunk.starts.slice();
  const ends = chunk.ends.slice();
  const codes = chunk.codes.slice();
  const source = chunk.source.slice();
  starts.set(piece.starts.subarray(from, to), place);
  ends.set(piece.ends.subarray(from, to), place);
  codes.set(piece.codes.subarray(from, to), place);
  for (let i = from; i < to; i++) source[place + i - from] = numbers[piece.source[i] ?? 0] ?? 0;
  return { starts, ends, codes, source };
}

function chunkOf({ chunks }: EventVerdicts, index: number): Chunk {
  return chunks[Math.floor(index / CHUNK)] ?? EMPTY;
}

/** True once event `index` has its verdict. */
export function hasVerdict(verdicts: EventVerdicts, index: number): boolean {
  return (chunkOf(verdicts, index).codes[index % CHUNK] ?? PENDING) !== PENDING;
}

/** True once every one of `total` events has its verdict, and with it its place. */
export function areAllKnown({ tally }: EventVerdicts, total: number): boolean {
  return tally.reduce((sum, count) => sum + count, 0) >= total;
}

/** How many events have no verdict. */
export function withoutVerdict({ length, tally }: EventVerdicts): number {
  return length - tally.reduce((sum, count) => sum + count, 0);
}

/** The verdict of event `index`. */
export function verdictOf(verdicts: EventVerdicts, index: number): VerdictName {
  return VERDICTS[chunkOf(verdicts, index).codes[index % CHUNK] ?? 0] ?? 'no match';
}

/** Where event `index` is in the events' text. */
export function rangeOf(verdicts: EventVerdicts, index: number): Range {
  const { starts, ends } = chunkOf(verdicts, index);
  return { start: starts[index % CHUNK] ?? 0, end: ends[index % CHUNK] ?? 0 };
}

/** The events that match, in order. */
export function matchingOf({ chunks, length }: EventVerdicts): number[] {
  const match = VERDICTS.indexOf('match');
  const found: number[] = [];
  for (const [number, { codes }] of chunks.entries()) {
    const first = number * CHUNK;
    const count = Math.min(CHUNK, length - first);
    for (let i = 0; i < count; i++) if (codes[i] === match) found.push(first + i);
  }
  return found;
}

/** The label of event `index`'s source: `Sysmon 1`. */
export function sourceOf(verdicts: EventVerdicts, index: number): string {
  return verdicts.sources[chunkOf(verdicts, index).source[index % CHUNK] ?? 0] ?? '';
}

/** The event at `offset`, the last of several. If there is none, the last that begins before it, or else the first. */
export function eventAt(verdicts: EventVerdicts, offset: number): number | null {
  if (verdicts.length === 0) return null;
  let low = 0;
  let high = verdicts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rangeOf(verdicts, middle).start <= offset) low = middle;
    else high = middle - 1;
  }
  // Lines of an event may come after other events that began later.
  for (let i = low; i >= 0 && low - i < REACH; i--) if (rangeOf(verdicts, i).end >= offset) return i;
  return low;
}
