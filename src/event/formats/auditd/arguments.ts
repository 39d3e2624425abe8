import { range } from '../../../text';
import type { FieldSpan, Piece } from '../span-syntax';
import { fromHex } from './hex';

/** A value of a record; `part` counts the pieces of a word that the kernel cut, which is too long for one record. */
export interface RecordSpan extends FieldSpan {
  readonly part?: number;
}

/**
 * The values of an event's records with the words of its command whole: `a2[0]`, `a2[1]`, … of one or several records are the
 * one word `a2`, which stands where its first piece does.
 */
export function withWholeWords(spans: readonly RecordSpan[], slice: string): FieldSpan[] {
  if (!spans.some(({ part }) => part !== undefined)) return [...spans];
  const pieces = new Map<string, RecordSpan[]>();
  for (const span of spans)
    if (span.part !== undefined) pieces.set(span.name, [...(pieces.get(span.name) ?? []), span]);
  return spans.flatMap((span) => {
    if (span.part === undefined) return span;
    const all = pieces.get(span.name);
    pieces.delete(span.name);
    return all ? wordOf(all, slice) : [];
  });
}

function wordOf(spans: readonly RecordSpan[], slice: string): FieldSpan {
  const ordered = [...spans].sort((a, b) => a.part! - b.part!);
  const first = ordered[0]!;
  const whole = ordered.map(({ at }) => slice.slice(at.start, at.end));
  // A character of several bytes may be cut too: the digits are put together first.
  const isQuoted = ordered.some(({ at }) => slice[at.start - 1] === '"');
  const decoded = isQuoted ? null : fromHex(whole.join(''));
  const found = decoded
    ? { value: decoded.value, pieces: cut(ordered, decoded.starts) }
    : asWritten(ordered, whole);
  const starts = ordered.map(({ at }) => at.start);
  const at = range(Math.min(...starts), Math.max(...ordered.map(({ at }) => at.end)));
  return { name: first.name, key: first.key, at, ...found };
}

function asWritten(
  spans: readonly RecordSpan[],
  whole: readonly string[],
): { value: string; pieces: Piece[] } {
  return { value: whole.join(''), pieces: spans.map(({ at }, i) => ({ at, length: whole[i]!.length })) };
}

/** By piece the characters whose digits begin in it. */
function cut(spans: readonly RecordSpan[], starts: Uint32Array): Piece[] {
  let from = 0;
  let unit = 0;
  return spans.map(({ at }) => {
    const length = at.end - at.start;
    const own: number[] = [];
    while (unit < starts.length - 1 && starts[unit]! < from + length) own.push(starts[unit++]! - from);
    from += length;
    return { at, length: own.length, starts: Uint32Array.from([...own, length]) };
  });
}
