import { TOLD } from '../limits';
import type { FieldReading, FieldState, Form, PlanItem, PlanValue, Predicate } from '../rule';
import { scalarSource } from '../rule';
import type { Range, Words } from '../text';
import { jsonText, shortened } from '../text';
import { lacksField, valueMatches } from './body';
import type { Asks, Miss } from './miss';
import { isNearer, missOf } from './miss-of';
import { locateField, memberOf } from './places';
import type { Hit, HitNote, ItemTrace, Span, ValueTrace } from './trace';
import type { EventView } from './view';

/** Characters of a longer value to keep before the first that matched. */
const BEFORE = 100;

/** Explains one item. `matched` comes from the same predicates as in `evaluate`. */
export function explainItem(item: PlanItem, view: EventView, text: string): ItemTrace {
  const state = item.slot < 0 ? view.keywords() : view.slot(item.slot);
  const origin = item.field === null ? null : view.coverage.origin(item.field, view.event);
  const missing = isEmpty(state) ? origin?.missing : undefined;
  const values = item.values.map((value) => explainValue(value, item, state, view, text, missing));
  const joined = item.all ? values.every((v) => v.matched) : values.some((v) => v.matched);
  const matched = joined !== item.negated && !lacksField(item, view);
  const location = locateField(item, view);
  const present = item.field !== null && state.present;
  const mapping = origin && origin.kind !== 'own' ? origin.text : undefined;
  return {
    kind: 'item',
    ...asksOf(item),
    rule: item.range,
    matched,
    eventField: present ? (location?.name ?? origin?.own.join(' and ') ?? item.field) : null,
    eventValue: present ? cut(fieldText(state)) : null,
    isList: present && state.isArray,
    eventRange: location?.value ?? null,
    eventKey: location?.key ?? null,
    ...(mapping ? { mapping } : {}),
    values,
    ...(matched
      ? {}
      : { miss: itemMiss(item, values, joined, item.field !== null && !present, missing !== undefined) }),
  };
}

/** True if a field is absent, null or empty. */
function isEmpty(state: FieldState): boolean {
  return state.readings.every(({ value }) => value === null || value === '');
}

function itemMiss(
  item: PlanItem,
  values: readonly ValueTrace[],
  joined: boolean,
  isAbsent: boolean,
  sameReason: boolean,
): Miss {
  const { field } = item;
  if (joined && item.negated) {
    const written = values.find((v) => v.matched)?.written ?? null;
    const matching = { ...asksOf(item), negated: false, written, count: values.length, absent: isAbsent };
    return { reason: 'blocked by negated', by: 'neq', field, item: matching };
  }
  const failing = values.flatMap(({ miss }) => miss ?? []);
  const best = failing.reduce((a, b) => (isNearer(b, a) ? b : a));
  const alone = item.all || sameReason || values.length < 2;
  return alone ? best : { ...best, several: { count: values.length, asks: asksOf(item) } };
}

function asksOf({ field, modifiers, all, negated }: PlanItem): Asks {
  return { field, modifiers, all, negated };
}

function explainValue(
  value: PlanValue,
  item: PlanItem,
  state: FieldState,
  view: EventView,
  text: string,
  because: Words | undefined,
): ValueTrace {
  const matched = valueMatches(value, item.slot, view);
  const base = { id: value.id, rule: value.scalar.range, written: writtenOf(value, text), matched };
  if (matched) return { ...base, hits: hitsOf(value, item, state, view, text) };
  const miss = missOf(value, item, state, view);
  const said = because !== undefined && miss.reason !== 'field present';
  return { ...base, hits: [], miss: said ? { ...miss, because } : miss };
}

function hitsOf(value: PlanValue, item: PlanItem, state: FieldState, view: EventView, text: string): Hit[] {
  const hits: Hit[] = [];
  let spans = 0;
  for (const { predicate, forms } of value.variants) {
    for (
      let i = 0;
      i < state.readings.length && hits.length < TOLD.hitValues.value && spans < TOLD.hitMarks.value;
      i++
    ) {
      const reading = state.readings[i]!;
      if (!predicate.test(reading, view)) continue;
      const hit = hitOf(
        predicate,
        forms,
        value,
        item,
        reading,
        i,
        state,
        view,
        text,
        TOLD.hitMarks.value - spans,
      );
      spans += hit.spans.length;
      hits.push(hit);
    }
  }
  return hits;
}

function hitOf(
  predicate: Predicate,
  forms: readonly Form[] | undefined,
  value: PlanValue,
  item: PlanItem,
  reading: FieldReading,
  index: number,
  state: FieldState,
  view: EventView,
  text: string,
  most: number,
): Hit {
  const location =
    item.field === null
      ? view.event.locatePath(view.leaf(index).path)
      : locateField(item, view, memberOf(state, index));
  const spans = predicate
    .find(reading, view)
    .slice(0, most)
    .map(
      (found): Span => ({
        kind: found.kind,
        value: found.value,
        text: location ? location.toText(found.value) : [],
        ...(found.rule ? { rule: scalarSource(text, value.scalar, found.rule) } : {}),
        ...(found.label ? { label: found.label } : {}),
      }),
    );
  const dash = spans.find((s) => s.kind === 'dash');
  const notes: HitNote[] = [...(forms ?? [])];
  const whole = reading.text ?? jsonText(reading.value);
  const from = whole.length > TOLD.hitText.value ? Math.max(0, firstOf(spans) - BEFORE) : 0;
  if (dash && reading.text !== null)
    notes.push({ kind: 'dash', dash: reading.text.slice(dash.value.start, dash.value.end) });
  return {
    field: location?.name ?? item.field ?? view.leaf(index).path.join('.'),
    value: cut(whole.slice(from)),
    ...(from > 0 ? { from } : {}),
    key: location?.key ?? null,
    spans,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Where the first of the stretches that matched begins. */
function firstOf(spans: readonly Span[]): number {
  return spans.reduce((first, { value }) => Math.min(first, value.start), spans[0]?.value.start ?? 0);
}

function fieldText(state: FieldState): string {
  const texts = state.readings.map((r) => r.text ?? jsonText(r.value));
  return state.isArray ? `[${texts.join(', ')}]` : (texts[0] ?? '');
}

function cut(text: string): string {
  return shortened(text, TOLD.hitText.value);
}

function writtenOf(value: PlanValue, text: string): string {
  const range: Range = value.scalar.range;
  return cut(text.slice(range.start, range.end) || 'null');
}
