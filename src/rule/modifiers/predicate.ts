import type { Range, Words } from '../../text';
import type { Failure, FailureKind } from './failure';
import type { FieldAccess, FieldReading, FieldState } from './reading';

/**
 * A stretch that a predicate found. `value` is a range in the reading's text, `rule` in the rule value's decoded
 * text.
 */
export interface PredicateHit {
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  readonly value: Range;
  readonly rule?: Range;
  readonly label?: string;
}

/**
 * One test of a field's value. `matches` is the fast path; `find` and `fail` serve the explanation. All share `test`,
 * so they never disagree: `find` is called only if `test` was true, `fail` only if it was false.
 */
export abstract class Predicate {
  /** Predicates with equal keys are the same; a plan keeps one of each. */
  abstract readonly key: string;
  /** A description for hovers: `contains 'x'`. */
  abstract readonly words: Words;

  /** True if the value passes. `fields` gives other fields of the same event. */
  abstract test(reading: FieldReading, fields: FieldAccess): boolean;

  /** The stretches of `reading` that passed. */
  abstract find(reading: FieldReading, fields: FieldAccess): PredicateHit[];

  /** Why `reading` did not pass. */
  abstract fail(reading: FieldReading, fields: FieldAccess): Failure;

  /** True if the field passes: any member of an array does (semantics.md, "event arrays", ours). */
  matches(state: FieldState, fields: FieldAccess): boolean {
    const readings = state.readings;
    for (let i = 0; i < readings.length; i++) if (this.test(readings[i]!, fields)) return true;
    return false;
  }

  /**
   * Folded literals, of which every passing text holds at least one; null if none are known. They only save work: a
   * value with none of them need not be tested.
   */
  literals(): readonly string[] | null {
    return null;
  }

  /** Why an empty list fails. Presence tests override this. */
  failEmpty(): FailureKind {
    return { reason: 'value differs', by: 'empty list' };
  }
}

/** The whole text as one stretch. */
export function whole(reading: FieldReading): PredicateHit[] {
  return [{ kind: 'match', value: { start: 0, end: reading.text?.length ?? 0 } }];
}
