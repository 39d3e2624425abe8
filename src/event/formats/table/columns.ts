import { eventViewerName } from '../../../knowledge';
import { HAYABUSA } from '../../shapes/gathered';
import { WINLOG_ALIASES } from '../../shapes/winlogbeat';

/** The kind of a column's cells. */
export type CellKind =
  /** One value. */
  | 'value'
  /** In Splunk's exports: several values, each on a line of its own. */
  | 'lines'
  /** A JSON object whose members are the event's fields. */
  | 'json'
  /** Hayabusa's `Key: value ¦ Key: value`. */
  | 'pairs';

export interface Column {
  readonly name: string;
  readonly kind: CellKind;
}

/** EvtxECmd's own names for the System part; its `ProcessId` is that of the writer, not the field with that name. */
const EVTXECMD = new Map([
  ['EventId', 'EventID'],
  ['EventRecordId', 'EventRecordID'],
  ['Provider', 'Provider_Name'],
  ['ProcessId', 'Execution_ProcessID'],
  ['ThreadId', 'Execution_ThreadID'],
  ['UserId', 'Security_UserID'],
  ['TimeCreated', 'TimeCreated_SystemTime'],
]);

/** Event Viewer's own names; the column of the message has none. */
const EVENT_VIEWER = new Map([
  ['Log', 'Channel'],
  ['Source', 'Provider_Name'],
  ['Event ID', 'EventID'],
  ['Task Category', 'TaskCategory'],
  // Not `User`: that is a field of Sysmon's events.
  ['User', 'Security_UserID'],
  ['Operational Code', 'Opcode'],
  ['Process ID', 'Execution_ProcessID'],
  ['Thread ID', 'Execution_ThreadID'],
  ['Correlation Id', 'Correlation_ActivityID'],
]);
const MESSAGE: Column = { name: 'Message', kind: 'value' };

/** True for the header that Event Viewer writes, in any known language, which has a name less than there are columns. */
export function isEventViewer(names: readonly string[]): boolean {
  if (names.length > 20) return false;
  const english = new Set(names.map(eventViewerName));
  return english.has('Event ID') && english.has('Source') && english.has('Date and Time');
}

/** Columns of Splunk whose line breaks belong to one text. */
const TEXTS = /^(?:_raw|_time|message|body|.*(?:script|command_?line|payload|data|details|query|text).*)$/i;

/** The columns of a header, by the tool that wrote it. */
export function columnsOf(names: readonly string[]): readonly Column[] {
  const all = new Set(names);
  if (all.has('PayloadData1') && all.has('Payload'))
    return names.map((name) => ({
      name: EVTXECMD.get(name) ?? name,
      kind: name === 'Payload' ? 'json' : 'value',
    }));
  if (isEventViewer(names))
    return [
      ...names.map((name): Column => {
        const english = eventViewerName(name) ?? name;
        return { name: EVENT_VIEWER.get(english) ?? english, kind: 'value' };
      }),
      MESSAGE,
    ];
  if (all.has('RuleTitle') && (all.has('Details') || all.has('AllFieldInfo')))
    return names.map((name) => ({ name, kind: PAIRS.has(name) ? 'pairs' : 'value' }));
  const splunk = all.has('_raw') || (all.has('_time') && (all.has('sourcetype') || all.has('host')));
  return names.map((name) => ({
    name,
    kind: name === 'AuditData' ? 'json' : splunk && !TEXTS.test(name) ? 'lines' : 'value',
  }));
}

/** Hayabusa's columns of several values. */
const PAIRS = new Set(['Details', 'ExtraFieldInfo', 'AllFieldInfo']);

const NONE: readonly string[] = [];

/** Other names for a field in a table with these columns, as a shape gives them. */
export function aliasesOf(columns: readonly Column[]): ((field: string) => readonly string[]) | undefined {
  if (isWinlog(columns)) return (field) => WINLOG_ALIASES.get(field) ?? eventData(field);
  if (!columns.some(({ kind }) => kind === 'pairs')) return undefined;
  return (field) => HAYABUSA.get(field) ?? NONE;
}

/** True for a table exported from Kibana with events from Winlogbeat. */
export function isWinlog(columns: readonly Column[]): boolean {
  return columns.some(({ name }) => name === 'winlog.channel' || name === 'winlog.event_id');
}

/** A bounded cache: its content depends on a field's name alone. */
const eventDataNames = new Map<string, readonly string[]>();

/** The column of Windows' own field. */
function eventData(field: string): readonly string[] {
  let names = eventDataNames.get(field);
  if (!names) {
    names = field.includes('.') ? NONE : [`winlog.event_data.${field}`, `winlog.user_data.${field}`];
    if (eventDataNames.size > 20_000) eventDataNames.clear();
    eventDataNames.set(field, names);
  }
  return names;
}
