import { eastAsianWidth } from 'get-east-asian-width';

/*
 * Where characters stand on a screen: programs align tables by what a terminal shows. Most characters take one column, wide
 * ones of East Asia and emoji two, and those that combine with the one before them none.
 */

const NARROW = /^[\x20-\x7e│┃║─━═]*$/;
const COMBINES = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Converts between columns of the screen and offsets in one line. */
export interface Ruler {
  /** The first character that stands at this column or behind it; the line's length behind its end. */
  offsetOf(column: number): number;
  /** The column of the character at this offset. */
  columnOf(offset: number): number;
}

/** The ruler of a line in which each unit of the text takes one column, as programs align that count characters. */
export function plainRuler(line: string): Ruler {
  return { offsetOf: (column) => Math.min(column, line.length), columnOf: (offset) => offset };
}

/** The ruler of a line as a screen shows it. */
export function rulerOf(line: string): Ruler {
  if (NARROW.test(line)) return plainRuler(line);
  // For each offset its column, and the column behind the line.
  const columns = new Uint32Array(line.length + 1);
  let column = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i)!;
    const length = code > 0xffff ? 2 : 1;
    columns.fill(column, i, i + length);
    if (!COMBINES.test(String.fromCodePoint(code))) column += eastAsianWidth(code);
    i += length;
  }
  columns[line.length] = column;
  return {
    offsetOf: (wanted) => {
      let [low, high] = [0, line.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (columns[middle]! < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    columnOf: (offset) => columns[Math.min(offset, line.length)]!,
  };
}
