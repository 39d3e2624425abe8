import { type JsonObject, own } from '../json';
import { NO_FIELDS, NO_NAMES, NO_PATH, type Shape } from './shape';

/** What forwarders call the System part's values once they have flattened it (NXLog, Splunk, Get-WinEvent, Winlogbeat 6). */
const ALIASES = new Map<string, readonly string[]>([
  ['EventID', ['EventCode', 'EventId', 'event_id']],
  ['Channel', ['LogName', 'log_name']],
  ['Provider_Name', ['ProviderName', 'SourceName', 'source_name']],
  ['Computer', ['ComputerName', 'Hostname', 'MachineName', 'computer_name']],
]);

/** Every field a member of one object; also whatever no other shape claims. */
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

/** A document as Elasticsearch returns it, its fields flat. */
export const flatSource: Shape = enveloped('_source');
/** What Elasticsearch returns where fields were asked for: names with dots, every value in an array. */
export const flatFields: Shape = enveloped('fields');
