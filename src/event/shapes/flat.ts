import { type JsonObject, own } from '../json';
import { NO_FIELDS, NO_NAMES, NO_PATH, type Shape } from './shape';

/** Forwarders' names for flattened values of the System part (NXLog, Splunk, Get-WinEvent, Winlogbeat 6). */
const ALIASES = new Map<string, readonly string[]>([
  ['EventID', ['EventCode', 'EventId', 'event_id']],
  ['Channel', ['LogName', 'log_name']],
  ['Provider_Name', ['ProviderName', 'SourceName', 'source_name']],
  ['Computer', ['ComputerName', 'Hostname', 'MachineName', 'computer_name']],
]);

/** Every field is a member of one object; also the shape of everything that no other shape recognises. */
export const flat: Shape = {
  name: 'flat JSON',
  ecs: false,
  base: (root) => root,
  basePath: () => NO_PATH,
  data: (base) => base,
  system: () => null,
  aliases: (field) => ALIASES.get(field) ?? NO_NAMES,
  dataPath: () => NO_PATH,
  systemPath: NO_PATH,
  built: () => NO_FIELDS,
  systemNames: () => NO_NAMES,
};

function enveloped(name: string): Shape {
  return {
    ...flat,
    name: `flat JSON in ${name}`,
    base: (root) => own(root, name) as JsonObject,
    basePath: () => [name],
  };
}

/** A document as Elasticsearch returns it, with flat fields. */
export const flatSource: Shape = enveloped('_source');
/** Elasticsearch's answer to a request for fields: names with dots, every value in an array. */
export const flatFields: Shape = enveloped('fields');
