export {
  ATTACK_VERSION,
  isDeprecated,
  RETIRED_TACTICS,
  type RetiredTactic,
  successorOf,
  TACTICS,
  type TacticFact,
  TECHNIQUES,
  type TechniqueFact,
  tactic,
  tacticById,
  technique,
} from './attack';
export {
  CHANNELS,
  type ChannelFact,
  channelLabel,
  LINUX_SYSMON,
  POWERSHELL,
  PROVIDER_CHANNELS,
  SECURITY,
  SYSMON,
  TRACE_PROVIDERS,
} from './channels';
export { eventViewerName } from './event-viewer';
export {
  channelTurnOn,
  type EventFact,
  eventFact,
  type OtherEvents,
  otherEvents,
  SYSTEM_FIELDS,
} from './events';
export { allFieldsUsed, fieldsUsed } from './fields-used';
export {
  AS_OURS,
  CORRELATION_READINGS,
  type CorrelationReadingId,
  EVENT_READINGS,
  type EventReadingId,
  INTERPRETATIONS,
  type ReadingId,
  type Readings,
} from './interpretations';
export { type EventRange, LOGSOURCES, type LogsourceFact, PRODUCTS } from './logsources';
export {
  eventsOfSentence,
  fieldOfLabel,
  isEnglishLabel,
  isFieldOfMessage,
  isTranslated,
  RENDERED,
  type RenderedEvent,
} from './rendered';
export { rulesWritten } from './rules-written';
export {
  PUBLISHED,
  SPECS,
  type SpecFact,
  type SpecVersion,
  specHas,
  specNamed,
  specWritten,
} from './spec';
