import type { JsonPath } from '../../event';
import { isObject, type JsonObject, own } from '../../json';

/*
 * Records of logs as OpenTelemetry's protocol writes them in JSON: each value says its type, `{"stringValue": "a"}`, and maps are
 * lists of `{"key": …, "value": …}`.
 */

const SCALARS = ['stringValue', 'intValue', 'boolValue', 'doubleValue', 'bytesValue'] as const;

/** A record has one of these. */
export const RECORD_TIMES = ['timeUnixNano', 'observedTimeUnixNano'] as const;

/** True for a record. */
export function isRecord(root: JsonObject): boolean {
  if (RECORD_TIMES.every((name) => root[name] === undefined)) return false;
  return (isObject(root.body) && typeOf(root.body) !== undefined) || Array.isArray(root.attributes);
}

/** The record with plain values. */
export function plainRecord(root: JsonObject): JsonObject {
  const plain: Record<string, unknown> = { ...root };
  if (isObject(root.body)) plain.body = plainValue(root.body);
  if (Array.isArray(root.attributes)) plain.attributes = plainMap(root.attributes);
  return plain;
}

/** Where the value at a path of the plain record stands in the record as it is written. */
export function recordPath(root: JsonObject, [first, ...rest]: JsonPath): JsonPath {
  const value = own(root, String(first));
  if (first === 'body' && isObject(value)) return valuePath(value, rest, ['body']);
  if (first === 'attributes' && Array.isArray(value)) return mapPath(value, rest, ['attributes']);
  return first === undefined ? [] : [first, ...rest];
}

function typeOf(value: JsonObject): string | undefined {
  return [...SCALARS, 'kvlistValue', 'arrayValue'].find((name) => own(value, name) !== undefined);
}

function listOf(value: unknown): readonly unknown[] {
  return isObject(value) && Array.isArray(value.values) ? value.values : [];
}

function plainValue(value: unknown): unknown {
  if (!isObject(value)) return value;
  const type = typeOf(value);
  if (type === 'kvlistValue') return plainMap(listOf(value.kvlistValue));
  if (type === 'arrayValue') return listOf(value.arrayValue).map(plainValue);
  return type === undefined ? null : own(value, type);
}

function plainMap(entries: readonly unknown[]): JsonObject {
  const map: Record<string, unknown> = Object.create(null);
  for (const entry of entries)
    if (isObject(entry) && typeof entry.key === 'string') map[entry.key] = plainValue(entry.value);
  return map;
}

function valuePath(value: unknown, path: JsonPath, at: JsonPath): JsonPath {
  const type = isObject(value) ? typeOf(value) : undefined;
  if (!isObject(value) || type === undefined) return at;
  const [first, ...rest] = path;
  if (type === 'kvlistValue') return mapPath(listOf(value.kvlistValue), path, [...at, type, 'values']);
  if (type === 'arrayValue' && typeof first === 'number')
    return valuePath(listOf(value.arrayValue)[first], rest, [...at, type, 'values', first]);
  return [...at, type];
}

function mapPath(entries: readonly unknown[], [first, ...rest]: JsonPath, at: JsonPath): JsonPath {
  // Of a key that stands twice the last counts.
  const index = entries.findLastIndex((entry) => isObject(entry) && entry.key === first);
  const entry = entries[index];
  return isObject(entry) ? valuePath(entry.value, rest, [...at, index, 'value']) : at;
}
