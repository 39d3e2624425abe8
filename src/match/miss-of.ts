import type { Failure, FieldPath, FieldState, PlanItem, PlanValue } from '../rule';
import {
  askedText,
  encodedThere,
  encodingOf,
  excerpt,
  parseSigmaString,
  plainText,
  shown,
  TextPredicate,
} from '../rule';
import { nearest } from '../text';
import { absenceAt } from './absence';
import type { Keyword, Miss, NotEncoded } from './miss';
import { locateField, memberOf } from './places';
import type { EventView } from './view';

/** The most values of an event to search for a keyword, or for an encoded text in another form. */
const MAX_READINGS = 200;
/** The most members of an array to explain. */
const MAX_MEMBERS = 20;

/** The reason why a value did not match: of several variants or members, the nearest. */
export function missOf(value: PlanValue, item: PlanItem, state: FieldState, view: EventView): Miss {
  const { field } = item;
  if (field === null) return keywordMiss(value, item, state, view);
  if (!state.present) return absent(field, item.path, view);
  if (state.readings.length === 0) return { ...value.variants[0]!.predicate.failEmpty(), field };
  const best = nearestMiss(value, item, state, view);
  const names = placeholdersOf(value);
  // A member of an array is an object, or null, so it cannot contain the value.
  if (isEncoded(value) && names.length === 0 && best.reason === 'value differs' && best.by === 'text')
    return encodedMiss(value, item, state, view);
  return names.length === 0 ? best : { ...best, filled: { names, count: value.variants.length } };
}

function isEncoded({ variants }: PlanValue): boolean {
  return variants.some(({ forms }) => forms?.some(({ kind }) => kind === 'base64'));
}

function placeholdersOf({ variants }: PlanValue): string[] {
  const names = variants.flatMap(({ forms = [] }) =>
    forms.flatMap((form) => (form.kind === 'placeholder' ? form.name : [])),
  );
  return [...new Set(names)];
}

/** A near miss of an encoded form helps nobody; that the value is there in another form does. */
function encodedMiss(
  { variants, scalar }: PlanValue,
  item: PlanItem,
  state: FieldState,
  view: EventView,
): Miss & NotEncoded {
  const { modifiers, field } = item;
  const { predicate } = variants[0]!;
  const wanted = plainText(parseSigmaString(scalar.text)) ?? scalar.text;
  const base = {
    reason: 'value differs',
    by: 'encoded',
    field,
    wanted: excerpt(wanted),
    how: predicate instanceof TextPredicate ? askedText(predicate).how : 'contains',
    encoding: encodingOf(modifiers),
    anyOffset: variants.length > 1,
  } as const;
  for (const [i, { text }] of state.readings.slice(0, MAX_READINGS).entries()) {
    const found = text === null ? null : encodedThere(wanted, text);
    if (text === null || !found) continue;
    const { value, encoding } = found;
    const common = excerpt(text.slice(value.start, value.end));
    const near = { kind: 'whole', value, common, side: null, expected: '', found: '' } as const;
    const path = field === null ? view.leaf(i).path : null;
    const location = path ? view.event.locatePath(path) : locateField(item, view, memberOf(state, i));
    return {
      ...base,
      value: excerpt(text, value),
      there: encoding ?? 'plain',
      near: { ...near, text: location?.toText(value) ?? [] },
      ...(path ? { at: path.join('.') } : {}),
    };
  }
  return { ...base, value: shown(state.readings[0]?.value ?? '') };
}

function nearestMiss(value: PlanValue, item: PlanItem, state: FieldState, view: EventView): Miss {
  let best: Miss | null = null;
  for (const { predicate } of value.variants) {
    for (let i = 0; i < Math.min(state.readings.length, MAX_MEMBERS); i++) {
      const miss = placed(predicate.fail(state.readings[i]!, view), item, memberOf(state, i), view);
      if (!best || isNearer(miss, best)) best = miss;
    }
  }
  return best!;
}

function placed(
  { near, ...kind }: Failure,
  item: PlanItem,
  member: number | readonly number[],
  view: EventView,
): Miss {
  const { field } = item;
  if (!near) return { ...kind, field };
  const location = locateField(item, view, member);
  return { ...kind, field, near: { ...near, text: location ? location.toText(near.value) : [] } };
}

/** A keyword has no field. But a value that misses it only by case, an escape or its looks is still the reason. */
function keywordMiss(value: PlanValue, item: PlanItem, state: FieldState, view: EventView): Miss {
  const keyword = keywordOf(value);
  if (keyword.encoded) {
    const there = encodedMiss(value, item, state, view);
    if (there.there) return there;
  }
  for (const [i, reading] of state.readings.slice(0, MAX_READINGS).entries()) {
    for (const { predicate } of value.variants) {
      const failure = predicate.fail(reading, view);
      const at = () => view.leaf(i).path.join('.');
      const { near: _, ...kind } = failure;
      if (failure.reason === 'case differs only')
        return { ...keyword, reason: failure.reason, by: 'keyword', field: null, at: at() };
      if (kind.reason === 'would match unescaped' || (kind.reason === 'value differs' && kind.by === 'look'))
        return { ...kind, field: null, at: at() };
    }
  }
  return { ...keyword, reason: 'value differs', by: 'keyword', field: null };
}

function keywordOf(value: PlanValue): Keyword {
  const { predicate } = value.variants[0]!;
  const encoded = isEncoded(value);
  if (!(predicate instanceof TextPredicate))
    return { how: 'matches', wanted: excerpt(value.scalar.text), encoded };
  const { how, text } = askedText(predicate);
  return { how, wanted: encoded ? excerpt(value.scalar.text) : text, encoded };
}

function absent(field: string, path: FieldPath | undefined, view: EventView): Miss {
  const { kind, text } = view.coverage.origin(String(path?.[0] ?? field), view.event);
  const base = { reason: 'field absent', field } as const;
  if (kind === 'never' && text) return { ...base, never: text };
  if (path && path.length > 1) return { ...base, ...absenceAt(path, view) };
  const others = view.event.fields();
  const lower = field.toLowerCase();
  const otherCase = others.find((name) => name.toLowerCase() === lower && name !== field);
  if (otherCase) return { ...base, otherField: otherCase };
  if (text && kind !== 'own') return { ...base, named: text };
  const close = nearest(field, others);
  return close ? { ...base, otherField: close } : base;
}

/** How far a miss is from a match: smaller is nearer. */
export function missCost(miss: Miss): number {
  switch (miss.reason) {
    case 'case differs only':
    case 'would match unescaped':
      return 0.4;
    case 'value differs':
      if (miss.by === 'look') return 0.4;
      return miss.near && miss.near.kind !== 'fits' ? 0.7 : 1;
    case 'not in network':
    case 'field present':
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

/** Whether `a` is nearer to a match than `b`. Within one kind, the distance of the values decides. */
export function isNearer(a: Miss, b: Miss): boolean {
  const cost = missCost(a) - missCost(b);
  return cost < 0 || (cost === 0 && (a.distance ?? 1) < (b.distance ?? 1));
}
