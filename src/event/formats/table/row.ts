/** A cell of a table's row. */
export interface Cell {
  /** The characters of its value, without quotes. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** True if quotes in it are doubled. */
  readonly doubled: boolean;
}

/** A row, as far as it could be read. */
export interface Row {
  readonly cells: Cell[];
  /** Where the row ends, before its line break. */
  readonly end: number;
  /** Where the next row begins. */
  readonly next: number;
  /** What is wrong with a quote, and where; the row then ends with its first line. */
  readonly fault: QuoteFault | null;
}

interface QuoteFault {
  readonly at: number;
  readonly open: boolean;
}

const QUOTE = 0x22;

/**
 * The row that begins at `start`. A cell that begins with a quote ends with one, and may hold line breaks. Quotes elsewhere
 * are characters like any other. Between tabs nobody has to quote: there a quote that closes nothing is no fault.
 *
 * Linear, even where each row is faulty: a quote that stays open is closed by the next odd run of quotes, so that no
 * line behind it can have stayed open beyond that.
 */
export function readRow(text: string, start: number, delimiter: number): Row {
  const cells: Cell[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const cell = quotedCell(text, at, delimiter);
      if ('start' in cell) {
        cells.push(cell);
        at = cell.end + 1;
      } else if (delimiter === 0x09) at = plainCell(text, at, delimiter, cells);
      else {
        const end = lineEnd(text, start);
        return { cells, end, next: afterBreak(text, end), fault: cell };
      }
    } else at = plainCell(text, at, delimiter, cells);
    if (text.charCodeAt(at) !== delimiter) break;
    at++;
  }
  return { cells, end: at, next: afterBreak(text, at), fault: null };
}

/** The quoted cell, or its fault: at a quote that is never closed, or at what follows the closing quote. */
function quotedCell(text: string, at: number, delimiter: number): Cell | QuoteFault {
  let doubled = false;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) {
    doubled = true;
    end = text.indexOf('"', end + 2);
  }
  if (end < 0) return { at, open: true };
  const after = end + 1;
  if (after < text.length && text.charCodeAt(after) !== delimiter && !isBreak(text, after))
    return { at: after, open: false };
  return { start: at + 1, end, quoted: true, doubled };
}

function plainCell(text: string, start: number, delimiter: number, cells: Cell[]): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === 0x0a || (code === 0x0d && isBreak(text, at))) break;
  }
  cells.push({ start, end: at, quoted: false, doubled: false });
  return at;
}

/** Where the line of `at` ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return feed > at && text.charCodeAt(feed - 1) === 0x0d ? feed - 1 : feed;
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x0a) return true;
  return code === 0x0d && (at + 1 === text.length || text.charCodeAt(at + 1) === 0x0a);
}

function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 0x0d ? Math.min(at + 2, text.length) : Math.min(at + 1, text.length);
}

/** A cell's value. */
export function cellValue(text: string, cell: Cell): string {
  const raw = text.slice(cell.start, cell.end);
  return cell.doubled ? raw.replaceAll('""', '"') : raw;
}

/**
 * For each character of the decoded value where it begins in the cell, and where the last ends; undefined if the
 * characters are the same.
 */
export function cellStarts(text: string, cell: Cell): Uint32Array | undefined {
  if (!cell.doubled) return undefined;
  const starts: number[] = [];
  for (let at = cell.start; at < cell.end; at++) {
    starts.push(at - cell.start);
    if (text.charCodeAt(at) === QUOTE) at++;
  }
  starts.push(cell.end - cell.start);
  return Uint32Array.from(starts);
}
