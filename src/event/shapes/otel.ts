import type { BuiltField } from '../data-list';
import { toObject } from '../data-list';
import { isObject, type JsonObject, own, ownObject } from '../json';
import { nested } from '../nested';
import { NO_NAMES, NO_PATH, type Shape } from './shape';

/*
 * Events of OpenTelemetry's receiver for the Windows event log. `event_data` is a map of the fields, or has a list
 * `data` of maps with one entry each, because the receiver preserves their order since 0.87.
 */

const ALIASES = new Map<string, readonly string[]>([
  ['EventID', ['event_id.id']],
  ['Channel', ['channel']],
  ['Provider_Name', ['provider.name']],
  ['Provider_Guid', ['provider.guid']],
  ['Computer', ['computer']],
  ['EventRecordID', ['record_id']],
  ['Execution_ProcessID', ['execution.process_id']],
  ['Execution_ThreadID', ['execution.thread_id']],
  ['Security_UserID', ['security.user_id']],
  ['TimeCreated_SystemTime', ['system_time']],
  ['Level', ['level']],
  ['Task', ['task']],
  ['Keywords', ['keywords']],
]);

function built(base: JsonObject): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  const eventData = ownObject(base, 'event_data');
  const list = eventData && own(eventData, 'data');
  if (!eventData || !Array.isArray(list)) return fields;
  list.forEach((entry: unknown, i) => {
    for (const name of isObject(entry) ? Object.keys(entry) : NO_NAMES)
      fields.set(name, { value: own(entry as JsonObject, name), paths: [['event_data', 'data', i, name]] });
  });
  return fields;
}

const isList = (base: JsonObject) => Array.isArray(ownObject(base, 'event_data')?.data);

export const otelWindows: Shape = {
  name: 'OpenTelemetry (Windows)',
  ecs: false,
  base: (root) => root,
  basePath: () => NO_PATH,
  data: (base) => (isList(base) ? toObject(built(base)) : ownObject(base, 'event_data')!),
  system: () => null,
  aliases: (field) => ALIASES.get(field) ?? NO_NAMES,
  dataPath: (base) => (isList(base) ? null : ['event_data']),
  systemPath: NO_PATH,
  built,
  systemNames: (base) =>
    [...ALIASES.keys()].filter((field) => ALIASES.get(field)!.some((n) => nested(base, n) !== undefined)),
};
