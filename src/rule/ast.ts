import type { Condition } from '../condition/ast';
import type { Range } from '../text/range';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/node';

/** A text of the rule with its place. */
export interface Placed<T = string> {
  readonly value: T;
  readonly range: Range;
}

/** A Sigma detection rule as written (specification 2.1.0); every part keeps its range in the text. */
export interface Rule {
  readonly range: Range;
  readonly meta: RuleMeta;
  readonly logsource: RuleLogsource;
  readonly detection: Detection;
  /** Keys that the specification does not name, as they stand. */
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
  /** Several conditions are joined by OR. */
  readonly conditions: readonly PlacedCondition[];
}

export interface PlacedCondition {
  readonly scalar: YamlScalar;
  /** Null where the text could not be read; the reason is among the diagnostics. */
  readonly tree: Condition | null;
}

export interface Selection {
  readonly name: string;
  readonly nameRange: Range;
  readonly body: DetectionNode;
}

export type DetectionNode = DetectionGroup | DetectionItem;

/** Entries of a map (`all`), or members of a list (`any`). */
export interface DetectionGroup {
  readonly kind: 'all' | 'any';
  readonly range: Range;
  readonly children: readonly DetectionNode[];
}

/** One field with its modifiers and values; without a field, keywords. */
export interface DetectionItem {
  readonly kind: 'item';
  readonly range: Range;
  readonly field: string | null;
  readonly fieldRange: Range;
  readonly modifiers: readonly Placed[];
  readonly values: readonly YamlScalar[];
  /** True where the values stand in a list, even of one. */
  readonly list: boolean;
}

export type { YamlMap };
