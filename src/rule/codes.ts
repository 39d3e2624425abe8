import { type Diagnostic, Diagnostics } from '../text';

/*
 * Every code that reading, joining and compiling rules can report. Each has a card in language/lint/cards: a code
 * without a card, a card without a code, and a diagnostic with any other code are type errors.
 */

/** From reading YAML. */
export type YamlCode =
  | 'yaml-syntax'
  | 'yaml-alias'
  | 'yaml-aliases'
  | 'yaml-key'
  | 'yaml-duplicate-key'
  | 'yaml-merge-key'
  | 'yaml-1-1';

/** From reading documents and their top-level keys, and from joining filters to rules. */
export type DocumentCode =
  | 'rule-empty'
  | 'rule-type'
  | 'rule-too-long'
  | 'rule-missing'
  | 'collection-too-long'
  | 'problems-too-many'
  | 'collection-action'
  | 'title-missing'
  | 'field-type'
  | 'sigma-version'
  | 'logsource-missing'
  | 'logsource-type'
  | 'name-twice'
  | 'filter-type'
  | 'filter-rules-missing'
  | 'filter-narrows'
  | 'filter-reference'
  | 'filter-logsource'
  | 'filter-too-many'
  | 'detection-missing'
  | 'detection-type'
  | 'document-kind'
  | 'document-ignored';

/** From reading selections, and from compiling their fields and values. */
export type DetectionCode =
  | 'timeframe'
  | 'selection-empty'
  | 'selection-depth'
  | 'field-unfinished'
  | 'values-empty'
  | 'value-type'
  | 'selector-unknown'
  | 'selector-modifier'
  | 'null-in-list'
  | 'all-single'
  | 'modifier-unknown'
  | 'modifier-order'
  | 'modifier-value'
  | 'encoding-missing'
  | 'encoding-wildcard'
  | 'encoding-empty'
  | 'regex-syntax'
  | 'regex-backtracking'
  | 'placeholder-unset'
  | 'expand-too-many'
  | 'fieldref-name'
  | 'cidr-syntax'
  | 'cidr-host-bits';

/** From reading and compiling conditions. */
export type ConditionCode =
  | 'condition-missing'
  | 'condition-type'
  | 'condition-empty'
  | 'condition-syntax'
  | 'condition-pattern-alone'
  | 'condition-aggregation'
  | 'condition-depth'
  | 'condition-too-long'
  | 'condition-quantifier'
  | 'condition-pattern-empty'
  | 'condition-unknown-selection';

/** From reading correlations, and from joining them to rules. */
export type CorrelationCode =
  | 'correlation-type'
  | 'correlation-rules-missing'
  | 'correlation-rules-twice'
  | 'correlation-group-by'
  | 'correlation-timespan'
  | 'timespan-week'
  | 'correlation-key'
  | 'correlation-median'
  | 'correlation-generate'
  | 'correlation-alias'
  | 'correlation-condition'
  | 'correlation-expression'
  | 'correlation-rule-unused'
  | 'correlation-field'
  | 'correlation-field-missing'
  | 'correlation-percentile'
  | 'correlation-reference'
  | 'correlation-cycle';

/** Everything that can be wrong with the text of rules. */
export type RuleCode = YamlCode | DocumentCode | DetectionCode | ConditionCode | CorrelationCode;

/** A problem, or something surprising, in the text of rules. */
export type RuleDiagnostic = Diagnostic<RuleCode>;

/** Collects the diagnostics of a text of rules. */
export class RuleDiagnostics extends Diagnostics<RuleCode> {}
