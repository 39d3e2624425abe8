/** A half-open range of a text in UTF-16 code units: it covers `text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range from `start` to `end`. */
export function range(start: number, end: number): Range {
  return { start, end };
}

/** True if the two ranges share at least one character, or one is empty and touches the other. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end && (a.start < b.end || a.start === a.end || b.start === b.end);
}

/** `r` moved by `by` characters. */
export function shift(r: Range, by: number): Range {
  return { start: r.start + by, end: r.end + by };
}
