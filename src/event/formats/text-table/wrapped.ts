import { range } from '../../../text';
import type { Piece } from '../span-syntax';
import { type Cell, trimmed } from './below';
import { cellsOf, type Layout, stretches } from './layout';
import { drawsBars } from './rules';
import { rulerOf } from './widths';

/*
 * Rows over several lines. `psql` draws a mark at the right of a cell that goes on in the next line, where all cells without a
 * mark are empty; SQLite and others draw a rule below each row.
 */

const MARK = /[+↵]/;

/** For each column where its mark stands in a line; null where the line has none. */
function marksIn(line: string, layout: Layout): readonly (number | null)[] | null {
  if (!layout.bars || !MARK.test(line)) return null;
  const cells = stretches(line, layout);
  if (!cells || cells.length !== layout.names.length) return null;
  const ruler = rulerOf(line);
  const marks = cells.map(({ start, end }, i) => {
    const isLast = i === cells.length - 1 && !layout.isFramed;
    const at = isLast ? ruler.offsetOf(layout.end - 1) : end - 1;
    const stands = isLast ? line.trimEnd().length === at + 1 : true;
    return at > start && stands && MARK.test(line[at] ?? '') ? at : null;
  });
  return marks.some((at) => at !== null) ? marks : null;
}

/** True if the cells of a row go on from one line to the next. */
export function goesOn(line: string, next: string, layout: Layout): boolean {
  if (layout.isSeparated) return !drawsBars(next) && stretches(next, layout)?.length === layout.names.length;
  const marks = marksIn(line, layout);
  const cells = marks && stretches(next, layout);
  if (!marks || cells?.length !== marks.length) return false;
  return cells.every(({ start, end }, i) => marks[i] !== null || next.slice(start, end).trim() === '');
}

/** A value of a row, and where it stands. */
export interface WrappedValue {
  readonly value: string;
  readonly at: Cell;
  /** Absent where it stands in one line. */
  readonly pieces?: readonly Piece[];
}

/** The values of a row by their columns, null where a cell is empty; null where the row does not fit the columns. */
export function valuesOf(row: string, layout: Layout): readonly (WrappedValue | null)[] | null {
  const width = row.indexOf('\n');
  const first = width < 0 ? row : row.slice(0, width).replace(/\r$/, '');
  const cells = cellsOf(first, layout);
  if (!cells) return null;
  if (width < 0)
    return cells.map((at) => (at.start === at.end ? null : { value: row.slice(at.start, at.end), at }));
  const found = cells.map((): { cells: Cell[]; marks: number[] } => ({ cells: [], marks: [] }));
  for (let base = 0; base <= row.length; ) {
    const feed = row.indexOf('\n', base);
    const line = row.slice(base, feed < 0 ? row.length : feed).replace(/\r$/, '');
    const marks = feed < 0 ? null : marksIn(line, layout);
    for (const [i, cell] of (stretches(line, layout) ?? []).entries()) {
      const column = found[i]!;
      const isFirst = base === 0;
      if (!isFirst && !layout.isSeparated && column.marks.length < column.cells.length) continue;
      const mark = marks?.[i] ?? null;
      // Blanks before the text belong to it where it goes on; one stands before each cell.
      const inner = trimmed(line, cell.start, mark ?? cell.end);
      // An empty line stands at its beginning.
      const isBlank = inner.start === inner.end;
      const end = isBlank ? cell.start : inner.end;
      const start = isBlank || isFirst ? Math.min(inner.start, end) : Math.min(cell.start + 1, inner.start);
      column.cells.push({ start: base + start, end: base + end });
      if (mark !== null) column.marks.push(base + mark);
    }
    if (feed < 0) break;
    base = feed + 1;
  }
  return found.map(({ cells: own, marks }) => joined(row, own, marks));
}

function joined(row: string, all: readonly Cell[], marks: readonly number[]): WrappedValue | null {
  const last = all.findLastIndex(({ start, end }) => end > start);
  // Below a text that is shorter than those beside it the cell is empty.
  const cells = marks.length > 0 ? all : all.slice(0, last + 1);
  const value = cells.map(({ start, end }) => row.slice(start, end)).join('\n');
  if (value === '') return null;
  const at = { start: cells[0]!.start, end: cells[cells.length - 1]!.end };
  if (cells.length === 1) return { value, at };
  const pieces = cells.flatMap(({ start, end }, i): Piece[] => {
    const own = { length: end - start, at: range(start, end) };
    // The mark stands for the line break, or what is behind the text.
    const mark = marks[i] ?? end;
    return i < cells.length - 1 ? [own, { length: 1, at: range(mark, mark + 1) }] : [own];
  });
  return { value, at, pieces };
}
