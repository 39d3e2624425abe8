import type { Predicate } from '../../rule';
import { isSearchable } from './gram-index';

const known = new WeakMap<Predicate, readonly string[] | null>();

/** The literals of a predicate if all of them can be searched, else null. */
export function literalsOf(predicate: Predicate): readonly string[] | null {
  let literals = known.get(predicate);
  if (literals === undefined) {
    literals = predicate.literals();
    if (literals && !literals.every(isSearchable)) literals = null;
    known.set(predicate, literals);
  }
  return literals;
}
