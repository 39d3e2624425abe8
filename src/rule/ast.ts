import type { SpecVersion } from '../knowledge';
import type { Range } from '../text';
import type { FieldPath, MemberQuantifier } from './array-path';
import type { Condition } from './condition/ast';
import type { YamlMap, YamlNode, YamlScalar } from './yaml/node';

/** A piece of the rule's text, decoded, with its range, which takes in quotes and escapes. */
export interface Placed<T = string> {
  readonly value: T;
  readonly range: Range;
}

/** A Sigma detection rule as written (specification 2.1.0). Every part keeps its range in the text. */
export interface Rule {
  readonly range: Range;
  /** The version that it is read as. */
  readonly spec: SpecVersion;
  readonly meta: RuleMeta;
  readonly logsource: RuleLogsource;
  readonly detection: Detection;
  /** Keys that the specification does not name, unchanged. */
  readonly custom: ReadonlyMap<string, YamlNode>;
}

export interface RuleMeta {
  readonly title: Placed | null;
  readonly id: Placed | null;
  readonly name: Placed | null;
  readonly taxonomy: Placed | null;
  readonly status: Placed | null;
  readonly description: Placed | null;
  readonly license: Placed | null;
  readonly author: Placed | null;
  readonly date: Placed | null;
  readonly modified: Placed | null;
  readonly level: Placed | null;
  readonly references: readonly Placed[];
  readonly fields: readonly Placed[];
  readonly falsepositives: readonly Placed[];
  readonly tags: readonly Placed[];
  readonly scope: readonly Placed[];
  readonly related: readonly { readonly id: Placed; readonly type: Placed | null }[];
}

export interface RuleLogsource {
  readonly range: Range | null;
  readonly product: Placed | null;
  readonly category: Placed | null;
  readonly service: Placed | null;
  readonly definition: Placed | null;
}

export interface Detection {
  readonly range: Range;
  readonly selections: readonly Selection[];
  /** Several conditions are joined with OR. */
  readonly conditions: readonly PlacedCondition[];
}

export interface PlacedCondition {
  readonly scalar: YamlScalar;
  /** Null if the text could not be parsed; the diagnostics say why. */
  readonly tree: Condition | null;
}

export interface Selection {
  readonly name: string;
  readonly nameRange: Range;
  readonly body: DetectionNode;
}

export type DetectionNode = DetectionGroup | DetectionItem | DetectionMembers;

/** Entries of a map (`every`), or members of a list (`some`). */
export interface DetectionGroup {
  readonly kind: 'every' | 'some';
  readonly range: Range;
  readonly children: readonly DetectionNode[];
}

/**
 * A block about the members of an array. Its body is a detection of its own, in which fields are those of one member
 * and `.` is the member itself.
 */
export interface DetectionMembers {
  readonly kind: 'members';
  readonly range: Range;
  /** The array's field, without escapes and quantifier. */
  readonly field: string;
  readonly fieldRange: Range;
  readonly path: FieldPath;
  readonly quantifier: MemberQuantifier;
  /** The quantifier with its brackets; of a block about one position, the field. */
  readonly quantifierRange: Range;
  /** A plain body has one, without a name. */
  readonly selections: readonly Selection[];
  /** Of an extended body; empty for a plain one. */
  readonly conditions: readonly PlacedCondition[];
  /** True if the body has named selections and conditions. */
  readonly extended: boolean;
}

/** One field with its modifiers and values. An item without a field holds keywords. */
export interface DetectionItem {
  readonly kind: 'item';
  readonly range: Range;
  /** Without escapes; with positions, if it has some. */
  readonly field: string | null;
  /** Set if the field is at a position of an array. */
  readonly path?: FieldPath;
  readonly fieldRange: Range;
  readonly modifiers: readonly Placed[];
  readonly values: readonly YamlScalar[];
  /** True if the values are written as a list, even a list of one. */
  readonly list: boolean;
}

/** One document of a text: its kind, and its content if it could be read. */
export type SigmaDocument = DetectionDocument | CorrelationDocument | FilterDocument;

interface DocumentBase {
  readonly range: Range;
  /** The version that the document is read as. */
  readonly spec: SpecVersion;
  /** The tree as written, including keys that the specification does not name. */
  readonly tree: YamlMap;
  readonly meta: RuleMeta;
  /** True if the document has an error: it can be referred to by name, but gives no verdict. */
  readonly failed: boolean;
}

export interface DetectionDocument extends DocumentBase {
  readonly kind: 'detection';
  readonly rule: Rule | null;
}

export interface CorrelationDocument extends DocumentBase {
  readonly kind: 'correlation';
  readonly correlation: CorrelationRule | null;
}

export interface FilterDocument extends DocumentBase {
  readonly kind: 'filter';
  readonly filter: FilterRule | null;
}

export type CorrelationType =
  | 'event_count'
  | 'value_count'
  | 'temporal'
  | 'temporal_ordered'
  | 'value_sum'
  | 'value_avg'
  | 'value_percentile';

export type CorrelationOperator = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq';

/** One entry of a correlation's condition. All entries must hold. */
export interface CountComparison {
  readonly operator: CorrelationOperator;
  readonly value: number;
  readonly range: Range;
}

/** One way in which a condition over rules is true. Rules are indexes in `CorrelationRule.rules`, ascending. */
export interface Alternative {
  /** The rules that occur; at least one. */
  readonly occur: readonly number[];
  /** The rules that do not occur. */
  readonly absent: readonly number[];
}

/** The condition of a temporal correlation as an expression over its rules (draft of specification 2.2.0). */
export interface CorrelationExpression {
  readonly range: Range;
  /** As written. Ranges are in the rule's text, names as in `rules`. */
  readonly tree: Condition;
  /** It is true if one of these is. None contains another. */
  readonly alternatives: readonly Alternative[];
}

/** An alias: one name for a field that is called differently in the events of each rule. */
export interface CorrelationAlias {
  readonly name: Placed;
  readonly fields: readonly { readonly rule: Placed; readonly field: Placed }[];
}

/** A correlation rule as written (specification 2.1.0). */
export interface CorrelationRule {
  readonly range: Range;
  /** The version that it is read as. */
  readonly spec: SpecVersion;
  readonly meta: RuleMeta;
  readonly type: Placed<CorrelationType>;
  /** Names or ids, without duplicates. */
  readonly rules: readonly Placed[];
  readonly groupBy: readonly Placed[];
  /** In milliseconds. */
  readonly timespan: Placed<number>;
  readonly aliases: readonly CorrelationAlias[];
  /** The fields that `value_…` reads; empty for the other types. */
  readonly fields: readonly Placed[];
  /** 0 to 100; null unless the type is `value_percentile`. */
  readonly percentile: number | null;
  /** Empty only for `temporal…`, which requires every rule to occur unless there is an `expression`. */
  readonly comparisons: readonly CountComparison[];
  /** For `temporal…`, a condition over the rules; null if it is another condition. */
  readonly expression: CorrelationExpression | null;
  readonly generate: boolean;
}

/** A filter as written (specification 2.1.0). */
export interface FilterRule {
  readonly range: Range;
  /** The version that it is read as. */
  readonly spec: SpecVersion;
  readonly meta: RuleMeta;
  readonly logsource: RuleLogsource;
  /** Names or ids; null means `any`. */
  readonly rules: readonly Placed[] | null;
  readonly detection: Detection;
}

export type { YamlMap };
