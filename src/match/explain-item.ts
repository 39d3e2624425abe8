import type { ValueLocation } from '../event';
import type { FieldState, PlanItem, PlanValue, Predicate, Reading } from '../rule';
import { quote, scalarSource, show } from '../rule';
import type { Range } from '../text';
import { byName, jsonText, nearest } from '../text';
import { lacksField, valueMatches } from './evaluate';
import type { Hit, ItemTrace, Miss, Span, ValueTrace } from './trace';
import type { EventView } from './view';

const MAX_SHOWN = 1000;
/** Members of an array, or places of a keyword, that are told one by one. */
const MAX_HITS = 50;
/** Values of the event that are asked why a keyword is not in them. */
const MAX_KEYWORD_READINGS = 200;
/** Spans of one value of the rule, over all its hits: a page has to draw each, and a thread to be posted them. */
const MAX_SPANS = 10_000;

/** Explains one item. `matched` follows from the same predicates as `evaluate`. */
export function explainItem(item: PlanItem, view: EventView, text: string): ItemTrace {
  const state = item.slot < 0 ? view.keywords() : view.slot(item.slot);
  const origin = item.field === null ? null : view.coverage.origin(item.field, view.event);
  const missing = isEmpty(state) ? origin?.missing : undefined;
  const values = item.values.map((value) => explainValue(value, item, state, view, text, missing));
  const joined = item.all ? values.every((v) => v.matched) : values.some((v) => v.matched);
  const matched = joined !== item.negated && !lacksField(item, view);
  const location = item.field === null ? undefined : locateField(item.field, view);
  const present = item.field !== null && state.present;
  const mapping = origin && origin.kind !== 'own' ? origin.text : undefined;
  return {
    kind: 'item',
    field: item.field,
    rule: item.range,
    operator: operatorWords(item),
    modifiers: item.modifiers,
    all: item.all,
    negated: item.negated,
    matched,
    eventField: present ? (location?.name ?? origin?.own.join(' and ') ?? item.field) : null,
    eventValue: present ? cut(fieldText(state)) : null,
    eventRange: location?.value ?? null,
    eventKey: location?.key ?? null,
    ...(mapping ? { mapping } : {}),
    values,
    ...(matched ? {} : { miss: itemMiss(item, values, joined, missing !== undefined) }),
  };
}

/** True for a field that is absent, null or empty. */
function isEmpty(state: FieldState): boolean {
  return state.readings.every(({ value }) => value === null || value === '');
}

function itemMiss(item: PlanItem, values: readonly ValueTrace[], joined: boolean, sameReason: boolean): Miss {
  if (joined && item.negated) {
    const found = values.find((v) => v.matched);
    return {
      reason: 'blocked by negated',
      text: `\`neq\` excludes it: ${found ? `\`${found.written}\` matches` : 'the values match'}.`,
    };
  }
  const failing = values.filter((v) => v.miss);
  const best = failing.reduce((a, b) => (missCost(b.miss!) < missCost(a.miss!) ? b : a), failing[0]!);
  return item.all || sameReason
    ? best.miss!
    : ofSeveral(best.miss!, item.field, values.length, operatorVerb(item), fieldShown(best.miss!));
}

/** The reason of an item whose values are alternatives: one reason for all of them where none comes near. */
function ofSeveral(
  miss: Miss,
  field: string | null,
  count: number,
  verb: string,
  shown: string | null,
): Miss {
  if (count < 2) return miss;
  if (field === null)
    return { ...miss, text: `No value of the event contains any of the ${count} keywords.` };
  if (miss.reason !== 'value differs') return miss;
  if (!miss.near && shown)
    return { ...miss, text: `\`${field}\` is ${shown}; it ${verb} none of the ${count} values.` };
  return { ...miss, text: `${miss.text.replace(/\.$/, '')} (the nearest of ${count} values).` };
}

function fieldShown(miss: Miss): string | null {
  return /^`[^`]*` is (`[^`]*`); /.exec(miss.text)?.[1] ?? null;
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

function explainValue(
  value: PlanValue,
  item: PlanItem,
  state: FieldState,
  view: EventView,
  text: string,
  missing: string | undefined,
): ValueTrace {
  const matched = valueMatches(value, item.slot, view);
  const base = { id: value.id, rule: value.scalar.range, written: writtenOf(value, text), matched };
  if (matched) return { ...base, hits: hitsOf(value, item, state, view, text) };
  const miss = missOf(value, item, state, view);
  if (missing !== undefined && miss.reason !== 'field present')
    return { ...base, hits: [], miss: { reason: miss.reason, text: missing } };
  // A predicate speaks of "the value"; here its name is known.
  return {
    ...base,
    hits: [],
    miss: { ...miss, text: miss.text.replace(/^The (?:value|field) is /, `\`${item.field}\` is `) },
  };
}

function hitsOf(value: PlanValue, item: PlanItem, state: FieldState, view: EventView, text: string): Hit[] {
  const hits: Hit[] = [];
  let spans = 0;
  for (const { predicate, note } of value.variants) {
    for (let i = 0; i < state.readings.length && hits.length < MAX_HITS && spans < MAX_SPANS; i++) {
      const reading = state.readings[i]!;
      if (!predicate.test(reading, view)) continue;
      const hit = hitOf(predicate, note, value, item, reading, i, state, view, text, MAX_SPANS - spans);
      spans += hit.spans.length;
      hits.push(hit);
    }
  }
  return hits;
}

