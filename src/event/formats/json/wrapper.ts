import { isObject, type JsonObject } from '../../json';
import { anyOf } from '../../name-set';
import { isAthena, mayBeColumns, namesOf, type Rows, rowsIn } from './rows';
import { stringEnd } from './scan';

/*
 * Objects around all events: clouds store, and APIs answer with, `{"Records": […]}`, `{"hits": {"hits": […]}}` and the
 * like. Each member of the array is an event.
 */

/** Names under which nothing but a list of events stands: CloudTrail, Azure Monitor, Splunk, Elasticsearch, CloudWatch, `aws`. */
const LISTS = [
  ...['Records', 'records', 'Results', 'results', 'Events', 'events', 'logEvents', 'hits', 'Findings'],
  ...['entries', 'snapshot', 'added', 'removed', 'resourceLogs'],
] as const;
const IS_LIST: ReadonlySet<string> = new Set(LISTS);
const mayHoldList = anyOf([...LISTS, 'rows', 'values', 'datarows', 'columns', 'ResultSet']);

/** Lists in the members of a list: OpenTelemetry's records, and what Zircolite found under each rule. */
const IS_NESTED: ReadonlySet<string> = new Set([
  ...['scopeLogs', 'logRecords', 'instrumentationLibraryLogs', 'matches'],
]);

/** Names of objects in which that list may stand: Elasticsearch's `hits`, `response`, Splunk's `result`, Graylog's answers. */
const HOLDERS = new Set([
  ...['hits', 'response', 'result', 'body', 'data', 'payload', '_embedded', 'rawResponse', 'diffResults'],
  ...['alerts', 'search', 'output', 'logs', 'events', 'records', 'items', 'content', 'page', 'ResultSet'],
]);

/** Names that only events have: an object with one of them is an event, whatever lists it contains. */
const OF_EVENTS =
  /^(?:@timestamp|EventID|EventId|event_id|eventID|eventName|EventName|eventTime|System|EventData|UserData|Data|Event|winlog|event|published|auditID|protoPayload|operationName|Operation|_source|_raw|Image|CommandLine)$/;
/** Names that members of a list of events have besides. */
const OF_MEMBERS =
  /^(?:timestamp|Timestamp|TimeGenerated|TimeCreated|_time|gl2_\w+|CloudTrailEvent|MESSAGE|__REALTIME_TIMESTAMP|hostIdentifier)$/;

/** What precedes the list is short: a count, a context, a time. */
const SIGHT = 20_000;
/** What follows a list in its object is short: Athena's columns. */
const LONGEST_END = 20_000;
/** Of the first member of a list so much is looked at. */
const MEMBER_SIGHT = 4000;
const DEEPEST = 3;

/** Where the first event of a list begins, and how many objects are open around the list. */
export interface ListAt {
  readonly start: number;
  readonly depth: number;
  /** How its members are events where they are rows of a table. */
  readonly rows?: Rows;
  /** True where its members are rows whose columns are told behind them. */
  readonly isHeaded?: true;
  /** Set where its members are columns of these names; it then begins at its bracket. */
  readonly columns?: readonly string[];
}

/** What a walk over the members of an object came to: a list of events, the brace that closes the object, or nothing sure. */
type Found = { readonly list: ListAt } | { readonly close: number } | null;

type IsList = (name: string, value: number, before: string, limit: number) => boolean;

/** The list of events in the object that begins at `at`; null where it is none around events. Looks no further than `SIGHT`. `columns`: the text of the columns, where they stand before the object. */
export function wrapperAt(text: string, at: number, columns: string | null = null): ListAt | null {
  const limit = Math.min(text.length, at + SIGHT);
  const found = walk(text, at + 1, limit, 1, isListIn(text), OF_EVENTS, columns);
  return found && 'list' in found ? found.list : null;
}

/** The same of a member of a list, which holds a list of its own. */
export function nestedAt(text: string, at: number): ListAt | null {
  const limit = Math.min(text.length, at + SIGHT);
  const found = walk(text, at + 1, limit, 1, (name) => IS_NESTED.has(name), null);
  return found && 'list' in found ? found.list : null;
}

/** What follows a list that ended before `at` with `depth` objects open around it: another list, or where the last object ends. */
export function afterList(text: string, at: number, depth: number): ListAt | { readonly end: number } {
  const limit = Math.min(text.length, at + LONGEST_END);
  let i = skip(text, at, limit);
  for (let open = depth; open > 0; open--) {
    if (text.charCodeAt(i) === 0x2c) {
      const found = walk(text, i + 1, limit, open, isListIn(text), null);
      if (!found) return { end: at };
      if ('list' in found) return found.list;
      i = found.close;
    }
    if (i >= limit || text.charCodeAt(i) !== 0x7d) return { end: at };
    if (open === 1) return { end: i + 1 };
    i = skip(text, i + 1, limit);
  }
  return { end: at };
}

