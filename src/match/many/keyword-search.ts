import type { SigmaEvent } from '../../event';
import type { FieldIndex } from './field-index';
import { GramIndex, isSearchable } from './gram-index';
import { Searched } from './searched';

/** Characters that JSON may escape; all others are written unchanged or as `\u`. */
const ESCAPED = /["\\/\u0000-\u001f]/;

/**
 * Tells quickly that no value of an event contains any of the keywords: it searches the event's JSON text as it is,
 * which spares the walk over the values of nearly every event.
 */
export class KeywordSearch {
  /**
   * The longest stretch of each literal that JSON writes unchanged; null if a literal has none that can be searched.
   */
  private readonly stretches: GramIndex | null;
  private readonly searched = new Searched();
  private readonly found: number[] = [];

  constructor(index: FieldIndex) {
    const stretches = [...new Set(index.anywhere.map(longestUnescaped))];
    const usable = !index.digits && stretches.every(isSearchable);
    this.stretches = usable ? new GramIndex(stretches.map((text, literal) => ({ text, literal }))) : null;
  }

  /** False if no value of the event can contain any of the keywords. */
  mayHold(event: SigmaEvent): boolean {
    const text = this.stretches ? event.jsonText?.() : undefined;
    if (text === undefined || text.includes('\\u')) return true;
    this.found.length = 0;
    this.searched.turnTo(text);
    this.stretches!.scan(this.searched, this.found);
    return this.found.length > 0;
  }
}

function longestUnescaped(literal: string): string {
  return literal.split(ESCAPED).reduce((longest, part) => (part.length > longest.length ? part : longest));
}