function hitOf(
  predicate: Predicate,
  note: string | undefined,
  value: PlanValue,
  item: PlanItem,
  reading: Reading,
  index: number,
  state: FieldState,
  view: EventView,
  text: string,
  most: number,
): Hit {
  const location =
    item.field === null
      ? view.event.locatePath(view.leaf(index).path)
      : locateField(item.field, view, memberOf(state, index));
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
  const notes = [
    note,
    dash && reading.text !== null
      ? `dash ${reading.text.slice(dash.value.start, dash.value.end)}`
      : undefined,
  ];
  const said = notes.filter(Boolean).join(', ');
  return {
    field: location?.name ?? item.field ?? view.leaf(index).path.join('.'),
    value: cut(reading.text ?? jsonText(reading.value)),
    key: location?.key ?? null,
    spans,
    ...(said ? { note: said } : {}),
  };
}

/** The one true reason: of several variants or members, the nearest. */
function missOf(value: PlanValue, item: PlanItem, state: FieldState, view: EventView): Miss {
  if (item.field === null) return keywordMiss(value, state, view);
  if (!state.present) return absent(item.field, view, value.variants[0]!.predicate);
  if (state.readings.length === 0) {
    const { reason, text } = value.variants[0]!.predicate.failEmpty();
    return { reason, text };
  }
  let best: Miss | null = null;
  for (const { predicate } of value.variants) {
    for (let i = 0; i < Math.min(state.readings.length, 20); i++) {
      const failure = predicate.fail(state.readings[i]!, view);
      const { near, ...rest } = failure;
      const location = near ? locateField(item.field, view, memberOf(state, i)) : undefined;
      const miss: Miss = near
        ? { ...rest, near: { ...near, text: location ? location.toText(near.value) : [] } }
        : rest;
      if (!best || missCost(miss) < missCost(best)) best = miss;
    }
  }
  const encoded = value.variants.filter((v) => v.note);
  if (encoded.length > 0 && best!.reason === 'value differs') {
    // What comes near an encoded form tells nobody anything; the value as the rule has it does.
    const forms = encoded
      .slice(0, 3)
      .map((v) => v.note)
      .join(', ');
    return {
      reason: 'value differs',
      text: `The value is ${show(state.readings[0]!.value)}; ${quote(value.scalar.text)} is not in it (${forms}).`,
    };
  }
  return best!;
}

/** A keyword has no field to speak of; a value of the event that misses it by case or by an escape alone is still the reason. */
function keywordMiss(value: PlanValue, state: FieldState, view: EventView): Miss {
  const none = 'No value of the event contains it';
  for (const reading of state.readings.slice(0, MAX_KEYWORD_READINGS)) {
    for (const { predicate } of value.variants) {
      const { reason } = predicate.fail(reading, view);
      if (reason === 'case differs only') return { reason, text: `${none}; in another case one does.` };
      if (reason === 'would match unescaped')
        return { reason, text: `${none}; read with its backslashes otherwise one does.` };
    }
  }
  return { reason: 'value differs', text: `${none}.` };
}

function absent(field: string, view: EventView, predicate: Predicate): Miss {
  const origin = view.coverage.origin(field, view.event);
  if (origin.kind === 'never' && origin.text) return { reason: 'field absent', text: origin.text };
  const others = view.event.fields();
  const lower = field.toLowerCase();
  const otherCase = others.find((name) => name.toLowerCase() === lower && name !== field);
  if (otherCase) {
    return {
      reason: 'field absent',
      otherField: otherCase,
      text: `There is no field \`${field}\`, but there is \`${otherCase}\`: field names are case-sensitive.`,
    };
  }
  const close = nearest(field, others);
  const mapped =
    origin.kind === 'mapped' || origin.kind === 'derived' ? ` ${origin.text} That is not there either.` : '';
  const hint = close ? ` The nearest name is \`${close}\`.` : '';
  const base = predicate.failAbsent();
  return {
    reason: base.reason === 'field null' ? 'field null' : 'field absent',
    text: `The event has no field \`${field}\`.${mapped}${mapped ? '' : hint}`,
    ...(close && !mapped ? { otherField: close } : {}),
  };
}

/** Which member of the field's value reading `index` is. */
function memberOf(state: FieldState, index: number): number | readonly number[] {
  return state.paths?.[index] ?? (state.isArray ? index : 0);
}

function locateField(
  field: string,
  view: EventView,
  member?: number | readonly number[],
): ValueLocation | undefined {
  return view.coverage.locate(view.event, field, member);
}

function fieldText(state: FieldState): string {
  const texts = state.readings.map((r) => r.text ?? jsonText(r.value));
  return state.isArray ? `[${texts.join(', ')}]` : (texts[0] ?? '');
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function writtenOf(value: PlanValue, text: string): string {
  const range: Range = value.scalar.range;
  return cut(text.slice(range.start, range.end) || 'null');
}

const OPERATORS = byName({
  contains: 'contains',
  startswith: 'starts with',
  endswith: 'ends with',
  re: 'matches',
  cidr: 'is in network',
  exists: 'exists',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  fieldref: 'equals field',
});

function operatorVerb(item: PlanItem): string {
  const main = item.modifiers.flatMap((m) => OPERATORS.get(m) ?? []);
  if (item.slot < 0 && main.length === 0) return 'any value contains';
  return main.join(' ') || 'is';
}

/** The item's test in plain words: `contains all of 2`, `ends with any of 3`, `is`. */
export function operatorWords(item: PlanItem): string {
  const how = item.modifiers.filter((m) => !OPERATORS.has(m) && m !== 'all' && m !== 'neq');
  const count = item.values.length > 1 ? ` ${item.all ? 'all' : 'any'} of ${item.values.length}` : '';
  return `${item.negated ? 'not: ' : ''}${operatorVerb(item)}${count}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
}
