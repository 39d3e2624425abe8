import { isNumber, MAX_DEPTH, type Scalar, WrittenNumber } from '../text';
/** A JSON object as `JSON.parse` returns it. Read it only with `own`: its names come from strangers. */
export type JsonObject = { readonly [name: string]: unknown };

/**
 * The object's own value under `name`; `undefined` if it has none, also for `constructor` and the like. An inherited
 * value is a function or, for `__proto__`, the prototype itself, and neither is a JSON value: that test costs a fifth
 * of asking `hasOwnProperty`, and this is the hottest line of all.
 */
export function own(object: JsonObject, name: string): unknown {
  const value = object[name];
  return value === undefined || typeof value === 'function' || value === Object.prototype ? undefined : value;
}

/** The key under which an event's object records which of its strings were opened; no JSON has it. */
export const OPENED = Symbol('opened texts');

/** True for a JSON object, false for null, arrays and scalars. */
export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber)
  );
}

/** True for a JSON object or array. */
export function isTree(value: unknown): value is JsonObject | readonly unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);
}

/** The object's own value under `name` if that is an object itself, otherwise `undefined`. */
export function ownObject(object: JsonObject, name: string): JsonObject | undefined {
  const value = own(object, name);
  return isObject(value) ? value : undefined;
}

/**
 * The name under which converters store an XML element's text in JSON, if the value is such an element: `{"#text": 1,
 * "#attributes": {…}}` (evtx_dump), `{"_": 1, "$": {…}}` (xml2js), `{"Value": 1}` (Velociraptor).
 */
export function textName(value: JsonObject): string | undefined {
  if (value['#text'] !== undefined) return '#text';
  if (isNumber(value.Value) && Object.keys(value).length === 1) return 'Value';
  return value._ !== undefined && value.$ !== undefined ? '_' : undefined;
}

/** The text of an XML element that became an object; every other value unchanged. */
export function elementText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const name = textName(value as JsonObject);
  return name === undefined ? value : (value as JsonObject)[name];
}

function isLeaf(value: unknown): value is Scalar | null | undefined {
  return typeof value !== 'object' || value === null || value instanceof WrittenNumber;
}

/** True if two JSON values have the same names at the same places; their values may differ. */
export function sameStructure(a: unknown, b: unknown, depth = 0): boolean {
  if (isLeaf(a)) return isLeaf(b);
  if (isLeaf(b) || depth > MAX_DEPTH) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  if (names.length !== others.length) return false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (name !== others[i]) return false;
    if (!sameStructure((a as JsonObject)[name], (b as JsonObject)[name], depth + 1)) return false;
  }
  return true;
}
