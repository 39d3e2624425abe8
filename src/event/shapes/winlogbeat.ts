import { type BuiltField, toObject } from '../data-list';
import type { JsonPath } from '../event';
import { isObject, type JsonObject, own, ownObject } from '../json';
import { nested } from '../nested';
import { EMPTY, NO_NAMES, NO_PATH, type Shape } from './shape';

/** Where Winlogbeat and Elastic Agent put the values of Windows' System part. */
export const WINLOG_ALIASES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['EventID', ['winlog.event_id', 'event.code']],
  ['Channel', ['winlog.channel']],
  ['Provider_Name', ['winlog.provider_name', 'event.provider']],
  ['Provider_Guid', ['winlog.provider_guid']],
  ['Computer', ['winlog.computer_name', 'host.name']],
  ['EventRecordID', ['winlog.record_id']],
  ['Version', ['winlog.version']],
  ['Execution_ProcessID', ['winlog.process.pid']],
  ['Execution_ThreadID', ['winlog.process.thread.id']],
  ['Security_UserID', ['winlog.user.identifier']],
  ['Correlation_ActivityID', ['winlog.activity_id']],
  ['Correlation_RelatedActivityID', ['winlog.related_activity_id']],
  ['TimeCreated_SystemTime', ['event.created', '@timestamp']],
]);

const PARTS = ['event_data', 'user_data'];

/** The nested object with the fields, if there is one. */
function part(base: JsonObject): { value: JsonObject; path: JsonPath } | undefined {
  const winlog = ownObject(base, 'winlog');
  for (const name of PARTS) {
    const value = winlog && ownObject(winlog, name);
    if (value) return { value, path: ['winlog', name] };
  }
  return undefined;
}

/** Fields whose keys are dotted names: `"winlog.event_data.Image"`, or `"event_data.Image"` inside `winlog`. */
function built(base: JsonObject): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  const take = (object: JsonObject, before: JsonPath, prefix: string) => {
    for (const key of Object.keys(object)) {
      if (!key.startsWith(prefix)) continue;
      const value = own(object, key);
      const path = [...before, key];
      if (key.length > prefix.length && key[prefix.length] === '.') {
        const name = key.slice(prefix.length + 1);
        if (!fields.has(name)) fields.set(name, { value, paths: [path] });
      } else if (key === prefix && isObject(value)) {
        for (const name of Object.keys(value))
          fields.set(name, { value: own(value, name), paths: [[...path, name]] });
      }
    }
  };
  const winlog = ownObject(base, 'winlog');
  for (const name of PARTS) {
    take(base, NO_PATH, `winlog.${name}`);
    if (winlog) take(winlog, ['winlog'], name);
  }
  return fields;
}

function make(name: string, envelope: string | null): Shape {
  return {
    name,
    ecs: true,
    base: (root) => (envelope === null ? root : (own(root, envelope) as JsonObject)),
    basePath: () => (envelope === null ? NO_PATH : [envelope]),
    data: (base) => {
      const found = part(base);
      if (found) return found.value;
      const fields = built(base);
      return fields.size === 0 ? EMPTY : toObject(fields);
    },
    system: () => null,
    aliases: (field) => WINLOG_ALIASES.get(field) ?? NO_NAMES,
    dataPath: (base) => part(base)?.path ?? null,
    systemPath: NO_PATH,
    built,
    systemNames: (base) =>
      [...WINLOG_ALIASES.keys()].filter((field) =>
        WINLOG_ALIASES.get(field)!.some((n) => nested(base, n) !== undefined),
      ),
  };
}

/** Winlogbeat 7 and later, Elastic Agent. */
export const winlogbeat = make('Winlogbeat', null);
/** The same as Elasticsearch returns it. */
export const winlogbeatSource = make('Winlogbeat in _source', '_source');
/** The `fields` of an Elasticsearch hit: dotted names, every value in an array. */
export const winlogbeatFields = make('Winlogbeat in fields', 'fields');

/** True if the object is a Winlogbeat document. */
export function isWinlogbeat(base: JsonObject): boolean {
  return (
    isObject(base.winlog) || base['winlog.event_id'] !== undefined || base['winlog.channel'] !== undefined
  );
}

/** Winlogbeat 6: `event_data` at the top level, with the System part's values beside it. */
export const winlogbeat6: Shape = {
  ...winlogbeat,
  name: 'Winlogbeat 6',
  data: (base) => ownObject(base, 'event_data') ?? EMPTY,
  dataPath: () => ['event_data'],
  aliases: (field) => ALIASES_6.get(field) ?? NO_NAMES,
  systemNames: (base) =>
    [...ALIASES_6.keys()].filter((field) => ALIASES_6.get(field)!.some((n) => nested(base, n) !== undefined)),
};

const ALIASES_6 = new Map<string, readonly string[]>([
  ['EventID', ['event_id']],
  ['Channel', ['log_name', 'channel']],
  ['Provider_Name', ['source_name', 'provider_name']],
  ['Computer', ['computer_name', 'computer', 'beat.hostname']],
  ['EventRecordID', ['record_number', 'record_id']],
  ['Execution_ProcessID', ['process_id']],
  ['Execution_ThreadID', ['thread_id']],
  ['Security_UserID', ['user.identifier']],
  ['TimeCreated_SystemTime', ['@timestamp']],
]);
