import type { Form } from '../rule';
import type { Range, Words } from '../text';
import type { Asks, Miss } from './miss';

/*
 * An explanation, as plain data that can be posted between threads. Ranges named `rule…` are offsets in the rule's
 * text; `value…` are offsets in the decoded field value; `text…` are offsets in the events' text.
 */

/** `not applicable`: the log source differs. `error`: the event could not be read. */
export type Verdict = (typeof VERDICTS)[number];

/** All verdicts; columns of results name them by their place here. */
export const VERDICTS = ['no match', 'match', 'not applicable', 'error'] as const;

/** A stretch of the field's value that matched, or that a part of the pattern captured. */
export interface Span {
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  readonly value: Range;
  readonly text: readonly Range[];
  /** The part of the rule that it belongs to: for a wildcard or a dash, its character. */
  readonly rule?: Range;
  /** A regular expression's group: its number or name. */
  readonly label?: string;
}

/** One value of the event that a rule value matched; several for array members, keywords and repeated occurrences. */
export interface Hit {
  /** The event's own field name (a path for keywords). */
  readonly field: string;
  /** The decoded value as text, cut to at most 1,000 characters. */
  readonly value: string;
  readonly key: Range | null;
  readonly spans: readonly Span[];
  /** How it matched where that is not plain. */
  readonly notes?: readonly HitNote[];
}

/** The form of the value that matched, or the dash that stood for the rule's. */
export type HitNote = Form | { readonly kind: 'dash'; readonly dash: string };

export interface ValueTrace {
  /** Index in `RuleInfo.values`; stable within one compile. */
  readonly id: number;
  readonly rule: Range;
  /** The value as the person wrote it. */
  readonly written: string;
  readonly matched: boolean;
  readonly hits: readonly Hit[];
  readonly miss?: Miss;
}

export interface ItemTrace extends Asks {
  readonly kind: 'item';
  readonly rule: Range;
  readonly matched: boolean;
  /** The event's own name of the field after mapping, the actual value as text, and its place. */
  readonly eventField: string | null;
  readonly eventValue: string | null;
  /** The event has a list there, whose members are compared one by one; `eventValue` holds all of them. */
  readonly isList: boolean;
  readonly eventRange: Range | null;
  readonly eventKey: Range | null;
  /** Said where mapping took part: "4688 names it NewProcessName." */
  readonly mapping?: Words;
  readonly values: readonly ValueTrace[];
  readonly miss?: Miss;
}

export interface GroupTrace {
  readonly kind: 'every' | 'some';
  readonly rule: Range;
  readonly matched: boolean;
  readonly children: readonly (GroupTrace | ItemTrace)[];
}

export interface SelectionTrace {
  readonly name: string;
  readonly rule: Range;
  readonly matched: boolean;
  readonly body: GroupTrace | ItemTrace;
}

export interface ConditionTrace {
  readonly kind: 'and' | 'or' | 'not' | 'quantifier' | 'selection';
  readonly rule: Range;
  readonly matched: boolean;
  /** Index in `Trace.selections`, for `selection`. */
  readonly selection?: number;
  /** True where all children have to hold (`and`, `all of`), false where one is enough; not on `not` and `selection`. */
  readonly every?: boolean;
  /** What was written, for `quantifier`: `1 of filter_*`. */
  readonly written?: string;
  readonly children: readonly ConditionTrace[];
}

/** One leaf whose change is part of the smallest change that would turn a miss into a match. */
export interface Cause {
  readonly selection: number;
  readonly item: Range;
  /** The value id, or null where the whole item is meant. */
  readonly value: number | null;
  readonly miss: Miss;
  /** The field's value as text, whole, where it is there and short enough to be written into a rule. */
  readonly actual?: string;
}

export interface Trace {
  readonly event: number;
  readonly verdict: Verdict;
  /** What the detection gives, log source aside; equals `evaluate`. */
  readonly matched: boolean;
  readonly condition: ConditionTrace;
  readonly selections: readonly SelectionTrace[];
  /** Empty for a match. The first is the nearest. */
  readonly causes: readonly Cause[];
  /** What the source is taken for and on what evidence: "`Channel` is Security and `EventID` is 4688, so it is Security 4688". */
  readonly source: Words;
}
