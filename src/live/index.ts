export type { Compared } from './compare';
export type { CorrelationReport, FiringReport } from './correlation-report';
export {
  chooseRule,
  type DescribedRule,
  type DocumentInfo,
  type DocumentPage,
  type FilterContent,
  firstRule,
} from './documents';
export type { FormatFound } from './formats';
export type { SessionMessage } from './messages';
export type { SeenQuestion } from './seen';
export { EngineSession } from './session';
export { compileOptions, type SessionLook, type SessionSettings } from './settings';
export type { SourceFound } from './sources';
export type { Together } from './together';
export type { VerdictColumns } from './verdict-columns';
