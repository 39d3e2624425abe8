import type { Coverage, SigmaEvent } from '../event';
import type { EventReadingId } from '../knowledge';
import type { Plan, PlanMembers, PlanNode } from '../rule';
import { allItemsOf, BooleanPredicate, blocksOf, NullPredicate, TextPredicate } from '../rule';

/** What an interpretation can concern in a rule and an event. */
export interface Facts {
  readonly modifiers: ReadonlySet<string>;
  readonly keywords: boolean;
  readonly texts: readonly TextPredicate[];
  readonly booleans: boolean;
  readonly nulls: boolean;
  /** True if the event has a line as written beside its values. */
  readonly line: boolean;
  /** The names of the rule's fields, in blocks about members too. */
  readonly fields: readonly string[];
  /** True if some fields are those of members, or at positions of arrays: `value` does not find them. */
  readonly members: boolean;
  /** True if an expression runs on the backtracking engine. */
  readonly backtracking: boolean;
  /** The event's value under a field name of the rule. */
  readonly value: (field: string) => unknown;
}

/** Collects the facts in one walk over the plan. */
export function factsOf(plan: Plan, event: SigmaEvent, coverage: Coverage): Facts {
  const items = plan.selections.flatMap(({ body }) => allItemsOf<PlanNode>(body));
  const blocks = plan.selections.flatMap(({ body }) => allBlocksOf(body));
  const predicates = plan.values.flatMap(({ variants }) => variants.map(({ predicate }) => predicate));
  return {
    modifiers: new Set(items.flatMap(({ modifiers }) => modifiers)),
    keywords: items.some(({ slot }) => slot < 0),
    texts: predicates.filter((predicate) => predicate instanceof TextPredicate),
    booleans: predicates.some((predicate) => predicate instanceof BooleanPredicate),
    nulls: predicates.some((predicate) => predicate instanceof NullPredicate),
    line: event.rawLine?.() !== undefined,
    fields: [plan, ...blocks].flatMap(({ fields }) => fields),
    members: blocks.length > 0 || plan.paths.some((path) => path !== undefined),
    backtracking: plan.patterns.some(({ engine }) => engine === 'backtracking'),
    value: (field) => coverage.resolve(field)(event),
  };
}

/** All blocks of a body, those inside of other blocks too. */
function allBlocksOf(body: PlanNode): PlanMembers[] {
  return blocksOf(body).flatMap((block) => [
    block,
    ...block.selections.flatMap((selection) => allBlocksOf(selection.body)),
  ]);
}

const COMPARISONS = ['lt', 'lte', 'gt', 'gte'];
const TIME_PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'];

const CONCERNS: Readonly<Record<EventReadingId, (facts: Facts) => boolean>> = {
  'star-newline': ({ texts }) =>
    texts.some(({ value }) => value.some((part) => part.kind === 'star' && part.at !== null)),
  'any-code-point': ({ texts }) => texts.some(({ value }) => value.some((part) => part.kind === 'any')),
  'case-folding': ({ texts, modifiers }) => modifiers.has('fieldref') || texts.some(({ cased }) => !cased),
  'boolean-text': ({ booleans }) => booleans,
  'array-member': (facts) => hasList(facts),
  'null-member': (facts) => facts.nulls && hasList(facts),
  'dotted-literal': ({ fields }) => fields.some((field) => field.includes('.')),
  'field-case': (facts) => lacksOne(facts),
  // Anchored at both ends, such an expression may run for ever although it did not before.
  're-unanchored': ({ modifiers, backtracking }) => modifiers.has('re') && !backtracking,
  'neq-absent': (facts) => facts.modifiers.has('neq') && lacksOne(facts),
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

function hasList({ members, fields, value }: Facts): boolean {
  return members || fields.some((field) => Array.isArray(value(field)));
}

function lacksOne({ members, fields, value }: Facts): boolean {
  return members || fields.some((field) => value(field) === undefined);
}

/** False if reading the interpretation the other way cannot change the verdict: a cheap test before the exact one. */
export function concerns(id: EventReadingId, facts: Facts): boolean {
  return CONCERNS[id](facts);
}
