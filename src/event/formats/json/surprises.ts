import { MAX_DEPTH, range, say } from '../../../text';
import type { EventDiagnostic } from '../../codes';
import type { EventSlice } from '../../event';
import { isObject, isTree, type JsonObject, own } from '../../json';
import { ParsedEvent } from '../../parsed-event';
import { isOpened } from '../opened/opened';
import { foreignMessage } from '../rendered/foreign';
import { escapesInPaths } from './backslashes';
import { stringEnd } from './scan';

/*
 * What is surprising in events that can be read: paths that mean something else, names that stand twice in one object, lists
 * that may be events themselves, messages in another language.
 */

/** As many of each kind are told. */
const MAX_TOLD = 20;

/** All that is surprising in the events of a text. */
export function surprises(text: string, slices: readonly EventSlice[]): EventDiagnostic[] {
  const found = escapesInPaths(text, slices);
  let twice = 0;
  let lists = 0;
  let messages = 0;
  for (const slice of slices) {
    const { event } = slice;
    if (!(event instanceof ParsedEvent)) continue;
    const foreign = messages < MAX_TOLD ? foreignMessage(text, event, event.json) : null;
    if (foreign) {
      messages++;
      found.push(foreign);
    }
    if (text.charCodeAt(slice.range.start) !== 0x7b) continue;
    const names = twice < MAX_TOLD ? nameTwice(text, slice.range.start, slice.range.end, event.json) : null;
    if (names) {
      twice++;
      found.push(names);
    }
    const list = lists < MAX_TOLD ? listInside(text, slice, event) : null;
    if (list) {
      lists++;
      found.push(list);
    }
  }
  return found;
}

/** The first name that stands twice in one object of an event's text. */
function nameTwice(text: string, start: number, end: number, root: JsonObject): EventDiagnostic | null {
  // Counting is cheap, and tells nearly always that there is none.
  if (!isOpened(root) && colons(text.slice(start, end)) === keys(root)) return null;
  const open: (Set<string> | null)[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b) open.push(new Set());
    else if (code === 0x5b) open.push(null);
    else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x22) {
      const close = stringEnd(text, i);
      const names = open[open.length - 1];
      const name = text.slice(i + 1, close);
      const at = range(i + 1, close);
      i = close;
      if (!names || !/^\s*:/.test(text.slice(close + 1, close + 20))) continue;
      if (names.has(name)) {
        const message = say`\`${name}\` stands twice in the same object: the last value counts, and those before it are not seen.`;
        return { code: 'json-name-twice', severity: 'warning', range: at, message };
      }
      names.add(name);
    }
  }
  return null;
}

/** Quotes with a colon behind them: one for each name, and a few in texts. */
function colons(json: string): number {
  let count = 0;
  for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', at + 1)) {
    let next = at + 1;
    while (json.charCodeAt(next) <= 0x20) next++;
    if (json.charCodeAt(next) === 0x3a) count++;
  }
  return count;
}

/** How many names objects have, down to a depth beyond which it does not matter. */
function keys(value: JsonObject | readonly unknown[], depth = 0): number {
  let count = 0;
  if (depth > MAX_DEPTH) return count;
  if (Array.isArray(value)) {
    for (const member of value) if (isTree(member)) count += keys(member, depth + 1);
    return count;
  }
  for (const member of Object.values(value)) {
    count++;
    if (isTree(member)) count += keys(member, depth + 1);
  }
  return count;
}

/** An object whose only content is a list: counts and marks beside it, and rows or objects in it. */
function listInside(
  text: string,
  { range: { start, end } }: EventSlice,
  event: ParsedEvent,
): EventDiagnostic | null {
  const root = event.json;
  const names = Object.keys(root);
  if (names.length > 8 || event.shape !== 'flat JSON') return null;
  const lists = names.filter((name) => isListOf(own(root, name), names.length === 1));
  const rest = names.filter((name) => !lists.includes(name) && isTree(own(root, name)));
  if (lists.length === 0 || rest.length > 0 || names.some((name) => OF_EVENTS.test(name))) return null;
  const name = lists[lists.length - 1]!;
  const at = text.indexOf(`"${name}"`, start);
  if (at < 0 || at > end) return null;
  const message = say`This is read as one event, and it looks like an object around a list, \`${name}\`. If each member of the list is an event, paste the list alone, as objects with their names.`;
  return {
    code: 'json-list-inside',
    severity: 'warning',
    range: range(at + 1, at + 1 + name.length),
    message,
  };
}

/** Names that events have, and objects around lists have not. */
const OF_EVENTS = /time|date|event|action|operation|published|level|host|user|image|command/i;

/** A list of several objects, or of rows; where nothing else is in the object (`isOnly`), of any objects. */
function isListOf(value: unknown, isOnly: boolean): boolean {
  if (isOnly && Array.isArray(value) && value.length > 0 && value.every(isObject)) return true;
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    (value.every((member) => isObject(member) && Object.keys(member).length > 1) ||
      value.every(Array.isArray))
  );
}
