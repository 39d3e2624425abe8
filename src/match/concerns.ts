import type { Coverage, SigmaEvent } from '../event';
import type { EventReadingId } from '../knowledge';
import type { Plan } from '../rule';
import { BooleanPredicate, NullPredicate, planItems, TextPredicate } from '../rule';

/** What an interpretation can concern in a rule and an event. */
export interface Facts {
  readonly modifiers: ReadonlySet<string>;
  readonly keywords: boolean;
  readonly texts: readonly TextPredicate[];
  readonly booleans: boolean;
  readonly nulls: boolean;
  /** True if the event has a line as written beside its values. */
  readonly line: boolean;
  readonly fields: readonly string[];
  /** True if an expression runs on the backtracking engine. */
  readonly backtracking: boolean;
  /** The event's value under a field name of the rule. */
  readonly value: (field: string) => unknown;
}

/** Collects the facts in one walk over the plan. */
export function factsOf(plan: Plan, event: SigmaEvent, coverage: Coverage): Facts {
  const items = planItems(plan).map(([item]) => item);
  const predicates = plan.values.flatMap(({ variants }) => variants.map(({ predicate }) => predicate));
  return {
    modifiers: new Set(items.flatMap(({ modifiers }) => modifiers)),
    keywords: items.some(({ slot }) => slot < 0),
    texts: predicates.filter((predicate) => predicate instanceof TextPredicate),
    booleans: predicates.some((predicate) => predicate instanceof BooleanPredicate),
    nulls: predicates.some((predicate) => predicate instanceof NullPredicate),
    line: event.rawLine?.() !== undefined,
    fields: plan.fields,
    backtracking: plan.patterns.some(({ engine }) => engine === 'backtracking'),
    value: (field) => coverage.resolve(field)(event),
  };
}

const COMPARISONS = ['lt', 'lte', 'gt', 'gte'];
const TIME_PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'];

const CONCERNS: Readonly<Record<EventReadingId, (facts: Facts) => boolean>> = {
  'star-newline': ({ texts }) =>
    texts.some(({ value }) => value.some((part) => part.kind === 'star' && part.at !== null)),
  'any-code-point': ({ texts }) => texts.some(({ value }) => value.some((part) => part.kind === 'any')),
  'case-folding': ({ texts, modifiers }) => modifiers.has('fieldref') || texts.some(({ cased }) => !cased),
  'boolean-text': ({ booleans }) => booleans,
  'array-member': ({ fields, value }) => fields.some((field) => Array.isArray(value(field))),
  'null-member': ({ nulls, fields, value }) => nulls && fields.some((field) => Array.isArray(value(field))),
  'dotted-literal': ({ fields }) => fields.some((field) => field.includes('.')),
  'field-case': ({ fields, value }) => fields.some((field) => value(field) === undefined),
  // Anchored at both ends, such an expression may run for ever although it did not before.
  're-unanchored': ({ modifiers, backtracking }) => modifiers.has('re') && !backtracking,
  'neq-absent': ({ modifiers, fields, value }) =>
    modifiers.has('neq') && fields.some((field) => value(field) === undefined),
  'cidr-mapped': ({ modifiers }) => modifiers.has('cidr'),
  'windash-option': ({ modifiers }) => modifiers.has('windash'),
  'compare-text': ({ modifiers }) => COMPARISONS.some((name) => modifiers.has(name)),
  'time-clock': ({ modifiers }) => TIME_PARTS.some((name) => modifiers.has(name)),
  'fieldref-missing': ({ modifiers }) => modifiers.has('fieldref'),
  'keyword-substring': ({ keywords }) => keywords,
  'keyword-number': ({ keywords }) => keywords,
  'keyword-field-name': ({ keywords }) => keywords,
  'keyword-raw-line': ({ keywords, line }) => keywords && line,
};

/** False if reading the interpretation the other way cannot change the verdict: a cheap test before the exact one. */
export function concerns(id: EventReadingId, facts: Facts): boolean {
  return CONCERNS[id](facts);
}
