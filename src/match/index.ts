export { absenceAt } from './absence';
export { bodyMatches, itemMatches, nodeMatches, valueMatches } from './body';
export { correlate, correlations, drained, RuleVerdicts, wantedRules } from './correlate/correlate';
export { absenceText } from './correlate/correlation-words';
export { DayOrders } from './correlate/day-orders';
export { type CorrelationDecision, correlationDecisions } from './correlate/decided-by';
export { eventTime, type UnorderedDate, yearlessTime } from './correlate/event-time';
export { EventTimes } from './correlate/event-times';
export type {
  Blocker,
  CorrelationResult,
  Firing,
  FiringAbsence,
  GroupKey,
  Growth,
  LeftOut,
  Member,
  Nearest,
} from './correlate/firing';
export { byStart } from './correlate/firing-of';
export {
  type AskedFields,
  askedFields,
  type KeptFields,
  keptFields,
} from './correlate/kept-matches';
export { differentFirings, eventsOf } from './correlate/members';
export { FileTimes, latestOf, type OwnTime, PartTimes, type TimeFacts } from './correlate/part-times';
export { CorrelationStream, type StreamHost } from './correlate/stream';
export {
  latestNamed,
  latestPlaced,
  notAfter,
  placeOf,
  yearlessOf,
} from './correlate/yearless-time';
export { type Decision, decidedBy } from './decided-by';
export { describeRule } from './describe-rule';
export { Evaluator, evaluate, type MatchOptions } from './evaluate';
export { explain, explainWith } from './explain';
export { OneByOne } from './many/one-by-one';
export { RuleSet, type SetOptions } from './many/rule-set';
export { marksOf } from './marks';
export { membersOf } from './members';
export type { Asks, Miss, MissReason, PlacedNear } from './miss';
export { posted } from './posted-trace';
export type { Mark, RuleInfo } from './report';
export {
  type Cause,
  type ConditionTrace,
  type GroupTrace,
  type Hit,
  type ItemTrace,
  type MembersTrace,
  type MemberTrace,
  type NodeTrace,
  type Remainder,
  type SelectionTrace,
  type Span,
  type Trace,
  type ValueTrace,
  VERDICTS,
  type Verdict,
} from './trace';
export { EventView } from './view';
export { itemTraces, walkConditionTrace } from './walk-trace';
export { missLabel } from './words/label';
export { leftOutWords } from './words/left-out';
export { missWords } from './words/miss';
export { noteWords, operatorWords } from './words/operator';
export { summaryWords } from './words/summary';
