import type { Range } from '../../text';

/** Longer texts are not compared letter by letter. */
const MAX_NEEDLE = 100;
const MAX_TEXT = 4000;

/** The stretch of a text that is nearest to another text, and how many of its letters are wrong. */
export interface Mistyped {
  readonly wrong: number;
  readonly text: Range;
}

/**
 * The stretch of `text` nearest to `needle` by inserting, deleting, changing or swapping letters: anywhere, or held
 * to its `start`, its `end` or `both`. Null if more than `most` letters would be wrong.
 */
export function mistyped(
  needle: string,
  text: string,
  held: 'start' | 'end' | 'both' | 'nowhere',
  most: number,
): Mistyped | null {
  const n = needle.length;
  if (n > MAX_NEEDLE || most < 1) return null;
  const heldStart = held === 'start' || held === 'both';
  const heldEnd = held === 'end' || held === 'both';
  if (held === 'both' && Math.abs(n - text.length) > most) return null;
  // Held to an end, only a stretch this near to it can count.
  const from = held === 'end' ? Math.max(0, text.length - n - most) : 0;
  const to = held === 'start' ? Math.min(text.length, n + most) : Math.min(text.length, from + MAX_TEXT);
  const rows = new Rows(n, from);
  let best: Mistyped | null = null;
  for (let end = from; end <= to; end++) {
    if (end > from) rows.take(needle, text, end, heldStart ? end - from : 0, heldStart ? from : end);
    const wrong = rows.cost[n]!;
    if (wrong > most || (heldEnd && end !== text.length) || (best && best.wrong <= wrong)) continue;
    best = { wrong, text: { start: rows.begin[n]!, end } };
  }
  return best;
}

/**
 * One row per character of the text: for each length of the needle, the letters wrong so far and where the stretch
 * begins.
 */
class Rows {
  cost: Uint16Array;
  begin: Int32Array;
  private last: Uint16Array;
  private lastBegin: Int32Array;
  private next: Uint16Array;
  private nextBegin: Int32Array;

  constructor(
    private readonly n: number,
    private readonly from: number,
  ) {
    const [counts, places] = [() => new Uint16Array(n + 1), () => new Int32Array(n + 1)];
    [this.cost, this.last, this.next] = [counts(), counts(), counts()];
    [this.begin, this.lastBegin, this.nextBegin] = [places(), places(), places()];
    for (let j = 0; j <= n; j++) this.cost[j] = j;
    this.begin.fill(from);
  }

  /** Advances to the text's character before `end`. A stretch without any of the needle would begin at `begin`. */
  take(needle: string, text: string, end: number, wrong: number, begin: number): void {
    const { cost, next, nextBegin, last, lastBegin } = this;
    const [character, before] = [
      text.charCodeAt(end - 1),
      end - 1 > this.from ? text.charCodeAt(end - 2) : -1,
    ];
    next[0] = wrong;
    nextBegin[0] = begin;
    for (let j = 1; j <= this.n; j++) {
      const own = needle.charCodeAt(j - 1);
      let value = cost[j - 1]! + (character === own ? 0 : 1);
      let start = this.begin[j - 1]!;
      if (cost[j]! + 1 < value) {
        value = cost[j]! + 1;
        start = this.begin[j]!;
      }
      if (next[j - 1]! + 1 < value) {
        value = next[j - 1]! + 1;
        start = nextBegin[j - 1]!;
      }
      if (j > 1 && before === own && character === needle.charCodeAt(j - 2) && last[j - 2]! + 1 < value) {
        value = last[j - 2]! + 1;
        start = lastBegin[j - 2]!;
      }
      next[j] = value;
      nextBegin[j] = start;
    }
    [this.last, this.cost, this.next] = [cost, next, last];
    [this.lastBegin, this.begin, this.nextBegin] = [this.begin, nextBegin, lastBegin];
  }
}
