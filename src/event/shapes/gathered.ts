import type { BuiltField } from '../data-list';
import { toObject } from '../data-list';
import { isObject, type JsonObject, own } from '../json';
import { nested } from '../nested';
import { flat } from './flat';
import { NO_NAMES, type Shape } from './shape';

/*
 * Events whose fields stand in several members of their object, or under long names of their own.
 */

/** The layout of events whose fields `built` gathers, with other names for the rest. */
function gathered(
  name: string,
  built: (base: JsonObject) => Map<string, BuiltField>,
  names: ReadonlyMap<string, readonly string[]>,
): Shape {
  return {
    ...flat,
    name,
    data: (base) => toObject(built(base)),
    dataPath: () => null,
    built,
    aliases: (field) => names.get(field) ?? NO_NAMES,
    systemNames: (base) =>
      [...names.keys()].filter((field) => names.get(field)!.some((n) => nested(base, n) !== undefined)),
  };
}

/** What Hayabusa calls the fields that rules name in full. */
export const HAYABUSA: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['CommandLine', ['Cmdline']],
  ['Image', ['Proc']],
  ['ProcessId', ['PID']],
  ['ProcessGuid', ['PGUID']],
  ['ParentCommandLine', ['ParentCmdline']],
  ['ParentImage', ['ParentProc']],
  ['ParentProcessId', ['ParentPID']],
  ['ParentProcessGuid', ['ParentPGUID']],
  ['LogonId', ['LID']],
  ['TargetObject', ['TgtObj']],
  ['TargetFilename', ['Path']],
  ['ScriptBlockText', ['ScriptBlock']],
]);

/** Where Hayabusa's JSON has the fields of an event. */
const DETAILS = ['Details', 'AllFieldInfo', 'ExtraFieldInfo'];

function detailsOf(base: JsonObject): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  for (const part of DETAILS) {
    const object = own(base, part);
    if (!isObject(object)) continue;
    for (const name of Object.keys(object)) {
      const field = { value: own(object, name), paths: [[part, name]] };
      if (!fields.has(name)) fields.set(name, field);
      const full = FULL.get(name);
      if (full !== undefined && !fields.has(full)) fields.set(full, field);
    }
  }
  return fields;
}

const FULL = new Map([...HAYABUSA].map(([full, [short]]) => [short!, full]));

/** Hayabusa's timeline as JSON. */
export const hayabusa = gathered('Hayabusa', detailsOf, new Map([['EventRecordID', ['RecordID']]]));

/** True for an event of Hayabusa's timeline. */
export function isHayabusa(root: JsonObject): boolean {
  return root.RuleTitle !== undefined && (isObject(root.Details) || isObject(root.AllFieldInfo));
}

/** How Graylog names what Winlogbeat sends: the path with underscores, behind the name of the shipper. */
const PREFIXES = ['winlogbeat_winlog_event_data_', 'winlogbeat_winlog_user_data_', 'winlogbeat_event_data_'];

function underscored(base: JsonObject): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  for (const key of Object.keys(base)) {
    const prefix = PREFIXES.find((one) => key.startsWith(one));
    if (prefix !== undefined) fields.set(key.slice(prefix.length), { value: own(base, key), paths: [[key]] });
  }
  return fields;
}

/** Winlogbeat's events in Graylog. */
export const graylogBeats = gathered(
  'Winlogbeat in Graylog',
  underscored,
  new Map([
    ['EventID', ['winlogbeat_winlog_event_id', 'winlogbeat_event_id', 'winlogbeat_event_code']],
    ['Channel', ['winlogbeat_winlog_channel', 'winlogbeat_log_name']],
    ['Provider_Name', ['winlogbeat_winlog_provider_name', 'winlogbeat_source_name']],
    ['Computer', ['winlogbeat_winlog_computer_name', 'winlogbeat_computer_name']],
    ['EventRecordID', ['winlogbeat_winlog_record_id', 'winlogbeat_record_number']],
  ]),
);

/** True for an event that Winlogbeat sent to Graylog. */
export function isGraylogBeats(root: JsonObject): boolean {
  return root.winlogbeat_winlog_event_id !== undefined || root.winlogbeat_event_id !== undefined;
}
