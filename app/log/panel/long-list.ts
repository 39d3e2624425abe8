/*
 * A list of any length in a browser, although browsers cut elements off at some 17 to 33 million pixels. Up to a height
 * that all of them draw, each row has its place; beyond it, the scroll bar is proportional to the whole list.
 */

/** A height in pixels that every browser draws. */
const TALLEST = 15_000_000;

/** Which part of a list is on screen. */
export interface LongList {
  /** The height of the scrolled content, in pixels. */
  readonly height: number;
  /** The row at the upper edge; a fraction if it is cut. */
  readonly first: number;
  /** The rows to draw: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Which of `count` rows of `row` pixels are on screen in a window of `view` pixels that is scrolled to `top`. */
export function longList(count: number, row: number, view: number, top: number): LongList {
  const full = count * row;
  const height = Math.min(full, TALLEST);
  const room = Math.max(0, full - view);
  const scrolls = Math.max(0, height - view);
  const share = scrolls === 0 ? 0 : Math.min(1, Math.max(0, top) / scrolls);
  const first = full === height ? Math.min(Math.max(0, top), room) / row : (share * room) / row;
  const from = Math.max(0, Math.floor(first) - 5);
  return { height, first, from, to: Math.min(count, Math.ceil(first + view / row) + 5) };
}

/** Where to scroll so that a whole row is on screen; null if it is already. */
export function scrollTo(
  index: number,
  count: number,
  row: number,
  view: number,
  top: number,
): number | null {
  const { first, height } = longList(count, row, view, top);
  const rows = view / row;
  const wanted = index < first ? index : index + 1 > first + rows ? index + 1 - rows : null;
  if (wanted === null) return null;
  const full = count * row;
  if (full === height) return wanted * row;
  return ((wanted * row) / Math.max(1, full - view)) * (height - view);
}
