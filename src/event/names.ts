import { dataEntry } from './data-list';
import type { JsonPath } from './event';
import { isObject, type JsonObject, own } from './json';
import { follow } from './nested';
import type { Shape } from './shapes/shape';

/** How deep `fieldNames` lists dotted names; `get` also finds deeper ones. */
const LISTED_DEPTH = 6;

/** Sysmon's and Security's field names never have spaces, and most events are theirs: they are not searched. */
export function hasSpacedNames(data: JsonObject, system: JsonObject | null): boolean {
  const channel = system === null ? own(data, 'Channel') : own(system, 'Channel');
  if (channel === 'Microsoft-Windows-Sysmon/Operational' || channel === 'Security') return false;
  return own(data, 'UtcTime') === undefined && own(data, 'SubjectUserSid') === undefined;
}

/** The key that equals `field` without its spaces (specification, Field Usage 2): `Threat Name` for `ThreatName`. */
export function spacedName(data: JsonObject, field: string): string | undefined {
  for (const key in data) {
    if (key.length > field.length && key.includes(' ') && key.replaceAll(' ', '') === field) return key;
  }
  return undefined;
}

/** Every name that the event has, each once: its own fields, the System part, then dotted names of the rest. */
export function fieldNames(
  shape: Shape,
  root: JsonObject,
  base: JsonObject,
  data: JsonObject,
  system: JsonObject | null,
): string[] {
  const names = new Set<string>();
  addNames(data, '', names, 0);
  for (const name of system ? Object.keys(system) : []) if (!isMarkup(name)) names.add(name);
  for (const name of shape.systemNames(base)) names.add(name);
  if (shape.systemPath.length === 0) {
    if (data !== base) addNames(base, '', names, 0, shape.dataPath(base)?.join('.'));
  }
  if (root !== base)
    for (const name of Object.keys(root)) if (name !== shape.basePath(root)[0]) names.add(name);
  return [...names];
}

/** Every name inside an object, each once, dotted where it is nested. */
export function namesOf(object: JsonObject): string[] {
  const names = new Set<string>();
  addNames(object, '', names, 0);
  return [...names];
}

function addNames(
  object: JsonObject,
  prefix: string,
  names: Set<string>,
  depth: number,
  except?: string,
): void {
  for (const key of Object.keys(object)) {
    if (isMarkup(key)) continue;
    const name = prefix + key;
    if (name === except) continue;
    const value = own(object, key);
    const first = Array.isArray(value) ? value.find(isObject) : value;
    if (isObject(first) && depth < LISTED_DEPTH && !isElement(first)) {
      addNames(first, `${name}.`, names, depth + 1, except);
      if (Array.isArray(value)) {
        for (const member of value)
          if (isObject(member)) addNames(member, `${name}.`, names, LISTED_DEPTH, except);
      }
    } else names.add(name);
  }
}

function isElement(value: JsonObject): boolean {
  return own(value, '#text') !== undefined || own(value, '#attributes') !== undefined;
}

function isMarkup(name: string): boolean {
  return name === '#attributes' || name === '#text' || name === '$';
}

/**
 * The name a user would write for the value at `path`: `CommandLine` for a field, `Provider_Name` for an attribute of
 * the System part, otherwise the path with dots (`Event.RenderingInfo.Message`).
 */
export function nameOfPath(shape: Shape, root: JsonObject, base: JsonObject, path: JsonPath): string {
  const basePath = shape.basePath(root);
  if (!startsWith(path, basePath)) return dotted(path);
  const inside = path.slice(basePath.length);
  const dataPath = shape.dataPath(base);
  // A Windows event without data still has its System part, under its own names.
  const isSystem =
    shape.systemPath.length > 0 &&
    startsWith(inside, shape.systemPath) &&
    inside.length > shape.systemPath.length;
  const isData = dataPath && inside.length > dataPath.length && startsWith(inside, dataPath);
  if (isData && !(isSystem && dataPath.length === 0)) return dotted(inside.slice(dataPath.length));
  if (!dataPath) {
    for (const [name, field] of shape.built(base)) {
      if (field.paths.some((known) => startsWith(inside, known))) return name;
    }
    const entry = dataEntry(follow(base, inside));
    if (entry?.name) return entry.name;
  }
  if (isSystem) {
    const steps = inside
      .slice(shape.systemPath.length)
      .filter((step) => typeof step === 'string' && !isMarkup(step));
    return steps
      .map((step) => String(step).replace(/^[@-]|_attributes$/g, ''))
      .filter((step) => step !== '')
      .join('_');
  }
  return dotted(path);
}

function startsWith(path: JsonPath, prefix: JsonPath): boolean {
  return prefix.length <= path.length && prefix.every((step, i) => step === path[i]);
}

function dotted(path: JsonPath): string {
  return path.filter((step) => typeof step === 'string' && !isMarkup(step)).join('.');
}
