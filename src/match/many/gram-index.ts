import { GramTable, type Literal } from './gram-table';
import type { OnFound } from './searched';
import { Searched } from './searched';

/** Nearly every text contains any single ASCII character, so searching for it is not worthwhile. */
const SHORT = 2;

/** Literals at least this long are searched only at every few characters, if they are few enough. */
const LONG = 12;
const GRAM = 4;

const BEYOND = /[^\0-\x7f]/;

/** True for a literal that can be indexed. */
export function isSearchable(literal: string): boolean {
  return literal.length >= SHORT || BEYOND.test(literal);
}

/** Shared by all searches: they are never nested. */
const searched = new Searched();

/**
 * Finds which of many literals occur in a text, ignoring case. Each literal is searched by a stretch of four
 * characters (short ones by two), and compared in full only where the stretch occurs. The time grows with the text,
 * hardly with the number of literals, and shrinks with the length of the shortest. Literals with a character beyond
 * ASCII (emoji, look-alikes) are searched only in texts that have one.
 */
export class GramIndex {
  private readonly tables: readonly GramTable[];
  private readonly beyond: readonly GramTable[];

  /** `literals` are folded and searchable. Results refer to them by index. */
  constructor(literals: readonly string[]) {
    const all = literals.map((text, literal) => ({ text, literal }));
    this.tables = tablesFor(all.filter(({ text }) => !BEYOND.test(text)));
    this.beyond = tablesFor(all.filter(({ text }) => BEYOND.test(text)));
  }

  /** Calls `found` for every occurrence of every literal in `text`, which is not folded. */
  scan(text: string, found: OnFound): void {
    searched.turnTo(text);
    for (let i = 0; i < this.tables.length; i++) this.tables[i]!.scan(searched, found);
    if (searched.ascii) return;
    for (let i = 0; i < this.beyond.length; i++) this.beyond[i]!.scan(searched, found);
  }
}

function tablesFor(literals: readonly Literal[]): GramTable[] {
  const between = (least: number, below: number) =>
    literals.filter(({ text }) => text.length >= least && text.length < below);
  const single = GramTable.of(between(1, SHORT), 1);
  const short = GramTable.of(between(SHORT, GRAM), SHORT);
  const rest = GramTable.of(between(GRAM, Number.POSITIVE_INFINITY), GRAM);
  const long = GramTable.of(between(LONG, Number.POSITIVE_INFINITY), GRAM);
  // Long literals, if few, get a table of their own if the others are too short for a wide stride.
  const apart = rest?.stride === 1 && long !== null && long.stride > 1;
  const tables = apart
    ? [single, short, GramTable.of(between(GRAM, LONG), GRAM), long]
    : [single, short, rest];
  return tables.filter((table) => table !== null);
}
