import type { Range, Words } from '../../text';
import type { Failure, FailureKind } from './failure';
import type { FieldAccess, FieldReading, FieldState } from './reading';

/** A stretch that a predicate found. `value` is in the reading's text; `rule` in the rule value's decoded text. */
export interface PredicateHit {
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  readonly value: Range;
  readonly rule?: Range;
  readonly label?: string;
}

/**
 * One test of a field's value. `matches` is the fast path; `find` and `fail` serve the explanation. They share `test`,
 * so the two can never disagree: `find` is asked only where `test` was true, `fail` only where it was false.
 */
export abstract class Predicate {
  /** Equal keys mean the same predicate; a plan keeps one of each. */
  abstract readonly key: string;
  /** In words, for a hover: `contains 'x'`. */
  abstract readonly words: Words;

  /** True where the value passes. `fields` gives other fields of the same event. */
  abstract test(reading: FieldReading, fields: FieldAccess): boolean;

  /** The stretches of `reading` that passed. */
  abstract find(reading: FieldReading, fields: FieldAccess): PredicateHit[];

  /** Why `reading` did not pass. */
  abstract fail(reading: FieldReading, fields: FieldAccess): Failure;

  /** True where the field passes: any member of an array does (semantics.md, "event arrays", ours). */
  matches(state: FieldState, fields: FieldAccess): boolean {
    const readings = state.readings;
    for (let i = 0; i < readings.length; i++) if (this.test(readings[i]!, fields)) return true;
    return false;
  }

  /**
   * Folded texts of which every text that passes holds at least one; null where none are known. They only save work: a
   * value without any of them need not be tested.
   */
  literals(): readonly string[] | null {
    return null;
  }

  /** Why a list without members fails; presence tests answer otherwise. */
  failEmpty(): FailureKind {
    return { reason: 'value differs', by: 'empty list' };
  }
}

/** The whole of a text as one stretch. */
export function whole(reading: FieldReading): PredicateHit[] {
  return [{ kind: 'match', value: { start: 0, end: reading.text?.length ?? 0 } }];
}
