import { plainRuler, type Ruler, rulerOf } from './widths';

/** A cell within its line, trimmed. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

/** The dashes of one column: the columns of the screen from the first on, and behind the last. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * The cells of a line below dashes; null where it does not fit them, so that nobody can say where a cell ends. `areFull`:
 * the dashes are as wide as their columns.
 */
export function cellsBelow(line: string, runs: readonly Run[], areFull: boolean): readonly Cell[] | null {
  const ruler = rulerOf(line);
  const cells = cellsBy(ruler, line, runs, areFull);
  // Some programs align characters, whatever width they have. Only full dashes show that.
  return cells || !areFull ? cells : cellsBy(plainRuler(line), line, runs, areFull);
}

function cellsBy(ruler: Ruler, line: string, runs: readonly Run[], areFull: boolean): Cell[] | null {
  const places = runs.map(({ start, end }) => ({ start: ruler.offsetOf(start), end: ruler.offsetOf(end) }));
  const cuts: number[] = [];
  for (const [i, { start }] of places.entries()) {
    const cut = i === 0 ? 0 : cutBefore(line, start, places[i - 1]!.end);
    if (cut < 0) return null;
    cuts.push(cut);
  }
  const cells = cuts.map((cut, i) => trimmed(line, cut, cuts[i + 1] ?? line.length));
  const fits = cells.every((cell, i) => {
    const { start, end } = places[i]!;
    if (cell.start === cell.end) return true;
    // What begins before its dashes stands to the right, and ends where they end.
    if (cell.start < start) return !areFull && cell.end === end;
    return !areFull || cell.end <= end || (i === cells.length - 1 && cell.start === start);
  });
  return fits ? cells : null;
}

/**
 * Where the cell begins whose dashes begin at `start`: there, or before, as a number that stands to the right; -1 where
 * something reaches over the gap behind the column before, which ends at `gap`.
 */
function cutBefore(line: string, start: number, gap: number): number {
  if (start >= line.length || isBlank(line, start - 1)) return start;
  let at = start;
  while (at > gap && !isBlank(line, at - 1)) at--;
  return at > gap ? at : -1;
}

function isBlank(line: string, at: number): boolean {
  return line[at]!.trim() === '';
}

/** The stretch of a line without the blanks at its ends. */
export function trimmed(line: string, from: number, to: number): Cell {
  let [start, end] = [Math.min(from, line.length), Math.min(to, line.length)];
  while (start < end && line[start]!.trim() === '') start++;
  while (end > start && line[end - 1]!.trim() === '') end--;
  return { start, end };
}
