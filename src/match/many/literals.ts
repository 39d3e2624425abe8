import type { Predicate } from '../../modifiers/predicate';
import { SHORTEST } from './gram-index';

const known = new WeakMap<Predicate, readonly string[] | null>();

/** The literals of a predicate where all of them are long enough to be searched for, else null. */
export function literalsOf(predicate: Predicate): readonly string[] | null {
  let literals = known.get(predicate);
  if (literals === undefined) {
    literals = predicate.literals();
    if (literals?.some((text) => text.length < SHORTEST)) literals = null;
    known.set(predicate, literals);
  }
  return literals;
}

/** What JSON may write otherwise than it is; letters and digits beyond ASCII are left out for simplicity. */
const ESCAPED = /["\\/\0-\x1f\x7f-\uffff]+/;

/** A number is written in other digits than its text has (`1.0`, `1e3`): nothing that could be part of one is searched for. */
const PART_OF_NUMBER = /^[-+0-9.einfty]*$/;

/**
 * Stretches of a predicate's literals that stand in an event's JSON text exactly as in its values; null where one of the
 * literals has none. For keywords, which look at every value.
 */
export function writtenLiterals(predicate: Predicate): readonly string[] | null {
  const literals = literalsOf(predicate);
  if (literals === null) return null;
  const written = literals.map((literal) =>
    literal.split(ESCAPED).reduce((best, piece) => (piece.length > best.length ? piece : best), ''),
  );
  return written.some((text) => text.length < SHORTEST || PART_OF_NUMBER.test(text)) ? null : written;
}
