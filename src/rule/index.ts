export { scalarSource } from '../text';
export {
  escapedName,
  type FieldPath,
  isSelector,
  type MemberQuantifier,
  type PathPart,
  printPath,
  QUANTIFIERS,
  readPath,
  writtenPath,
} from './array-path';
export type {
  Alternative,
  CorrelationExpression,
  CorrelationRule,
  CountComparison,
  Detection,
  DetectionItem,
  DetectionMembers,
  DetectionNode,
  Placed,
  PlacedCondition,
  RuleLogsource,
  RuleMeta,
  Selection,
} from './ast';
export {
  type ConditionCode,
  type CorrelationCode,
  type DetectionCode,
  type DocumentCode,
  type RuleCode,
  RuleDiagnostics,
  type YamlCode,
} from './codes';
export { inOrder } from './collection';
export type {
  Collection,
  CollectionEntry,
  CompiledCorrelation,
  CompiledReference,
  CompiledRule,
} from './compile/collection-plan';
export { type CompileOptions, compile } from './compile/compile';
export { compileCollection } from './compile/compile-collection';
export { matchingSelections } from './compile/compile-condition';
export { FieldSlots } from './compile/field-slots';
export { limitProblems } from './compile/limit-problems';
export type {
  Plan,
  PlanBody,
  PlanCondition,
  PlanGroup,
  PlanItem,
  PlanJoin,
  PlanLogsource,
  PlanMembers,
  PlanNode,
  PlanSelection,
  PlanValue,
} from './compile/plan';
export {
  conditionHolds,
  foldCondition,
  mentions,
  planItems,
  walkCondition,
  wordOf,
} from './compile/walk-plan';
export type { Condition } from './condition/ast';
export { tokenize } from './condition/lexer';
export { printCondition } from './condition/print';
export { walkWritten } from './condition/walk';
export { NetworkPredicate } from './modifiers/cidr';
export { ComparePredicate, TimePredicate } from './modifiers/compare';
export { type Draft, type Form, isRefusal, SIGNS } from './modifiers/draft';
export { type Encoding, encodedThere, encodingOf } from './modifiers/encoded-text';
export { ExistsPredicate } from './modifiers/exists';
export type {
  AskedText,
  Excerpt,
  Failure,
  FailureKind,
  Near,
  Progress,
} from './modifiers/failure';
export { excerpt, excerptCode, shown } from './modifiers/failure';
export { FieldRefPredicate } from './modifiers/fieldref';
export { formLabel, formLabels } from './modifiers/form-words';
export type { Modifier } from './modifiers/modifier';
export { Predicate } from './modifiers/predicate';
export { RegexPredicate } from './modifiers/re';
export { type FieldAccess, FieldReading, FieldState } from './modifiers/reading';
export { MODIFIERS, modifierNamed, modifierNames } from './modifiers/registry';
export { askedText } from './modifiers/text-failure';
export { TextPredicate } from './modifiers/text-predicate';
export { BooleanPredicate, NullPredicate, NumberPredicate } from './modifiers/typed-predicates';
export { asYamlScalar, printYaml } from './print-yaml';
export { ownVersion } from './read-spec';
export { Beacon, type PatternListener } from './value/beacon';
export { numberOf } from './value/exact-number';
export { fold } from './value/fold';
export { inNetwork, type Network, parseAddress, parseNetwork, printNetwork } from './value/network';
export {
  isDash,
  mergeText,
  openDashes,
  parseSigmaString,
  plainText,
  printSigmaString,
  type SigmaString,
  type StringPart,
} from './value/sigma-string';
export type { TimePart } from './value/written-time';
export { versionEdit } from './version-edit';
export { allItemsOf, blocksOf, findItem, foldBody, itemsOf } from './walk-body';
export { entry, type YamlMap, type YamlNode, type YamlScalar, type YamlSequence } from './yaml/node';
export { parseYaml } from './yaml/parse';
