import type { Range } from '../../text';
import type { CorrelationRule, FilterRule, Rule, RuleMeta, SigmaDocument } from '../ast';
import type { RuleDiagnostic } from '../codes';
import type { Plan } from './plan';

/** How a document is identified. */
export interface Identity {
  /** The document's range in the text. */
  readonly range: Range;
  /** For display: the title, else the name or id. */
  readonly title: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly level: string | null;
}

/** A detection rule with its filters, ready to run. */
export interface CompiledRule extends Identity {
  readonly rule: Rule;
  readonly plan: Plan;
  /** Indexes in `Collection.filters` of the filters in the plan. */
  readonly filters: readonly number[];
  /** The condition that is evaluated, with filters, as text. */
  readonly conditionText: string;
  /** False if a correlation without `generate` refers to the rule. */
  readonly ownVerdict: boolean;
}

/** One rule that a correlation refers to, with the field names in its events. */
export interface CompiledReference {
  readonly kind: 'rule' | 'correlation';
  /** Index in `Collection.plans` or `Collection.correlations`. */
  readonly index: number;
  /** As written in the correlation. */
  readonly written: string;
  /** The rule's title, for display. */
  readonly title: string;
  /** For each `group-by` field, its name in these events (aliases resolved). */
  readonly groupFields: readonly string[];
  /** For each field of the condition, its name in these events. */
  readonly valueFields: readonly string[];
}

export interface CompiledCorrelation extends Identity {
  readonly correlation: CorrelationRule;
  /** In the order of the correlation's `rules`. */
  readonly references: readonly CompiledReference[];
  /** The condition as text: `number of events ≥ 10`, or `a and not b`. */
  readonly conditionText: string;
  /** What it compares: `number of events`. */
  readonly counted: string;
  readonly ownVerdict: boolean;
}

export interface CompiledFilter extends Identity {
  readonly filter: FilterRule;
  /** The filter, compiled as if it were a rule. */
  readonly plan: Plan;
  /** Indexes in `Collection.plans` of the rules that it applies to. */
  readonly appliesTo: readonly number[];
}

/** One document of the text, in order, whether it compiled or not. */
export interface CollectionEntry {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly range: Range;
  /** For display, as in `Identity`. */
  readonly title: string;
  /** The document's metadata. */
  readonly meta: RuleMeta;
  /** Index in `Collection.plans`, `correlations` or `filters`, depending on the kind; null if it did not compile. */
  readonly compiled: number | null;
  /** The document as read. */
  readonly document: SigmaDocument;
  /** The plan of a rule or filter on its own; null if it does not compile. */
  readonly alone: Plan | null;
}

/** A text of rules, correlations and filters, ready to run. Plain data, except for the plans' predicates. */
export interface Collection {
  readonly text: string;
  readonly documents: readonly CollectionEntry[];
  readonly plans: readonly CompiledRule[];
  readonly correlations: readonly CompiledCorrelation[];
  readonly filters: readonly CompiledFilter[];
  readonly diagnostics: readonly RuleDiagnostic[];
}
