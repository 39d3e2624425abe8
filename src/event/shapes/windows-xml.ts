import { dataFields, isDataList, toObject } from '../data-list';
import type { JsonPath } from '../event';
import { isObject, type JsonObject, own, ownObject } from '../json';
import { EMPTY, NO_FIELDS, NO_NAMES, NO_PATH, type Shape } from './shape';

/*
 * Windows' own XML as JSON: a System part with elements and attributes, and EventData or UserData, in the form of
 * evtx_dump and the common converters; with or without the `Event` element around it.
 */

const SYSTEM_PATH: JsonPath = ['System'];
/** A bounded cache: its content depends on a field's name alone. */
const aliasesOf = new Map<string, readonly string[]>();

/** `Provider_Name` is the attribute Name of the element Provider, in each converter's spelling of attributes. */
function aliases(field: string): readonly string[] {
  const known = aliasesOf.get(field);
  if (known) return known;
  const cut = field.indexOf('_');
  const element = field.slice(0, cut);
  const attribute = field.slice(cut + 1);
  const names =
    cut <= 0 || field.includes('.')
      ? NO_NAMES
      : [
          `System.${element}.#attributes.${attribute}`,
          `System.${element}_attributes.${attribute}`,
          `System.${element}.$.${attribute}`,
          `System.${element}.@${attribute}`,
          `System.${element}.@attributes.${attribute}`,
          `System.${element}._attributes.${attribute}`,
          `System.${element}.-${attribute}`,
          `System.${element}.${attribute}`,
        ];
  if (aliasesOf.size > 20_000) aliasesOf.clear();
  aliasesOf.set(field, names);
  return names;
}

/** The part with the fields and its path: EventData, else the content of UserData, else nothing. */
function fieldPart(base: JsonObject): { value: unknown; path: JsonPath } {
  const eventData = own(base, 'EventData');
  if (typeof eventData === 'object' && eventData !== null) return { value: eventData, path: ['EventData'] };
  const userData = ownObject(base, 'UserData');
  if (!userData) return { value: EMPTY, path: NO_PATH };
  const inner = Object.keys(userData).filter((name) => !isAttributeName(name));
  const only = inner.length === 1 ? inner[0]! : undefined;
  const child = only === undefined ? undefined : ownObject(userData, only);
  return child ? { value: child, path: ['UserData', only!] } : { value: userData, path: ['UserData'] };
}

function isAttributeName(name: string): boolean {
  return name.startsWith('#') || name.startsWith('@') || name === '$' || name.endsWith('_attributes');
}

function data(base: JsonObject): JsonObject {
  // The first lines are the hot path: EventData is a plain object of names and values.
  const eventData = base.EventData;
  if (isObject(eventData)) {
    const list = eventData.Data;
    if (typeof list !== 'object' || list === null || !isDataList(list)) return eventData;
  }
  const part = fieldPart(base).value;
  return needsBuilding(part) ? toObject(dataFields(part, NO_PATH)) : (part as JsonObject);
}

function needsBuilding(part: unknown): part is JsonObject | readonly unknown[] {
  return Array.isArray(part) || (isObject(part) && isDataList(own(part, 'Data')));
}

function systemNames(base: JsonObject): readonly string[] {
  const system = ownObject(base, 'System');
  const names: string[] = [];
  for (const element of system ? Object.keys(system) : NO_NAMES) {
    const value = own(system!, element);
    if (!isObject(value)) continue;
    for (const key of Object.keys(value)) {
      const attributes = own(value, key);
      if (isAttributeName(key) && isObject(attributes)) {
        for (const attribute of Object.keys(attributes))
          names.push(`${element.replace(/_attributes$/, '')}_${attribute}`);
      } else if (key.startsWith('@') || key.startsWith('-')) names.push(`${element}_${key.slice(1)}`);
      else if (!isAttributeName(key) && element.endsWith('_attributes'))
        names.push(`${element.slice(0, -11)}_${key}`);
      else if (!isAttributeName(key) && key !== '_') names.push(`${element}_${key}`);
    }
  }
  return names;
}

/** `System` and `EventData` at the top level. */
export const systemOnTop: Shape = {
  name: 'Windows event',
  ecs: false,
  base: (root) => root,
  basePath: () => NO_PATH,
  data,
  system: (base) => (isObject(base.System) ? base.System : null),
  aliases,
  dataPath: (base) => {
    const part = fieldPart(base);
    return needsBuilding(part.value) ? null : part.path;
  },
  systemPath: SYSTEM_PATH,
  built: (base) => {
    const part = fieldPart(base);
    return needsBuilding(part.value) ? dataFields(part.value, part.path) : NO_FIELDS;
  },
  systemNames,
};

/** The same inside `Event`, as evtx_dump writes it. */
export const windowsXml: Shape = {
  ...systemOnTop,
  name: 'Windows event (evtx_dump)',
  base: (root) => root.Event as JsonObject,
  basePath: () => ['Event'],
};
