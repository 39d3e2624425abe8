import { isScalar, MAX_DEPTH, type Scalar } from '../text';
import { dataEntry } from './data-list';
import type { JsonPath, Leaf } from './event';
import { isObject, type JsonObject, own } from './json';

/**
 * Every scalar value of the event with its path from the root (semantics.md, "Keywords"). Not values: names of `Data`
 * elements, which are field names, and the XML namespace, which is markup. Levels below MAX_DEPTH are left out.
 */
export function leavesOf(base: unknown, basePath: JsonPath): Leaf[] {
  const leaves: Leaf[] = [];
  collect(base, [...basePath], leaves, '', 0);
  return leaves;
}

/** `depth` counts from the base, as `some` counts it: both must end at the same level, whatever the envelope. */
function collect(node: unknown, path: (string | number)[], leaves: Leaf[], key: string, depth: number): void {
  if (isScalar(node)) {
    leaves.push({ path: [...path], value: node });
    return;
  }
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return;
  if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) {
      path.push(i);
      collect(node[i], path, leaves, key, depth + 1);
      path.pop();
    }
    return;
  }
  const object = node as JsonObject;
  const entry = key === 'Data' && isObject(object) ? dataEntry(object) : null;
  if (entry && entry.name !== null) {
    collect(entry.value, [...path, ...entry.path], leaves, '', depth + 1);
    return;
  }
  for (const name of Object.keys(object)) {
    if (isNamespace(name)) continue;
    path.push(name);
    collect(own(object, name), path, leaves, name, depth + 1);
    path.pop();
  }
}

/** True if `test` holds for some value that `leavesOf` would list; stops at the first and builds no paths. */
export function anyLeaf(base: unknown, test: (value: Scalar) => boolean): boolean {
  return some(base, test, '', 0);
}

function some(node: unknown, test: (value: Scalar) => boolean, key: string, depth: number): boolean {
  if (isScalar(node)) return test(node);
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return false;
  if (Array.isArray(node)) {
    for (const member of node) if (some(member, test, key, depth + 1)) return true;
    return false;
  }
  const object = node as JsonObject;
  if (key === 'Data') {
    const entry = dataEntry(object);
    if (entry && entry.name !== null) return some(entry.value, test, '', depth + 1);
  }
  for (const name of Object.keys(object)) {
    if (!isNamespace(name) && some(own(object, name), test, name, depth + 1)) return true;
  }
  return false;
}

function isNamespace(name: string): boolean {
  return name === 'xmlns' || name === '@xmlns';
}
