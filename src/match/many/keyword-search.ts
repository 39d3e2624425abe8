import type { SigmaEvent } from '../../event';
import type { FieldIndex } from './field-index';
import { GramIndex, isSearchable } from './gram-index';
import { Searched } from './searched';

/** Characters that JSON may escape; all others are written unchanged or as `\u`. */
const ESCAPED = /["\\/\u0000-\u001f]/;

const BACKSLASH = 0x5c;

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
  /** By stretch: how often it was found in this event. */
  private readonly counts: Int32Array;
  /** By layout of events: how often its names have each stretch. */
  private readonly inNames = new WeakMap<object, Int32Array>();

  constructor(index: FieldIndex) {
    const stretches = [...new Set(index.literals.map(longestUnescaped))];
    const usable = !index.digits && stretches.every(isSearchable);
    const grams = usable ? new GramIndex(stretches.map((text, literal) => ({ text, literal }))) : null;
    // Where each character has to be looked at, the values alone are fewer than the whole text.
    this.stretches = grams?.isFast ? grams : null;
    this.counts = new Int32Array(stretches.length);
  }

  /**
   * False if no value of the event can contain any of the keywords. `layout` is the same object for events with the same
   * names: a keyword such as `command` that is part of a name is then found in every event, and is not counted.
   */
  mayHold(event: SigmaEvent, layout: object | null): boolean {
    const text = this.stretches ? event.jsonText?.() : undefined;
    if (text === undefined || hasCodes(text)) return true;
    const found = this.scan(text);
    if (found.length === 0 || layout === null) return found.length > 0;
    const { counts } = this;
    const least = this.inNames.get(layout) ?? this.namesOf(event, layout, text);
    for (let i = 0; i < found.length; i++) counts[found[i]!]!++;
    let may = false;
    for (let i = 0; i < found.length; i++) may ||= counts[found[i]!]! > least[found[i]!]!;
    for (let i = 0; i < found.length; i++) counts[found[i]!] = 0;
    return may;
  }

  private scan(text: string): number[] {
    this.found.length = 0;
    this.searched.turnTo(text);
    this.stretches!.scan(this.searched, this.found);
    return this.found;
  }

  /** How often names alone have each stretch, at least: names of values that stand in no array, each once. */
  private namesOf(event: SigmaEvent, layout: object, text: string): Int32Array {
    const least = new Int32Array(this.counts.length);
    for (const { path } of event.leaves()) {
      const name = path.at(-1);
      if (typeof name === 'string' && path.every((step) => typeof step === 'string'))
        for (const literal of this.scan(name)) least[literal]!++;
    }
    this.inNames.set(layout, least);
    this.scan(text);
    return least;
  }
}

/** True if a character is written as `\u` and its code; after an escaped backslash, as in `"C:\\users"`, a `u` is a letter. */
function hasCodes(json: string): boolean {
  for (let at = json.indexOf('\\u'); at >= 0; at = json.indexOf('\\u', at + 2)) {
    let first = at;
    while (json.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((at - first) % 2 === 0) return true;
  }
  return false;
}

function longestUnescaped(literal: string): string {
  return literal.split(ESCAPED).reduce((longest, part) => (part.length > longest.length ? part : longest));
}