/**
 * True if an object that was read completely has a list of events under one of the sure names. Cheap, because it is
 * asked of every event.
 */
export function holdsList(root: JsonObject): boolean {
  if (!mayHoldList(root)) return false;
  for (const name of LISTS) {
    const value = root[name];
    if (typeof value === 'object' && value !== null) return true;
  }
  if (isObject(root.ResultSet) || (Array.isArray(root.columns) && root.fields !== undefined)) return true;
  // A table as an answer gives it.
  return (
    Array.isArray(root.rows ?? root.values ?? root.datarows) &&
    (root.columns ?? root.fields ?? root.schema) !== undefined
  );
}

/** Whether a list of objects holds events: by its name, or by what its first member has. */
function isListIn(text: string): IsList {
  return (name, value, before, limit) => {
    // The Graph API says what it answers before the list.
    if (IS_LIST.has(name) || (name === 'value' && before.startsWith('@odata.'))) return true;
    const start = skip(text, value + 1, limit);
    return isEventLike(text, start, limit) || (/^[tT]ables$/.test(name) && isTable(text, start));
  };
}

/** The rows or columns in the list of `name` whose bracket stands at `open` and whose first member begins at `start`. */
function tableIn(
  text: string,
  open: number,
  start: number,
  name: string,
  columns: string | null,
): Omit<ListAt, 'depth'> | null {
  const rows = rowsIn(text, start, name, columns);
  if (rows) return { start, rows };
  if (name === 'Rows' && columns === null && isAthena(text, start)) return { start, isHeaded: true };
  const names = name === 'columns' && columns !== null && text[start] === '[' ? namesOf(columns) : null;
  return names && { start: open, columns: names };
}

/** True where the object at `at` is a table: its name, its columns, its rows. */
function isTable(text: string, at: number): boolean {
  return /^\{\s*"[nN]ame"[^{}[\]]{1,300}"[cC]olumns"\s*:\s*\[|^\{\s*"TableName"/.test(
    text.slice(at, at + 400),
  );
}

/** Goes over the members of an object from `from` on, of which `depth` are open. `stop`: a name at which it is none around events. */
function walk(
  text: string,
  from: number,
  limit: number,
  depth: number,
  isList: IsList,
  stop: RegExp | null,
  known: string | null = null,
): Found {
  let before = '';
  let columns = known;
  let i = skip(text, from, limit);
  while (i < limit && text.charCodeAt(i) === 0x22) {
    const nameEnd = stringEnd(text, i);
    const name = text.slice(i + 1, nameEnd);
    if (stop?.test(name)) return null;
    const colon = skip(text, nameEnd + 1, limit);
    if (text.charCodeAt(colon) !== 0x3a) return null;
    const value = skip(text, colon + 1, limit);
    const code = text.charCodeAt(value);
    if (code === 0x5b) {
      const start = skip(text, value + 1, limit);
      const table = start < limit ? tableIn(text, value, start, name, columns) : null;
      if (table) return { list: { ...table, depth } };
      if (start < limit && text.charCodeAt(start) === 0x7b && isList(name, value, before, limit))
        return { list: { start, depth } };
    }
    if (code === 0x7b && depth < DEEPEST && HOLDERS.has(name)) {
      const inner = walk(text, value + 1, limit, depth + 1, isList, stop);
      if (inner && 'list' in inner) return inner;
    }
    const end = valueEnd(text, value, limit);
    if (end < 0) return null;
    if (mayBeColumns(name)) columns = text.slice(value, end);
    const next = skip(text, end, limit);
    if (text.charCodeAt(next) === 0x7d && next < limit) return { close: next };
    if (text.charCodeAt(next) !== 0x2c) return null;
    i = skip(text, next + 1, limit);
    before = name;
  }
  return null;
}

/** True where the object at `object` is an event by its own names. */
function isEventLike(text: string, object: number, most: number): boolean {
  const limit = Math.min(most, object + MEMBER_SIGHT);
  const end = valueEnd(text, object, limit);
  const names = /"((?:[^"\\]|\\.){1,40})"\s*:/g;
  const sight = text.slice(object, end < 0 ? limit : end);
  for (let seen = 0, found = names.exec(sight); found && seen < 40; seen++, found = names.exec(sight))
    if (OF_EVENTS.test(found[1]!) || OF_MEMBERS.test(found[1]!)) return true;
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
