import type { Words } from '../../text';
import { type Failure, type FailureKind, shown } from './failure';
import { type Modifier, one } from './modifier';
import { Predicate, type PredicateHit, whole } from './predicate';
import type { FieldReading, FieldState } from './reading';

export const exists: Modifier = {
  name: 'exists',
  doc: {
    summary: 'The field exists (`true`) or does not (`false`), whatever its value, even empty or null.',
    example: 'ParentImage|exists: false',
  },
  takes: ['boolean'],
  wants: '`true` or `false` (without quotes)',
  alone: true,
  apply: (draft) => one({ kind: 'exists', value: draft.kind === 'boolean' && draft.value }),
};

/** Tests presence only, never the value. */
export class ExistsPredicate extends Predicate {
  readonly key: string;

  constructor(readonly value: boolean) {
    super();
    this.key = `exists:${value}`;
  }

  get words(): Words {
    return [this.value ? 'exists' : 'does not exist'];
  }

  test(): boolean {
    return this.value;
  }

  override matches(state: FieldState): boolean {
    return state.present === this.value;
  }

  find(reading: FieldReading): PredicateHit[] {
    return whole(reading);
  }

  override failEmpty(): FailureKind {
    return { reason: 'field present', value: null, isNull: false, wanted: 'absent' };
  }

  fail(reading: FieldReading): Failure {
    return {
      reason: 'field present',
      value: shown(reading.value),
      isNull: reading.value === null,
      wanted: 'absent',
    };
  }
}
