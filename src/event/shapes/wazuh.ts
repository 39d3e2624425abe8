import type { BuiltField } from '../data-list';
import { toObject } from '../data-list';
import type { JsonPath } from '../event';
import { isObject, type JsonObject, own, ownObject } from '../json';
import { nested } from '../nested';
import { EMPTY, NO_NAMES, type Shape } from './shape';

/*
 * Wazuh alerts: Windows' fields, with a lower-case first letter, under `data.win.eventdata`, the System part under
 * `data.win.system`.
 */

const EVENTDATA: JsonPath = ['data', 'win', 'eventdata'];

const SYSTEM = new Map<string, readonly string[]>([
  ['EventID', ['data.win.system.eventID']],
  ['Channel', ['data.win.system.channel']],
  ['Provider_Name', ['data.win.system.providerName']],
  ['Provider_Guid', ['data.win.system.providerGuid']],
  ['Computer', ['data.win.system.computer']],
  ['EventRecordID', ['data.win.system.eventRecordID']],
  ['Execution_ProcessID', ['data.win.system.processID']],
  ['Execution_ThreadID', ['data.win.system.threadID']],
  ['TimeCreated_SystemTime', ['data.win.system.systemTime']],
  ['Level', ['data.win.system.level']],
  ['Task', ['data.win.system.task']],
  ['Keywords', ['data.win.system.keywords']],
  ['Version', ['data.win.system.version']],
]);

function eventdata(base: JsonObject): JsonObject | undefined {
  const data = ownObject(base, 'data');
  const win = data && ownObject(data, 'win');
  return win && ownObject(win, 'eventdata');
}

function built(base: JsonObject): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  const found = eventdata(base);
  for (const name of found ? Object.keys(found) : NO_NAMES)
    fields.set(name[0]!.toUpperCase() + name.slice(1), {
      value: own(found!, name),
      paths: [[...EVENTDATA, name]],
    });
  return fields;
}

export const wazuhWindows: Shape = {
  name: 'Wazuh alert',
  ecs: false,
  base: (root) => root,
  basePath: () => [],
  data: (base) => (isObject(eventdata(base)) ? toObject(built(base)) : EMPTY),
  system: () => null,
  aliases: (field) => SYSTEM.get(field) ?? NO_NAMES,
  dataPath: () => null,
  systemPath: [],
  built,
  systemNames: (base) =>
    [...SYSTEM.keys()].filter((field) => SYSTEM.get(field)!.some((n) => nested(base, n) !== undefined)),
};
