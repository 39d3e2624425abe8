import type { Range } from '../../text';
import { jsonText } from '../../text';
import type { FieldAccess, FieldState, Reading } from './reading';

/** A stretch that a predicate found. `value` is in the reading's text; `rule` in the rule value's decoded text. */
export interface Found {
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  readonly value: Range;
  readonly rule?: Range;
  readonly label?: string;
}

/** Why a predicate failed on a value. The part found nearest is in the reading's text. */
export interface Failure {
  readonly reason:
    | 'value differs'
    | 'case differs only'
    | 'would match unescaped'
    | 'not in network'
    | 'not a number'
    | 'not a time'
    | 'compared field absent'
    | 'field present'
    | 'field absent'
    | 'field null';
  readonly text: string;
  readonly near?: { readonly value: Range; readonly expected: string; readonly found: string };
}

/**
 * One test of a field's value. `matches` is the fast path; `find` and `fail` serve the explanation. They share `test`,
 * so the two can never disagree: `find` is asked only where `test` was true, `fail` only where it was false.
 */
export abstract class Predicate {
  /** Equal keys mean the same predicate; a plan keeps one of each. */
  abstract readonly key: string;
  /** In words, for the explanation: `contains 'x'`. */
  abstract readonly words: string;

  /** True where the value passes. `fields` gives other fields of the same event. */
  abstract test(reading: Reading, fields: FieldAccess): boolean;

  /** The stretches of `reading` that passed. */
  abstract find(reading: Reading, fields: FieldAccess): Found[];

  /** Why `reading` did not pass. */
  abstract fail(reading: Reading, fields: FieldAccess): Failure;

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
  failEmpty(): Failure {
    return { reason: 'value differs', text: 'The value is an empty list.' };
  }

  /** Why an absent field fails; presence tests answer otherwise. */
  failAbsent(): Failure {
    return { reason: 'field absent', text: 'The event has no such field.' };
  }
}

/** The whole of a text as one stretch. */
export function whole(reading: Reading): Found[] {
  return [{ kind: 'match', value: { start: 0, end: reading.text?.length ?? 0 } }];
}

/** Text for a message: quoted, and cut where it is long. */
export function quote(text: string, most = 80): string {
  return `\`${text.length > most ? `${text.slice(0, most)}…` : text}\``;
}

/** Any value of an event for a message. */
export function show(value: unknown): string {
  return typeof value === 'string' ? quote(value) : quote(jsonText(value));
}

/** The two failures that every text predicate shares: null, and a value that is an object. */
export function failWithoutText(reading: Reading): Failure {
  return reading.value === null
    ? { reason: 'field null', text: 'The field is there, but null.' }
    : { reason: 'value differs', text: 'The value is an object, not text.' };
}
