import { AS_OURS, type Readings } from '../../knowledge';
import type { Words } from '../../text';
import { ExactNumber, isNumeric, numberOf } from '../value/exact-number';
import { type Failure, type FailureKind, failWithoutText, numberDistance, shown } from './failure';
import { Predicate, type PredicateHit, whole } from './predicate';
import type { FieldReading, FieldState } from './reading';

/** A number in the rule equals the event's number, or the same number written as a string. */
export class NumberPredicate extends Predicate {
  readonly key: string;
  readonly exact: ExactNumber;

  constructor(
    readonly value: number,
    /** The digits as written in the rule. */
    readonly written: string,
  ) {
    super();
    this.exact = new ExactNumber(value, written);
    this.key = `number:${written}`;
  }

  get words(): Words {
    return [`is ${this.written}`];
  }

  test(reading: FieldReading): boolean {
    const value = reading.value;
    return isNumeric(value) && this.exact.equals(value);
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  fail(reading: FieldReading): Failure {
    if (reading.value === null) return failWithoutText(reading);
    const number = numberOf(reading.value);
    return {
      reason: 'value differs',
      by: 'scalar',
      value: shown(reading.value),
      wanted: this.written,
      distance: number === undefined ? 1 : numberDistance(number, this.value),
    };
  }
}

/** A boolean equals a boolean, or its text in any case (ours). */
export class BooleanPredicate extends Predicate {
  readonly key: string;

  private readonly texts: boolean;

  constructor(
    readonly value: boolean,
    readings: Readings = AS_OURS,
  ) {
    super();
    this.texts = !readings['boolean-text'];
    this.key = `boolean${this.texts ? '' : ' only'}:${value}`;
  }

  get words(): Words {
    return [`is ${this.value}`];
  }

  test(reading: FieldReading): boolean {
    if (typeof reading.value === 'boolean') return reading.value === this.value;
    return this.texts && typeof reading.value === 'string' && reading.folded === String(this.value);
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  fail(reading: FieldReading): Failure {
    if (reading.value === null) return failWithoutText(reading);
    return { reason: 'value differs', by: 'scalar', value: shown(reading.value), wanted: String(this.value) };
  }
}

/** `null`: the field is absent, or present and null. */
export class NullPredicate extends Predicate {
  readonly key: string;
  readonly words: Words = ['is absent or null'];

  private readonly members: boolean;

  constructor(readings: Readings = AS_OURS) {
    super();
    this.members = !readings['null-member'];
    this.key = this.members ? 'null' : 'null but in lists';
  }

  test(reading: FieldReading): boolean {
    return reading.value === null;
  }

  override matches(state: FieldState): boolean {
    if (!state.present) return true;
    return (this.members || !state.isArray) && state.readings.some((r) => r.value === null);
  }

  find(): PredicateHit[] {
    return [];
  }

  override failEmpty(): FailureKind {
    return { reason: 'field present', value: null, isNull: false, wanted: 'null' };
  }

  fail(reading: FieldReading): Failure {
    return { reason: 'field present', value: shown(reading.value), isNull: false, wanted: 'null' };
  }
}
