import type { JsonPath } from './event';
import { elementText, isObject, type JsonObject, own, textName } from './json';

/*
 * Windows writes an event's fields as <Data Name="Image">C:\…</Data>. Converters that keep this form make a list of
 * name and value pairs, each in its own spelling; the common ones are all read here.
 */

const NAME_KEYS = ['@Name', 'Name', '-Name', '_Name', 'name', '@name'];
const ATTRIBUTE_KEYS = ['#attributes', '$', '@attributes', '_attributes', 'attributes'];
const TEXT_KEYS = ['#text', 'Value', 'value', '_', '_text', '$t', 'content', 'text', '@Value'];

/** One `Data` element: its name (null if it has none), its value, and the path to it from the element. */
export interface DataEntry {
  readonly name: string | null;
  readonly value: unknown;
  readonly path: JsonPath;
}

/** Reads one member of a `Data` list; `null` for an object that is not such an element. */
export function dataEntry(member: unknown): DataEntry | null {
  if (!isObject(member)) return { name: null, value: member, path: [] };
  const name = entryName(member);
  const textKey = TEXT_KEYS.find((key) => own(member, key) !== undefined && key !== name?.key);
  if (textKey !== undefined)
    return { name: name?.text ?? null, value: own(member, textKey), path: [textKey] };
  // An element with a name but no text is empty: present, and the empty string.
  return name ? { name: name.text, value: '', path: [] } : null;
}

function entryName(member: JsonObject): { text: string; key: string } | null {
  for (const key of NAME_KEYS) {
    const text = own(member, key);
    if (typeof text === 'string') return { text, key };
  }
  for (const key of ATTRIBUTE_KEYS) {
    const attributes = own(member, key);
    if (!isObject(attributes)) continue;
    const text = own(attributes, 'Name') ?? own(attributes, 'name');
    if (typeof text === 'string') return { text, key };
  }
  return null;
}

/** True if `data` (the value under `Data`) names its fields inside its members and is not a plain value. */
export function isDataList(data: unknown): boolean {
  if (Array.isArray(data)) return data.some((member) => isObject(member) && dataEntry(member) !== null);
  return isObject(data) && entryName(data) !== null;
}

/** A field assembled from parts of an event: the value that matching sees, and where its parts are. */
export interface BuiltField {
  value: unknown;
  readonly paths: JsonPath[];
}

/**
 * The fields of an `EventData` part whose `Data` is a list. `prefix` is the path of `eventData`. A name that occurs
 * twice gets an array of its values; elements without a name are collected under `Data`.
 */
export function dataFields(
  eventData: JsonObject | readonly unknown[],
  prefix: JsonPath,
): Map<string, BuiltField> {
  const fields = new Map<string, BuiltField>();
  const isList = Array.isArray(eventData);
  const data = isList ? eventData : own(eventData as JsonObject, 'Data');
  const at: JsonPath = isList ? prefix : [...prefix, 'Data'];
  const members: readonly unknown[] = Array.isArray(data) ? data : [data];
  members.forEach((member, i) => {
    const entry = dataEntry(member);
    if (entry)
      add(fields, entry.name ?? 'Data', entry.value, [
        ...at,
        ...(Array.isArray(data) ? [i] : []),
        ...entry.path,
      ]);
  });
  if (!isList) {
    for (const key of Object.keys(eventData)) {
      if (key === 'Data' || fields.has(key)) continue;
      const value = own(eventData as JsonObject, key);
      const text = isObject(value) ? textName(value) : undefined;
      add(fields, key, elementText(value), text === undefined ? [...prefix, key] : [...prefix, key, text]);
    }
  }
  return fields;
}

function add(fields: Map<string, BuiltField>, name: string, value: unknown, path: JsonPath): void {
  const known = fields.get(name);
  if (!known) fields.set(name, { value, paths: [path] });
  else {
    known.value = known.paths.length === 1 ? [known.value, value] : [...(known.value as unknown[]), value];
    known.paths.push(path);
  }
}

/**
 * The assembled fields as an object for look-ups by name. It has no prototype, so that `__proto__` is a name like any
 * other.
 */
export function toObject(fields: ReadonlyMap<string, BuiltField>): JsonObject {
  const object: { [name: string]: unknown } = Object.create(null);
  for (const [name, field] of fields) object[name] = field.value;
  return object;
}
