import { applyEdits, type Edit, type Range } from '../../text';

/** A text after edits, with where things are in it. */
export interface Edited {
  readonly text: string;
  /** What the edits put there. */
  readonly changed: readonly Range[];
  /** Where a stretch of the text before is now; what an edit replaced has become what it put there. */
  readonly moved: (range: Range) => Range;
}

/** A text after edits that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start);
  let by = 0;
  const changed = sorted.map(({ range, text: put }): Range => {
    const start = range.start + by;
    by += put.length - (range.end - range.start);
    return { start, end: start + put.length };
  });
  const placeOf = (offset: number, isEnd: boolean): number => {
    let moved = offset;
    for (const [i, { range, text: put }] of sorted.entries()) {
      const { start, end } = range;
      if (offset > end || (offset === end && (isEnd || start < end))) moved += put.length - (end - start);
      else if (offset > start) return isEnd ? changed[i]!.end : changed[i]!.start;
    }
    return moved;
  };
  return {
    text: applyEdits(text, edits),
    changed,
    moved: ({ start, end }) => {
      const from = placeOf(start, false);
      return { start: from, end: Math.max(from, placeOf(end, true)) };
    },
  };
}
