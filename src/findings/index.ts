export type {
  FindingsTables,
  FoundEvent,
  NameCount,
  NameTable,
  RuleCount,
  Timeline,
} from './counted';
export {
  type FindingsFilter,
  type FoundRule,
  foundRule,
  NO_FILTER,
  type TimeSpan,
} from './filter';
export { Findings } from './findings';
export { LogScanner, type LogShare, type ScannedRules } from './log-scanner';
export { ShareBook, type ShareSize } from './share-book';
export { buffersOf, type ShareHits } from './share-hits';
export { CountedFindings } from './tables';
export { spanOfBars, type TimeScale } from './timeline';
export { findingsCsv, findingsLines, findingsReport } from './written';
