import { TextPredicate } from '../../modifiers/text-predicate';
import type { Expectation } from './anchors';
import { literalsOf } from './literals';
import type { Test } from './tests';

/** Judges anchors by how many rules look for the same: rules name common programs often, and long texts are rare in events. */
export function expectations(tests: readonly Test[]): Expectation {
  const popularity = new Map<string, number>();
  for (const { predicate } of tests)
    for (const literal of literalsOf(predicate) ?? [])
      popularity.set(literal, (popularity.get(literal) ?? 0) + 1);
  return ({ slot, predicate }) => {
    const literals = literalsOf(predicate);
    if (literals === null) return 0.05;
    // A keyword stands anywhere in the event; an expression has to be run where its literal stands.
    const effort = slot < 0 ? 4 : predicate instanceof TextPredicate ? 1 : 10;
    const ending =
      predicate instanceof TextPredicate &&
      (predicate.pattern.shape === 'ends' || predicate.pattern.shape === 'exact');
    return literals.reduce((sum, literal) => {
      const common = Math.min(1, (popularity.get(literal) ?? 1) / 50);
      const length = literal.length < 4 ? 50 : literal.length < 6 ? 10 : 1;
      return sum + (ending ? 0.01 : 0.004) * (1 + 20 * common) * length * effort;
    }, 0);
  };
}
