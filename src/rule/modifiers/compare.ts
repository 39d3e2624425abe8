import { AS_OURS, type Readings } from '../../knowledge';
import type { Words, WrittenNumber } from '../../text';
import { ExactNumber, isNumeric, numberOf } from '../value/exact-number';
import { type TimePart, timePart } from '../value/written-time';
import { type CompareOperator, SIGNS } from './draft';
import { excerpt, type Failure, failWithoutText, numberDistance, shown } from './failure';
import { type Modifier, one } from './modifier';
import { Predicate, type PredicateHit, whole } from './predicate';
import type { FieldReading } from './reading';

/** Shared by `lt`, `lte`, `gt` and `gte`, which follow a number or a part of a time. */
export function comparison(op: CompareOperator, doc: Modifier['doc']): Modifier {
  return {
    name: op,
    doc,
    takes: ['number', 'time'],
    wants: 'a number (without quotes)',
    apply(draft) {
      const part = draft.kind === 'time' ? draft.part : null;
      const { value, written } =
        draft.kind === 'time' || draft.kind === 'number' ? draft : { value: Number.NaN, written: '' };
      return one({ kind: 'compare', op, value, written, part });
    },
  };
}

/** `order` is below, at or above zero as the left side is less than, equal to or greater than the right. */
function holds(op: CompareOperator, order: number): boolean {
  switch (op) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

/** Compares two numbers. A numeric string in the event counts as its number (ours). */
export class ComparePredicate extends Predicate {
  readonly key: string;
  readonly exact: ExactNumber;
  private readonly texts: boolean;
  private readonly utc: boolean;

  constructor(
    readonly op: CompareOperator,
    readonly value: number,
    written: string,
    readonly part: TimePart | null,
    readings: Readings = AS_OURS,
  ) {
    super();
    this.exact = new ExactNumber(value, written);
    this.texts = !readings['compare-text'];
    this.utc = readings['time-clock'] !== undefined;
    this.key = `compare${this.texts ? '' : ' numbers'}${this.utc ? ' utc' : ''}:${part}:${op}:${this.exact.shown}`;
  }

  get words(): Words {
    return [`${this.part ? `${this.part} ` : ''}${SIGNS[this.op]} ${this.exact.shown}`];
  }

  test(reading: FieldReading): boolean {
    const number = this.numberIn(reading);
    return number !== undefined && holds(this.op, this.exact.compare(number));
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  fail(reading: FieldReading): Failure {
    if (reading.value === null) return failWithoutText(reading);
    const number = this.numberIn(reading);
    if (number === undefined) {
      const value = shown(reading.value);
      return this.part
        ? { reason: 'not a time', value, part: this.part }
        : { reason: 'not a number', value, isText: numberOf(reading.value) !== undefined };
    }
    return {
      reason: 'value differs',
      by: 'comparison',
      found: shortest(number),
      op: this.op,
      bound: this.exact.shown,
      part: this.part,
      distance: numberDistance(Number(number), this.value),
    };
  }

  private numberIn(reading: FieldReading): number | WrittenNumber | string | undefined {
    const { value } = reading;
    if (!this.part) return isNumeric(value) && (this.texts || typeof value !== 'string') ? value : undefined;
    return reading.text === null ? undefined : timePart(reading.text, this.part, this.utc);
  }
}

/** A number for display: as a double prints it, if that is the same number. */
function shortest(number: number | WrittenNumber | string): string {
  return new ExactNumber(Number(number), String(number)).shown;
}

/** One part of a timestamp equals a number. */
export class TimePredicate extends Predicate {
  readonly key: string;
  private readonly utc: boolean;

  constructor(
    readonly part: TimePart,
    readonly value: number,
    readings: Readings = AS_OURS,
  ) {
    super();
    this.utc = readings['time-clock'] !== undefined;
    this.key = `time${this.utc ? ' utc' : ''}:${part}:${value}`;
  }

  get words(): Words {
    return [`${this.part} is ${this.value}`];
  }

  test(reading: FieldReading): boolean {
    return reading.text !== null && timePart(reading.text, this.part, this.utc) === this.value;
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  fail(reading: FieldReading): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    const found = timePart(text, this.part, this.utc);
    return found === undefined
      ? { reason: 'not a time', value: excerpt(text), part: this.part }
      : {
          reason: 'value differs',
          by: 'time',
          part: this.part,
          found,
          wanted: this.value,
          distance: numberDistance(found, this.value),
        };
  }
}
