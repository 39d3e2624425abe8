export { complete } from './assist/complete';
export { eventsWanted } from './assist/events-wanted';
export { hover } from './assist/hover';
export type { AssistFacts, Completion, Hover, Item, ItemKind, SeenValue, Source } from './assist/item';
export type { Entry } from './assist/names';
export { CARDS, cardOf, type LintCode, type LintDiagnostic } from './lint/cards';
export { wholeExample } from './lint/example';
export { compileProblems, type EventsBeside, lint, lintSteps } from './lint/lint';
export { switchedOn } from './lint/switches';
export { type TopicName, topicAt, topicOfItem } from './reference/topic-at';
export {
  fieldSources,
  fieldsOfSource,
  logsourceName,
  TOPIC_KINDS,
  type Topic,
  type TopicKind,
  topics,
} from './reference/topics';
export { restore } from './restore/restore';
