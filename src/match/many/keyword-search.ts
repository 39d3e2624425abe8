import type { SigmaEvent } from '../../event';
import type { FieldIndex } from './field-index';
import { GramIndex, isSearchable } from './gram-index';
import { literalsOf } from './literals';

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
  private found = false;

  constructor(index: FieldIndex) {
    const literals = index.tests.flat().flatMap(({ predicate }) => literalsOf(predicate) ?? []);
    const stretches = new Set(literals.map(longestUnescaped));
    const usable = !index.digits && [...stretches].every(isSearchable);
    this.stretches = usable ? new GramIndex([...stretches]) : null;
  }

  /** False if no value of the event can contain any of the keywords. */
  mayHold(event: SigmaEvent): boolean {
    const text = this.stretches ? event.jsonText?.() : undefined;
    if (text === undefined || text.includes('\\u')) return true;
    this.found = false;
    this.stretches!.scan(text, this.take);
    return this.found;
  }

  private readonly take = () => {
    this.found = true;
  };
}

function longestUnescaped(literal: string): string {
  return literal.split(ESCAPED).reduce((longest, part) => (part.length > longest.length ? part : longest));
}
