import type { Form, MemberQuantifier } from '../rule';
import type { Range, Words } from '../text';
import type { Absence, Asks, Miss } from './miss';

/*
 * An explanation, as plain data that can be posted between threads. Ranges named `rule…` are offsets in the rule's
 * text, `value…` in the decoded field value, `text…` in the events' text.
 */

/** `not applicable`: the log source differs. `error`: the event could not be read. */
export type Verdict = (typeof VERDICTS)[number];

/** All verdicts. Columns of results refer to them by index. */
export const VERDICTS = ['no match', 'match', 'not applicable', 'error'] as const;

/** A stretch of the field's value that matched, or that a part of the pattern captured. */
export interface Span {
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  readonly value: Range;
  readonly text: readonly Range[];
  /** The part of the rule that it belongs to; for a wildcard or a dash, its character. */
  readonly rule?: Range;
  /** A regular expression's group, by number or name. */
  readonly label?: string;
}

/**
 * One value of the event that a rule value matched. There are several for array members, keywords and repeated
 * occurrences.
 */
export interface Hit {
  /** The event's own field name (a path for keywords). */
  readonly field: string;
  /** The decoded value as text; of one of more than 1,000 characters so many, from a little before the first that matched. */
  readonly value: string;
  /** Where `value` begins in the whole one; absent where that is its beginning. */
  readonly from?: number;
  readonly key: Range | null;
  readonly spans: readonly Span[];
  /** How it matched, if not plainly. */
  readonly notes?: readonly HitNote[];
}

/** The form of the value that matched, or the dash that matched the rule's. */
export type HitNote = Form | { readonly kind: 'dash'; readonly dash: string };

/** How many parts of a long list are left out, by whether they matched. */
export interface Remainder {
  readonly matched: number;
  readonly missed: number;
  /** Where those that are there stood in the whole list, in their order. */
  readonly kept: readonly number[];
}

export interface ValueTrace {
  /** Index in `RuleInfo.values`; stable within one compile. */
  readonly id: number;
  readonly rule: Range;
  /** The value as written in the rule. */
  readonly written: string;
  readonly matched: boolean;
  readonly hits: readonly Hit[];
  readonly miss?: Miss;
}

export interface ItemTrace extends Asks {
  readonly kind: 'item';
  readonly rule: Range;
  readonly matched: boolean;
  /** The event's own name of the field after mapping, the value as text, and its range. */
  readonly eventField: string | null;
  readonly eventValue: string | null;
  /** True if the event has a list there. Its members are compared one by one; `eventValue` holds all of them. */
  readonly isList: boolean;
  readonly eventRange: Range | null;
  readonly eventKey: Range | null;
  /** Set if a mapping was used: "4688 names it NewProcessName." */
  readonly mapping?: Words;
  readonly values: readonly ValueTrace[];
  /** Values left out of `values` (`posted`). */
  readonly more?: Remainder;
  readonly miss?: Miss;
}

export interface GroupTrace {
  readonly kind: 'every' | 'some';
  readonly rule: Range;
  readonly matched: boolean;
  readonly children: readonly NodeTrace[];
  /** Parts left out of `children` (`posted`). */
  readonly more?: Remainder;
}

/** A part of a selection. */
export type NodeTrace = GroupTrace | ItemTrace | MembersTrace;

/** A block about the members of an array. */
export interface MembersTrace {
  readonly kind: 'members';
  readonly rule: Range;
  readonly matched: boolean;
  /** The array's field as the rule has it, and with the member that the block is in: `rules[0].ip`. */
  readonly field: string;
  readonly name: string;
  /** `any` for a block about the one member at a position, which is written without. */
  readonly quantifier: MemberQuantifier;
  readonly atPosition: boolean;
  /** True if the event has no such field, or null there. */
  readonly absent: boolean;
  /** What it has instead, if that is known. */
  readonly absence?: Absence;
  /** True if the event has an array there; a single value counts as its own only member. */
  readonly isList: boolean;
  readonly eventRange: Range | null;
  readonly eventKey: Range | null;
  /** How many members there are, and how many of them satisfy the body. */
  readonly count: number;
  readonly satisfying: number;
  /** Those that decide, the nearest first, then others; each `index` is its place among all. */
  readonly members: readonly MemberTrace[];
  /** Why the block does not match, as a record; absent if it does. */
  readonly miss?: Miss;
}

/** What a block made of one member: an explanation of its own. */
export interface MemberTrace {
  readonly index: number;
  /** `connections[1]`, or the field alone if the event has a single value there. */
  readonly name: string;
  /** Where the member is in the events' text; null for a value that is put together from others. */
  readonly range: Range | null;
  readonly matched: boolean;
  readonly condition: ConditionTrace;
  readonly selections: readonly SelectionTrace[];
}

export interface SelectionTrace {
  /** Empty for the only one of a plain block. */
  readonly name: string;
  readonly rule: Range;
  readonly matched: boolean;
  readonly body: NodeTrace;
}

export interface ConditionTrace {
  readonly kind: 'and' | 'or' | 'not' | 'quantifier' | 'selection';
  readonly rule: Range;
  readonly matched: boolean;
  /** Index in `Trace.selections`, for `selection`. */
  readonly selection?: number;
  /** True if all children have to hold (`and`, `all of`), false if one is enough. Absent on `not` and `selection`. */
  readonly every?: boolean;
  /** The text of a `quantifier` as written: `1 of filter_*`. */
  readonly written?: string;
  readonly children: readonly ConditionTrace[];
  /** Parts left out of `children` (`posted`). */
  readonly more?: Remainder;
}

/** One leaf of the smallest change that would turn a miss into a match. */
export interface Cause {
  readonly selection: number;
  readonly item: Range;
  /** The value's id, or null for the whole item. */
  readonly value: number | null;
  readonly miss: Miss;
  /** For an item inside of blocks: the member that it is about, such as `connections[1]`, outermost first. */
  readonly members?: readonly string[];
  /** The whole value of the field as text, if it is there and short enough to write into a rule. */
  readonly actual?: string;
}

export interface Trace {
  readonly event: number;
  readonly verdict: Verdict;
  /** The result of the detection, ignoring the log source; equals `evaluate`. */
  readonly matched: boolean;
  readonly condition: ConditionTrace;
  readonly selections: readonly SelectionTrace[];
  /** Empty for a match. The first is the nearest. */
  readonly causes: readonly Cause[];
  /** How many causes are left out of `causes` (`posted`). */
  readonly moreCauses?: number;
  /** What the source is taken for, and why: "`Channel` is Security and `EventID` is 4688, so it is Security 4688". */
  readonly source: Words;
}
