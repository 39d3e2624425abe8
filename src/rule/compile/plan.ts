import type { Readings } from '../../knowledge';
import type { FieldMapping, Range } from '../../text';
import type { FieldPath, MemberQuantifier } from '../array-path';
import type { Rule } from '../ast';
import type { Form } from '../modifiers/draft';
import type { Predicate } from '../modifiers/predicate';
import type { YamlScalar } from '../yaml/node';

/** Selections and their condition, about one event or about one member of an array. */
export interface PlanBody {
  /** Field names by slot; items refer to slots. */
  readonly fields: readonly string[];
  /** By slot: the way to a field at a position of an array; undefined for all others. */
  readonly paths: readonly (FieldPath | undefined)[];
  readonly selections: readonly PlanSelection[];
  readonly condition: PlanCondition;
}

/** A rule ready to run. Plain data that evaluation and explanation both walk. */
export interface Plan extends PlanBody {
  readonly text: string;
  readonly rule: Rule;
  /** All values of all selections, by id. */
  readonly values: readonly PlanValue[];
  readonly logsource: PlanLogsource;
  /** The interpretations that the plan reads the other way. */
  readonly readings: Readings;
  /** Field names mapped by hand, for the events that the plan runs over. */
  readonly mapping: FieldMapping;
  /** Patterns that may take long, so that a watchdog can name them. */
  readonly patterns: readonly PlanPattern[];
}

/** A pattern of a value, as its listener is told of it. */
export interface PlanPattern {
  readonly source: string;
  /** The value in the rule's text. */
  readonly range: Range;
  /** `wildcards`: a value with wildcards that is no mere beginning, end or part. */
  readonly engine: 'backtracking' | 'linear' | 'wildcards';
}

export interface PlanLogsource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

export interface PlanSelection {
  readonly index: number;
  readonly name: string;
  readonly range: Range;
  readonly body: PlanNode;
}

export type PlanNode = PlanGroup | PlanItem | PlanMembers;

/** Entries of a map (`every`), or members of a list (`some`). */
export interface PlanGroup {
  readonly kind: 'every' | 'some';
  readonly range: Range;
  readonly children: readonly PlanNode[];
}

/** A block about the members of an array, with a body and slots of its own. */
export interface PlanMembers extends PlanBody {
  readonly kind: 'members';
  readonly range: Range;
  /** The array's slot in what is around the block. */
  readonly slot: number;
  /** The array's field, and the way to it. */
  readonly field: string;
  readonly fieldRange: Range;
  readonly path: FieldPath;
  readonly quantifier: MemberQuantifier;
  readonly quantifierRange: Range;
  readonly extended: boolean;
}

export interface PlanItem {
  readonly kind: 'item';
  readonly range: Range;
  /** Slot of the field; -1 for keywords, which test every value. */
  readonly slot: number;
  readonly field: string | null;
  /** Set if the field is at a position of an array. */
  readonly path?: FieldPath;
  readonly fieldRange: Range;
  readonly modifiers: readonly string[];
  readonly all: boolean;
  readonly negated: boolean;
  /** True if a negated item fails on an absent field: `neq` read the other way. */
  readonly needsField: boolean;
  readonly values: readonly PlanValue[];
}

export interface PlanValue {
  readonly id: number;
  /** Index in `Plan.selections`, also for a value inside a block. */
  readonly selection: number;
  readonly scalar: YamlScalar;
  /** The value passes if any of these passes. */
  readonly variants: readonly { readonly predicate: Predicate; readonly forms?: readonly Form[] }[];
}

export type PlanCondition =
  | PlanJoin
  | { readonly kind: 'not'; readonly range: Range; readonly children: readonly [PlanCondition] }
  | { readonly kind: 'selection'; readonly range: Range; readonly selection: number };

/** Parts of a condition, of which every one or some one has to hold. */
export interface PlanJoin {
  readonly kind: 'every' | 'some';
  readonly range: Range;
  /** The quantifier as written, such as `1 of filter_*`. Null for `and` and `or`. */
  readonly quantifier: string | null;
  readonly children: readonly PlanCondition[];
}
