export { type BuiltIndex, buildIndex, type IndexedRule } from './build-index';
export {
  type BrokenFile,
  Catalog,
  type CatalogOptions,
  type CatalogRule,
  LEVELS,
  type LeftOut,
  type Level,
} from './catalog';
export {
  CatalogEngine,
  type CatalogMessage,
  type CatalogPlace,
  type RuleFiles,
  type RunEnd,
  type RunOptions,
} from './catalog-engine';
export {
  type CatalogCoverage,
  coverageOf,
  type TacticCoverage,
  type TechniqueCoverage,
  type Unplaced,
} from './coverage';
export { coverageLayer } from './coverage-layer';
export { HASH_BITS } from './hash';
export { type IndexManifest, IndicatorIndex, readIndex } from './indicator-index';
export type { Answer, Asked, Question, QuestionKind } from './questions';
export { isRuleFile, isZip, type RuleFile, type UnreadFile } from './rule-file';
export { chosenValues, withoutValue, withValue } from './search/edit-query';
export type { Facet, FacetValue } from './search/facets';
export { fold, KEYS, type Key } from './search/keys';
export type { QueryDiagnostic } from './search/query';
export { search } from './search/search';
export type { AskedRule, SimilarRule } from './similar';
export type { FieldFigure, IndicatorFigures, LogsourceCount, LogsourceFigures } from './statistics';
export { readStatistics, type StatisticsFile, statisticsFile } from './statistics-file';
export { type CountedRule, IndicatorUsage, logsourceKey, type NamedIndicator, operatorOf } from './usage';
export { buildValueFigures, readValueFigures, ValueFigures, type ValueUse } from './value-figures';
export { ZipFiles } from './zip';
export { readDirectory, unpack } from './zip-directory';
