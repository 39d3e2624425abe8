import { GramTable } from './gram-table';
import type { Literal, Searched } from './searched';
import { ShortTable } from './short-table';

/** Nearly every text contains any single ASCII character, so searching for it is not worthwhile. */
const SHORT = 2;

const GRAM = 4;

const BEYOND = /[^\0-\x7f]/;

/** True for a literal that can be indexed. */
export function isSearchable(literal: string): boolean {
  return literal.length >= SHORT || BEYOND.test(literal);
}

type Table = GramTable | ShortTable;

/**
 * Finds which of many literals occur in a text, ignoring case. Each literal is searched by a stretch of four
 * characters (short ones by two), and compared in full only where the stretch occurs. The time grows with the text,
 * hardly with the number of literals, and shrinks with the length of the shortest. Literals with a character beyond
 * ASCII (emoji, look-alikes) are searched only in texts that have one.
 */
export class GramIndex {
  private readonly tables: readonly Table[];
  private readonly beyond: readonly Table[];

  /** The literals are folded and searchable. */
  constructor(literals: readonly Literal[]) {
    this.tables = tablesFor(literals.filter(({ text }) => !BEYOND.test(text)));
    this.beyond = tablesFor(literals.filter(({ text }) => BEYOND.test(text)));
  }

  /** Adds each literal that occurs in the text to `found`, as often as it occurs. */
  scan(searched: Searched, found: number[]): void {
    for (let i = 0; i < this.tables.length; i++) this.tables[i]!.scan(searched, found);
    if (searched.ascii) return;
    for (let i = 0; i < this.beyond.length; i++) this.beyond[i]!.scan(searched, found);
  }
}

function tablesFor(literals: readonly Literal[]): Table[] {
  const short = literals.filter(({ text }) => text.length < GRAM);
  const long = literals.filter(({ text }) => text.length >= GRAM);
  return [
    ...(short.length > 0 ? [new ShortTable(short)] : []),
    ...(long.length > 0 ? [new GramTable(long)] : []),
  ];
}
