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
