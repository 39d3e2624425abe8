import { GramTable } from './gram-table';
import type { Literal, Searched } from './searched';

/** Nearly every text contains any single ASCII character, so searching for it is not worthwhile. */
const SHORT = 2;

const BEYOND = /[^\0-\x7f]/;

/** True for a literal that can be indexed. */
export function isSearchable(literal: string): boolean {
  return literal.length >= SHORT || BEYOND.test(literal);
}

/**
 * Finds which of many literals occur in a text, ignoring case. Each literal is searched by a stretch of four
 * characters (short ones by two), and compared in full only where the stretch occurs. The time grows with the text,
 * hardly with the number of literals, and shrinks with the length of the shortest. Literals with a character beyond
 * ASCII (emoji, look-alikes) are searched only in texts that have one.
 */
export class GramIndex {
  private readonly table: GramTable | null;
  private readonly beyond: GramTable | null;

  /** The literals are folded and searchable. */
  constructor(literals: readonly Literal[]) {
    this.table = tableFor(literals.filter(({ text }) => !BEYOND.test(text)));
    this.beyond = tableFor(literals.filter(({ text }) => BEYOND.test(text)));
  }

  /** True if only every few characters of a text are looked at. */
  get isFast(): boolean {
    return this.table === null || this.table.stride > 1;
  }

  /** Adds each literal that occurs in the text to `found`, as often as it occurs. */
  scan(searched: Searched, found: number[]): void {
    this.table?.scan(searched, found);
    if (!searched.ascii) this.beyond?.scan(searched, found);
  }
}

function tableFor(literals: readonly Literal[]): GramTable | null {
  return literals.length > 0 ? new GramTable(literals) : null;
}
