import { AS_OURS, type Readings } from '../../knowledge';
import { prose, say, type Words } from '../../text';
import { type Fold, fold, foldAscii } from '../value/fold';
import { plainText } from '../value/sigma-string';
import type { FieldRefMode } from './draft';
import { excerpt, excerptCode, type Failure, failWithoutText } from './failure';
import { type Modifier, one } from './modifier';
import { Predicate, type PredicateHit, whole } from './predicate';
import { type FieldAccess, FieldReading, type FieldState } from './reading';

export const fieldref: Modifier = {
  name: 'fieldref',
  doc: {
    summary: 'The field equals another field of the same event, which the value names.',
    example: 'SubjectUserName|fieldref: TargetUserName',
  },
  takes: ['string'],
  wants: 'the name of a field',
  apply(draft) {
    if (draft.kind !== 'string') return one(draft);
    // Stars that an earlier modifier added say how to compare. Stars in the name itself make no sense.
    const front = draft.value[0]?.kind === 'star' && draft.value[0].at === null;
    const back = draft.value.length > 1 && draft.value[draft.value.length - 1]!.at === null;
    const field = plainText(draft.value.slice(front ? 1 : 0, back ? -1 : undefined));
    if (!field)
      return {
        code: 'fieldref-name',
        message: prose('The value must be the name of a field. Remove the wildcards.'),
      };
    const mode: FieldRefMode = front && back ? 'contains' : front ? 'ends' : back ? 'starts' : 'is';
    return one({ kind: 'fieldref', field, mode, cased: draft.cased });
  },
};

const WORDS: Record<FieldRefMode, string> = {
  is: 'equals',
  starts: 'starts with',
  ends: 'ends with',
  contains: 'contains',
};

const EMPTY = new FieldReading('');

/** Compares a field with another field of the same event. If the other one is absent, it does not match (ours). */
export class FieldRefPredicate extends Predicate {
  readonly key: string;
  private readonly fold: Fold;
  /** An absent or null field counts as the empty text. */
  private readonly missingIsEmpty: boolean;

  constructor(
    readonly other: string,
    readonly mode: FieldRefMode,
    readonly cased: boolean,
    private readonly readings: Readings = AS_OURS,
  ) {
    super();
    this.fold = readings['case-folding'] ? foldAscii : fold;
    this.missingIsEmpty = readings['fieldref-missing'] !== undefined;
    this.key = `fieldref:${Object.keys(readings)}:${mode}:${cased}:${other}`;
  }

  get words(): Words {
    return say`${WORDS[this.mode]} the field ${excerptCode(excerpt(this.other))}`;
  }

  override matches(state: FieldState, fields: FieldAccess): boolean {
    if (this.missingIsEmpty && !state.present) return this.test(EMPTY, fields);
    return super.matches(state, fields);
  }

  test(reading: FieldReading, fields: FieldAccess): boolean {
    return this.place(reading, fields) !== null;
  }

  find(reading: FieldReading, fields: FieldAccess): PredicateHit[] {
    const placed = this.place(reading, fields);
    return placed ? [{ kind: 'match', value: placed }] : whole(reading);
  }

  fail(reading: FieldReading, fields: FieldAccess): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    const other = fields.field(this.other);
    if (!other.present) return { reason: 'compared field absent', other: this.other };
    const value = excerpt(text);
    const theirs = other.readings.map((r) => (r.text === null ? null : excerpt(r.text)));
    const loose = new FieldRefPredicate(this.other, this.mode, false, this.readings);
    if (this.cased && loose.test(reading, fields))
      return { reason: 'case differs only', by: 'other field', value, other: this.other, theirs };
    return { reason: 'value differs', by: 'other field', value, mode: this.mode, other: this.other, theirs };
  }

  private place(reading: FieldReading, fields: FieldAccess): { start: number; end: number } | null {
    const own = this.textOf(reading);
    if (own === null) return null;
    const text = this.cased ? own : this.fold(own);
    const state = fields.field(this.other);
    for (const other of this.missingIsEmpty && !state.present ? [EMPTY] : state.readings) {
      const theirs = this.textOf(other);
      if (theirs === null) continue;
      const needle = this.cased ? theirs : this.fold(theirs);
      const start =
        this.mode === 'ends'
          ? text.length - needle.length
          : this.mode === 'contains'
            ? text.indexOf(needle)
            : 0;
      const fits =
        start >= 0 && text.startsWith(needle, start) && (this.mode !== 'is' || text.length === needle.length);
      if (fits) return { start, end: start + needle.length };
    }
    return null;
  }
  private textOf(reading: FieldReading): string | null {
    return reading.value === null && this.missingIsEmpty ? '' : reading.text;
  }
}
