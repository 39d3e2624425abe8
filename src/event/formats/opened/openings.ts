import { isNumber } from '../../../text';
import type { JsonPath } from '../../event';
import { isObject, type JsonObject, own } from '../../json';
import { follow } from '../../nested';
import { CONCLUDED, FIELDS, json, type Kind, lineKind, message, xml } from './kinds';

/** A text value that was opened. */
export interface Opening {
  /** Where the text stands in the event as it is written. */
  readonly from: JsonPath;
  readonly text: string;
  /** Where what was read from it stands in the opened event. */
  readonly to: JsonPath;
  /** Where that stands inside what the text holds. */
  readonly inner: JsonPath;
  readonly kind: Kind;
  readonly value: unknown;
}

const IS_XML = /^\s{0,100}(?:<\?xml[^>]{0,200}\?>\s{0,100})?<(?:Event|DataItem|EventData|UserData)[\s>]/;
const IS_OBJECT = /^\s{0,100}\{/;

/** Members that may hold a whole event as text, in the spelling of each tool: the first that does is opened. */
const WHOLE = [
  '_raw',
  'CloudTrailEvent',
  'message',
  'MESSAGE',
  'log',
  '@rawstring',
  'full_message',
  'full_log',
  'rawLog',
  'raw',
  '@message',
  'System',
  'xml',
  'body',
] as const;

/** Members that hold the text of a Windows event, and the ids that may stand beside it. */
const MESSAGES = ['Message', 'message', 'RenderedDescription'] as const;
const IDS = ['Id', 'EventID', 'EventId', 'InstanceId', 'EventCode', 'event_id', 'eventid'] as const;
/** Members that say which log it was. */
const CHANNELS = ['LogName', 'Channel', 'Log', 'EventLog', 'log_name', 'channel', 'ContainerLog'] as const;
const PROVIDERS = ['ProviderName', 'Provider', 'Provider_Name', 'SourceName', 'Source', 'source_name'];

/** All members whose text may be opened. */
export const CARRIERS: ReadonlySet<string> = new Set([...WHOLE, ...MESSAGES, 'EventData', 'Payload', 'data']);

/** True for an event that has a layout of its own, and carries nothing. */
export function isLaidOut(root: JsonObject): boolean {
  return root.Event !== undefined || root.winlog !== undefined || isObject(root.System);
}

/** The texts of an event that carry a part of it. Cheap where there are none: it is asked of every event. */
export function openingsOf(root: JsonObject, at: JsonPath): readonly Opening[] {
  const { EventData, Payload, data } = root;
  if (isLaidOut(root)) return [];
  if (typeof EventData === 'string' && IS_XML.test(EventData)) return eventData(EventData, at);
  if (typeof EventData === 'string' && IS_OBJECT.test(EventData)) {
    const from = [...at, 'EventData'];
    const value = json.read(EventData);
    return value ? [{ from, text: EventData, to: from, inner: [], kind: json, value }] : [];
  }
  if (typeof Payload === 'string' && IS_OBJECT.test(Payload)) return payload('Payload', Payload, at);
  if (typeof data === 'string' && IS_OBJECT.test(data)) {
    const found = payload('data', data, at);
    if (found.length > 0) return found;
  }
  for (const name of WHOLE) {
    const text = own(root, name);
    if (typeof text !== 'string') continue;
    const line = lineKind(text);
    if (line) return beside(root, [...at, name], text, line);
    const kind = IS_XML.test(text) ? xml : IS_OBJECT.test(text) ? json : null;
    const value = kind?.read(text);
    if (kind === null || value === undefined) continue;
    return kind === xml
      ? [{ from: [...at, name], text, to: ['Event'], inner: ['Event'], kind, value: value.Event }]
      : [{ from: [...at, name], text, to: [...at, name], inner: [], kind, value }];
  }
  return messages(root, at);
}

/** What a line says, as members beside it; those that are there already stay. */
function beside(root: JsonObject, from: JsonPath, text: string, kind: Kind): readonly Opening[] {
  return Object.entries(kind.read(text) ?? {})
    .filter(([name]) => own(root, name) === undefined)
    .map(([name, value]) => ({ from, text, to: [...from.slice(0, -1), name], inner: [name], kind, value }));
}

/** The `EventData` of Sentinel's table `Event`. */
function eventData(text: string, at: JsonPath): readonly Opening[] {
  const found = xml.read(text);
  const name = found && (['DataItem', 'EventData', 'UserData'] as const).find((one) => one in found);
  if (!found || name === undefined) return [];
  const inner = name === 'DataItem' ? ['DataItem', 'EventData'] : [name];
  const value = follow(found, inner);
  const from = [...at, 'EventData'];
  return isObject(value) ? [{ from, text, to: from, inner, kind: xml, value }] : [];
}

/** A text of JSON that holds `EventData`, as EvtxECmd and osquery write it. */
function payload(name: string, text: string, at: JsonPath): readonly Opening[] {
  const found = json.read(text);
  const part = found && (['EventData', 'UserData'] as const).find((one) => typeof found[one] === 'object');
  if (!found || !part || found[part] === null) return [];
  return [{ from: [...at, name], text, to: [...at, part], inner: [part], kind: json, value: found[part] }];
}

/** The text of a Windows event in English, where its values do not stand beside it already. */
function messages(root: JsonObject, at: JsonPath): readonly Opening[] {
  const name = MESSAGES.find((one) => typeof root[one] === 'string');
  if (name === undefined || root.EventData !== undefined || isObject(root.event_data)) return [];
  const text = root[name] as string;
  const id = IDS.map((one) => root[one]).find((one) => typeof one === 'string' || isNumber(one));
  const kind = message(
    id === undefined ? undefined : String(isNumber(id) ? Number(id) : id),
    [...CHANNELS, ...PROVIDERS].map((one) => own(root, one)),
  );
  const value = kind.read(text);
  if (!value || (id === undefined && Object.keys(value[CONCLUDED] as JsonObject).length === 0)) return [];
  const fields = value[FIELDS] as JsonObject;
  // The tool has taken them out itself.
  const names = Object.keys(fields);
  if (2 * names.filter((field) => own(root, field) !== undefined).length >= names.length) return [];
  const concluded = missing(value[CONCLUDED] as JsonObject, root, id);
  const opening = (part: string, of: JsonObject): Opening => ({
    ...{ from: [...at, name], text, to: [...at, part], inner: [part], kind, value: of },
  });
  return Object.keys(concluded).length === 0
    ? [opening(FIELDS, fields)]
    : [opening(FIELDS, fields), opening(CONCLUDED, concluded)];
}

/** What follows from the sentence and nothing else in the event says. */
function missing(concluded: JsonObject, root: JsonObject, id: unknown): JsonObject {
  const says = (names: readonly string[]) => names.some((name) => typeof own(root, name) === 'string');
  const out: Record<string, unknown> = {};
  if (id === undefined) out.EventID = concluded.EventID;
  if (!says(CHANNELS)) out.Channel = concluded.Channel;
  if (!says(PROVIDERS)) out.Provider_Name = concluded.Provider_Name;
  return Object.fromEntries(Object.entries(out).filter(([, value]) => value !== undefined));
}
