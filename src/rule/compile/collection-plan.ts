import type { Range } from '../../text';
import type { CorrelationRule, FilterRule, Rule, RuleMeta, SigmaDocument } from '../ast';
import type { RuleDiagnostic } from '../codes';
import type { Plan } from './plan';

/** What a document is called by. */
export interface Identity {
  /** The document's place in the text. */
  readonly range: Range;
  /** For people: the title, else the name or id. */
  readonly title: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly level: string | null;
}

/** A detection rule ready to run, with its filters in it. */
export interface CompiledRule extends Identity {
  readonly rule: Rule;
  readonly plan: Plan;
  /** Indexes in `Collection.filters` of those that are part of the plan. */
  readonly filters: readonly number[];
  /** The condition that is evaluated, filters included, as text. */
  readonly conditionText: string;
  /** False where a correlation without `generate` refers to the rule. */
  readonly ownVerdict: boolean;
}

/** One rule that a correlation refers to, with the names of fields in its events. */
export interface CompiledReference {
  readonly kind: 'rule' | 'correlation';
  /** Index in `Collection.plans` or `Collection.correlations`. */
  readonly index: number;
  /** As the correlation writes it. */
  readonly written: string;
  /** The rule's title, for people. */
  readonly title: string;
  /** For each `group-by` field its name in these events (aliases resolved). */
  readonly groupFields: readonly string[];
  /** For each of the condition's fields its name in these events. */
  readonly valueFields: readonly string[];
}

export interface CompiledCorrelation extends Identity {
  readonly correlation: CorrelationRule;
  /** In the order of `rules`. */
  readonly references: readonly CompiledReference[];
  /** The condition as text: `count ≥ 10`. */
  readonly conditionText: string;
  readonly ownVerdict: boolean;
}

export interface CompiledFilter extends Identity {
  readonly filter: FilterRule;
  /** The filter as if it were a rule of its own. */
  readonly plan: Plan;
  /** Indexes in `Collection.plans` of the rules that it is part of. */
  readonly appliesTo: readonly number[];
}

/** One document of the text, in its order, whether it compiled or not. */
export interface CollectionEntry {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly range: Range;
  /** For people, as in `Identity`. */
  readonly title: string;
  /** What the document says of itself. */
  readonly meta: RuleMeta;
  /** Index in `Collection.plans`, `correlations` or `filters`, by its kind; null where it did not compile. */
  readonly compiled: number | null;
  /** As it was read. */
  readonly document: SigmaDocument;
  /** Of a rule or filter what it means without the others; null where it does not compile. */
  readonly alone: Plan | null;
}

/** A text of rules, correlations and filters, ready to run. Plain data but for the plans' predicates. */
export interface Collection {
  readonly text: string;
  readonly documents: readonly CollectionEntry[];
  readonly plans: readonly CompiledRule[];
  readonly correlations: readonly CompiledCorrelation[];
  readonly filters: readonly CompiledFilter[];
  readonly diagnostics: readonly RuleDiagnostic[];
}
