import { type Range, shift } from '../../src/text';

/** A change of a text: the characters from `start` to `end` were replaced by `length` others. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Beyond this many changes, the first are merged. */
const MOST = 200;

/** The difference between two texts as one change; null if there is none. */
export function changeBetween(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  const start = equalFrom(from, to, most);
  const back = equalTo(from, to, most - start);
  return { start, end: from.length - back, length: to.length - back - start };
}

/** Long texts are compared by pieces first, which is faster. */
const PIECE = 4096;

/** How many characters both start with. */
function equalFrom(from: string, to: string, most: number): number {
  let at = 0;
  while (at + PIECE <= most && from.slice(at, at + PIECE) === to.slice(at, at + PIECE)) at += PIECE;
  while (at < most && from[at] === to[at]) at++;
  return at;
}

/** How many characters both end with. */
function equalTo(from: string, to: string, most: number): number {
  const pieceOf = (text: string, back: number) => text.slice(text.length - back - PIECE, text.length - back);
  let back = 0;
  while (back + PIECE <= most && pieceOf(from, back) === pieceOf(to, back)) back += PIECE;
  while (back < most && from[from.length - 1 - back] === to[to.length - 1 - back]) back++;
  return back;
}

/** `changes` followed by one more. */
export function withChange(changes: readonly TextChange[], change: TextChange | null): readonly TextChange[] {
  if (!change) return changes;
  const last = changes.at(-1);
  // Letters typed one after the other are one change.
  if (last && change.start <= last.start + last.length && change.end >= last.start) {
    const joined = {
      start: Math.min(last.start, change.start),
      end: last.end + Math.max(0, change.end - last.start - last.length),
      length:
        Math.max(last.start + last.length, change.end) -
        Math.min(last.start, change.start) +
        (change.length - (change.end - change.start)),
    };
    return [...changes.slice(0, -1), joined];
  }
  return changes.length < MOST ? [...changes, change] : [joinedAll([...changes, change])];
}

/** One change that covers all of them, and the text between them. */
function joinedAll(changes: readonly TextChange[]): TextChange {
  return changes.reduce((all, change) => withChange([all], spread(all, change))[0]!);
}

/** `change`, widened until it touches `other`. */
function spread(other: TextChange, change: TextChange): TextChange {
  const start = Math.min(change.start, other.start + other.length);
  const end = Math.max(change.end, other.start);
  return { start, end, length: change.length + (end - start) - (change.end - change.start) };
}

/** Where a range of the old text is in the new one; null if it was touched. */
export function carriedThrough(range: Range, changes: readonly TextChange[]): Range | null {
  let now = range;
  for (const { start, end, length } of changes) {
    if (now.end <= start) continue;
    if (now.start < end) return null;
    now = shift(now, length - (end - start));
  }
  return now;
}
