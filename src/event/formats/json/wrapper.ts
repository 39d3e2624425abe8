import type { JsonObject } from '../../json';
import { stringEnd } from './scan';

/*
 * Objects around all events: clouds store, and APIs answer with, `{"Records": […]}`, `{"hits": {"hits": […]}}` and the
 * like. Each member of the array is an event.
 */

/** Names that always have a list of events: CloudTrail, Azure Monitor, Splunk, Elasticsearch, CloudWatch, `aws`. */
const LISTS = ['Records', 'records', 'Results', 'results', 'Events', 'events', 'logEvents', 'hits'] as const;
const IS_LIST: ReadonlySet<string> = new Set(LISTS);

/**
 * Names of objects that may contain that list: Elasticsearch's `hits`, `response`, Splunk's `result`, Graylog's
 * answers.
 */
const HOLDERS = new Set([
  'hits',
  'response',
  'result',
  'body',
  'data',
  'payload',
  '_embedded',
  'rawResponse',
]);

/** Names that only events have: an object with one of them is an event, whatever lists it contains. */
const OF_EVENTS =
  /^(?:@timestamp|EventID|EventId|event_id|eventID|eventName|EventName|eventTime|System|EventData|Event|winlog|event|published|auditID|protoPayload|operationName|Operation|_source|_raw|Image|CommandLine)$/;

/** What precedes the list is short: a count, a context, a time. */
const SIGHT = 20_000;
const DEEPEST = 3;

/** Where the first event begins inside an object around all events, and how many brackets close after the array. */
export interface Wrapper {
  readonly start: number;
  readonly depth: number;
}

/**
 * The object around all events that begins at `at`; null if there is none. Looks no further than `SIGHT` characters.
 */
export function wrapperAt(text: string, at: number): Wrapper | null {
  return listIn(text, at, Math.min(text.length, at + SIGHT), 1);
}

/**
 * True if an object that was read completely has a list of events under one of the sure names. Cheap, because it is
 * asked of every event.
 */
export function holdsList(root: JsonObject): boolean {
  for (const name of LISTS) {
    const value = root[name];
    if (typeof value === 'object' && value !== null) return true;
  }
  return false;
}

/** The list of events in the object at `at`, of which only the part before the list is read. */
function listIn(text: string, at: number, limit: number, depth: number): Wrapper | null {
  // The Graph API states its context before the list.
  let wasContext = false;
  for (let i = skip(text, at + 1, limit); i < limit && text.charCodeAt(i) === 0x22; ) {
    const nameEnd = stringEnd(text, i);
    const name = text.slice(i + 1, nameEnd);
    if (OF_EVENTS.test(name)) return null;
    const colon = skip(text, nameEnd + 1, limit);
    if (text.charCodeAt(colon) !== 0x3a) return null;
    const value = skip(text, colon + 1, limit);
    const code = text.charCodeAt(value);
    if (code === 0x5b) {
      const first = skip(text, value + 1, limit);
      if (
        text.charCodeAt(first) === 0x7b &&
        first < limit &&
        (IS_LIST.has(name) || (wasContext && name === 'value') || isEventLike(text, first))
      )
        return { start: first, depth };
    }
    if (code === 0x7b && depth < DEEPEST && HOLDERS.has(name)) {
      const inner = listIn(text, value, limit, depth + 1);
      if (inner) return inner;
    }
    const end = valueEnd(text, value, limit);
    if (end < 0) return null;
    const comma = skip(text, end, limit);
    if (text.charCodeAt(comma) !== 0x2c) return null;
    i = skip(text, comma + 1, limit);
    wasContext = name.startsWith('@odata.');
  }
  return null;
}

/** True if the first object of a list is an event by its own names; then a list under any name is accepted. */
function isEventLike(text: string, object: number): boolean {
  const names = /"((?:[^"\\]|\\.){1,40})"\s*:/g;
  names.lastIndex = object;
  for (let seen = 0, found = names.exec(text); found && seen < 20; seen++, found = names.exec(text)) {
    if (found.index > object + SIGHT) return false;
    if (OF_EVENTS.test(found[1]!)) return true;
  }
  return false;
}

/** Where the value at `at` ends; -1 if not before `limit`. */
function valueEnd(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = stringEnd(text, i);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      if (depth === 0) return i;
      depth--;
    } else if (code === 0x2c && depth === 0) return i;
    if (depth === 0 && (code === 0x22 || code === 0x7d || code === 0x5d) && i + 1 <= limit) return i + 1;
  }
  return -1;
}

function skip(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && text.charCodeAt(i) <= 0x20) i++;
  return i;
}

/** What follows the array in its object is short. */
const LONGEST_END = 2000;

/** Where the `depth` objects end whose array ended before `at`; `at` if they seem not to end. */
export function wrapperEnd(text: string, at: number, depth: number): number {
  const limit = Math.min(text.length, at + LONGEST_END);
  let open = depth;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i++;
      while (i < limit && text.charCodeAt(i) !== 0x22) i += text.charCodeAt(i) === 0x5c ? 2 : 1;
    } else if (code === 0x7b || code === 0x5b) open++;
    else if (code === 0x7d || code === 0x5d) {
      open--;
      if (open === 0) return i + 1;
    }
  }
  return at;
}
