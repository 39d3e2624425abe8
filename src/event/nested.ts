import { MAX_DEPTH } from '../text';
import type { JsonPath, Tree } from './event';
import { isObject, isTree, type JsonObject, own } from './json';

/** One way to read a dotted name: a key, and the rest to find beneath it. */
interface Split {
  readonly head: string;
  readonly tail: string;
}

const NONE: readonly Split[] = [];
/** A bounded cache: its content depends on a field's name alone. */
const splitsOf = new Map<string, readonly Split[]>();

/**
 * All splits of a dotted name, the longest key first, because a literal key wins (semantics.md, "dotted field names").
 */
function splits(field: string): readonly Split[] {
  const known = splitsOf.get(field);
  if (known) return known;
  const found: Split[] = [];
  for (let dot = field.lastIndexOf('.'); dot >= 0; dot = dot === 0 ? -1 : field.lastIndexOf('.', dot - 1)) {
    found.push({ head: field.slice(0, dot), tail: field.slice(dot + 1) });
  }
  const result = found.length === 0 ? NONE : found;
  if (splitsOf.size > 20_000) splitsOf.clear(); // names come from rules; the cap only stops a page left open for days
  splitsOf.set(field, result);
  return result;
}

/**
 * The value of a dotted name inside `object`: at each level the literal key wins, then the path through it. An array on
 * the way is searched: the result is then the array of what its members have. `undefined` if nothing is found.
 */
export function nested(object: JsonObject, field: string, depth = 0): unknown {
  const literal = own(object, field);
  if (literal !== undefined) return literal;
  for (const { head, tail } of splits(field)) {
    const value = own(object, head);
    if (!isTree(value) || depth > MAX_DEPTH) continue;
    const found = Array.isArray(value)
      ? collect(value, tail, depth + 1)
      : nested(value as JsonObject, tail, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collect(list: readonly unknown[], field: string, depth: number): unknown {
  const found: unknown[] = [];
  for (const member of list) {
    if (!isTree(member) || depth > MAX_DEPTH) continue;
    const value = Array.isArray(member)
      ? collect(member, field, depth + 1)
      : nested(member as JsonObject, field, depth + 1);
    if (Array.isArray(value)) for (const one of value) found.push(one);
    else if (value !== undefined) found.push(value);
  }
  return found.length === 0 ? undefined : found;
}

/** Where a value is: one path, or the paths of the members collected from an array on the way. */
export type NestedPlace = { readonly path: JsonPath } | { readonly members: readonly JsonPath[] };

/**
 * The position of what `nested` finds, as paths that begin with `prefix`; `undefined` if it finds nothing. Of arrays that
 * end a way through another array, `members` has each member, or with `whole` the array itself.
 */
export function nestedPlace(
  object: JsonObject,
  field: string,
  prefix: JsonPath,
  depth = 0,
  whole = false,
): NestedPlace | undefined {
  if (own(object, field) !== undefined) return { path: [...prefix, field] };
  for (const { head, tail } of splits(field)) {
    const value = own(object, head);
    if (!isTree(value) || depth > MAX_DEPTH) continue;
    const path = [...prefix, head];
    const found = Array.isArray(value)
      ? collectPlaces(value, tail, path, depth + 1, whole)
      : nestedPlace(value as JsonObject, tail, path, depth + 1, whole);
    if (found) return found;
  }
  return undefined;
}

function collectPlaces(
  list: readonly unknown[],
  field: string,
  prefix: JsonPath,
  depth: number,
  whole: boolean,
): NestedPlace | undefined {
  const members: JsonPath[] = [];
  list.forEach((member, i) => {
    if (!isTree(member) || depth > MAX_DEPTH) return;
    const path = [...prefix, i];
    const place = Array.isArray(member)
      ? collectPlaces(member, field, path, depth + 1, whole)
      : nestedPlace(member as JsonObject, field, path, depth + 1, whole);
    if (!place) return;
    if ('members' in place) members.push(...place.members);
    else {
      const value = follow(member, place.path.slice(path.length));
      if (Array.isArray(value) && !whole) for (const k of value.keys()) members.push([...place.path, k]);
      else members.push(place.path);
    }
  });
  return members.length === 0 ? undefined : { members };
}

/** The values that a dotted name leads to inside `value`, with their paths, which begin with that of `value`. */
export function treesIn({ path, value }: Tree, field: string): readonly Tree[] {
  if (!isTree(value)) return [];
  const place = Array.isArray(value)
    ? collectPlaces(value, field, [], 0, true)
    : nestedPlace(value as JsonObject, field, [], 0, true);
  if (!place) return [];
  return ('path' in place ? [place.path] : place.members).map((inside) => ({
    path: path && [...path, ...inside],
    value: follow(value, inside),
  }));
}

/** The value at a path, own properties only; `undefined` if the path leads nowhere. */
export function follow(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) ? own(value, step) : undefined;
  }
  return value;
}
