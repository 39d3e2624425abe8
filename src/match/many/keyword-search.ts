import type { SigmaEvent } from '../../event';
import type { FieldIndex } from './field-index';
import { GramIndex, isSearchable } from './gram-index';
import { literalsOf } from './literals';

/** Characters that JSON may write as an escape; all others stand in it as they are, or as `\u`. */
const ESCAPED = /["\\/\u0000-\u001f]/;

/**
 * Says at a glance that no value of an event holds any of the keywords. An event's JSON text is searched as it stands,
 * which spares the walk over its values for nearly every event.
 */
export class KeywordSearch {
  /** Of each literal the longest stretch that JSON writes as it is; null where one has none that can be searched for. */
  private readonly stretches: GramIndex | null;
  private found = false;

  constructor(index: FieldIndex) {
    const literals = index.tests.flat().flatMap(({ predicate }) => literalsOf(predicate) ?? []);
    const stretches = new Set(literals.map(longestUnescaped));
    const usable = !index.digits && [...stretches].every(isSearchable);
    this.stretches = usable ? new GramIndex([...stretches]) : null;
  }

  /** False where no value of the event can hold any of the keywords. */
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
