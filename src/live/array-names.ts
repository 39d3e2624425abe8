import type { SigmaEvent } from '../event';
import { escapedName } from '../rule';

/** Further members of one array are of the same shape as these, or are not worth suggesting from. */
const MOST_MEMBERS = 50;
/** Deeper members are written so rarely that nobody looks for them in a list. */
const MOST_DEEP = 6;

/**
 * The arrays of an event, and what their members have: `tags[]` for an array of single values, `rules[].ports[]` for
 * one in the members of another, `rules[].name` for a field of members. A bracket in a name is written `\[`, as in a
 * rule; an array that no rule can name so is left out.
 */
export function arrayNames(event: SigmaEvent): ReadonlySet<string> {
  const names = new Set<string>();
  const looked = new Set<string>();
  for (const field of event.fields())
    for (let end = field.indexOf('.'); ; end = field.indexOf('.', end + 1)) {
      const name = end < 0 ? field : field.slice(0, end);
      if (!looked.has(name)) {
        looked.add(name);
        const value = event.get(name);
        if (Array.isArray(value) && isOwn(event, name)) addMembers(value, escapedName(name), names, 0);
      }
      if (end < 0) break;
    }
  return names;
}

/** False if an array on the way was entered, so that the value is gathered from its members. */
function isOwn(event: SigmaEvent, name: string): boolean {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    if (Array.isArray(event.get(name.slice(0, dot)))) return false;
  return true;
}

function addMembers(list: readonly unknown[], name: string, names: Set<string>, depth: number): void {
  // No selector can follow: the backslash would escape its bracket.
  if (name.endsWith('\\')) return;
  for (const member of list.slice(0, MOST_MEMBERS)) addValue(member, `${name}[]`, names, depth);
}

function addValue(value: unknown, name: string, names: Set<string>, depth: number): void {
  if (depth > MOST_DEEP || value === null) return;
  if (Array.isArray(value)) addMembers(value, name, names, depth + 1);
  else if (typeof value !== 'object' || !isPlain(value)) names.add(name);
  else
    for (const [key, inner] of Object.entries(value))
      addValue(inner, `${name}.${escapedName(key)}`, names, depth + 1);
}

/** False for an object that stands for one value, such as a number that keeps its characters. */
function isPlain(value: object): boolean {
  const made = Object.getPrototypeOf(value);
  return made === null || made === Object.prototype;
}
