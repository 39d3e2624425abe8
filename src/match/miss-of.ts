import type { Failure, FieldState, PlanItem, PlanValue } from '../rule';
import { excerpt, shown } from '../rule';
import { nearest } from '../text';
import type { Miss, NoKeyword } from './miss';
import { locateField, memberOf } from './places';
import type { EventView } from './view';

/** Values of the event that are asked why a keyword is not in them. */
const MAX_KEYWORD_READINGS = 200;
/** Members of an array that are asked why they do not match. */
const MAX_MEMBERS = 20;
/** Forms of an encoded value that are told. */
const MAX_FORMS = 3;

/** The one true reason why a value did not match: of several variants or members, the nearest. */
export function missOf(value: PlanValue, { field }: PlanItem, state: FieldState, view: EventView): Miss {
  if (field === null) return { ...keywordMiss(value, state, view), field };
  if (!state.present) return absent(field, view);
  if (state.readings.length === 0) return { ...value.variants[0]!.predicate.failEmpty(), field };
  const best = nearestMiss(value, field, state, view);
  const formed = value.variants.filter((v) => v.forms);
  if (formed.length === 0 || best.reason !== 'value differs') return best;
  // What comes near an encoded form tells nobody anything; the value as the rule has it does.
  return {
    reason: 'value differs',
    by: 'encoded',
    field,
    value: shown(state.readings[0]!.value),
    wanted: excerpt(value.scalar.text),
    forms: formed.slice(0, MAX_FORMS).flatMap((v) => v.forms!),
  };
}

function nearestMiss(value: PlanValue, field: string, state: FieldState, view: EventView): Miss {
  let best: Miss | null = null;
  for (const { predicate } of value.variants) {
    for (let i = 0; i < Math.min(state.readings.length, MAX_MEMBERS); i++) {
      const miss = placed(predicate.fail(state.readings[i]!, view), field, memberOf(state, i), view);
      if (!best || missCost(miss) < missCost(best)) best = miss;
    }
  }
  return best!;
}

function placed(
  { near, ...kind }: Failure,
  field: string,
  member: number | readonly number[],
  view: EventView,
): Miss {
  if (!near) return { ...kind, field };
  const location = locateField(field, view, member);
  return { ...kind, field, near: { ...near, text: location ? location.toText(near.value) : [] } };
}

/** A keyword has no field to speak of; a value of the event that misses it by case or by an escape alone is still the reason. */
function keywordMiss(value: PlanValue, state: FieldState, view: EventView): NoKeyword {
  for (const reading of state.readings.slice(0, MAX_KEYWORD_READINGS)) {
    for (const { predicate } of value.variants) {
      const failure = predicate.fail(reading, view);
      if (failure.reason === 'case differs only') return { reason: failure.reason, by: 'keyword' };
      if (failure.reason === 'would match unescaped') return failure;
    }
  }
  return { reason: 'value differs', by: 'keyword' };
}

function absent(field: string, view: EventView): Miss {
  const { kind, text } = view.coverage.origin(field, view.event);
  const base = { reason: 'field absent', field } as const;
  if (kind === 'never' && text) return { ...base, never: text };
  const others = view.event.fields();
  const lower = field.toLowerCase();
  const otherCase = others.find((name) => name.toLowerCase() === lower && name !== field);
  if (otherCase) return { ...base, otherField: otherCase };
  if (text && kind !== 'own') return { ...base, named: text };
  const close = nearest(field, others);
  return close ? { ...base, otherField: close } : base;
}

/** How far a miss is from a match: the smaller, the nearer. */
export function missCost(miss: Miss): number {
  switch (miss.reason) {
    case 'case differs only':
    case 'would match unescaped':
      return 0.4;
    case 'value differs':
    case 'not in network':
    case 'field present':
      return miss.near ? 0.7 : 1;
    case 'not a number':
    case 'not a time':
    case 'blocked by negated':
      return 1;
    case 'field null':
    case 'compared field absent':
      return 1.2;
    default:
      return miss.otherField ? 0.6 : 1.4;
  }
}
