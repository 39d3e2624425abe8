import { cells } from './cells';
import type { Line, Piece } from './paper';
import { textOfPiece } from './pieces';
import { inLine } from './visible';

/** How a run of characters looks. */
export type Look = 'plain' | 'soft' | 'code' | 'link' | { readonly index: number; readonly whole: boolean };

/** Characters of one look beside each other, at a column of a row. */
export interface Run {
  readonly column: number;
  readonly cells: number;
  readonly text: string;
  readonly look: Look;
}

export type Row = readonly Run[];

/** Words in rows of at most so many columns, broken at blanks or, where one word is longer than a row, within it. */
export function flow(line: Line, width: number): Row[] {
  const rows = new Rows(width);
  for (const piece of line) {
    const look = lookOf(piece);
    for (const word of inLine(textOfPiece(piece)).split(/(?<= )(?! )/)) rows.add(word, look);
  }
  return rows.done();
}

function lookOf(piece: Piece): Look {
  if (typeof piece === 'string') return 'plain';
  if ('code' in piece) return 'code';
  if ('soft' in piece) return 'soft';
  return 'link' in piece ? 'link' : { index: piece.index, whole: piece.whole };
}

/** Rows that are filled one after the other. */
export class Rows {
  private readonly rows: Run[][] = [[]];
  private column = 0;

  constructor(private readonly width: number) {}

  /** Adds a word, on the next row if it does not fit on this one. The blanks behind it are not carried over. */
  add(word: string, look: Look): void {
    const size = cells(word.trimEnd());
    if (size > this.width - this.column && this.column > 0 && size <= this.width) this.next();
    const room = Math.max(0, this.width - this.column - size);
    const bare = word.trimEnd();
    this.fill(bare + word.slice(bare.length, bare.length + room), look);
  }

  /** Adds characters wherever they fit. */
  fill(text: string, look: Look): void {
    let part = '';
    let size = 0;
    for (const one of text) {
      const wide = cells(one);
      if (this.column + size + wide > this.width) {
        this.put(part, size, look);
        [part, size] = ['', 0];
        this.next();
      }
      part += one;
      size += wide;
    }
    this.put(part, size, look);
  }

  done(): Row[] {
    return this.rows;
  }

  private next(): void {
    this.rows.push([]);
    this.column = 0;
  }

  private put(text: string, size: number, look: Look): void {
    if (text === '') return;
    this.rows.at(-1)!.push({ column: this.column, cells: size, text, look });
    this.column += size;
  }
}
