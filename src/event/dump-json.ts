import { applyEdits, format } from 'jsonc-parser';
import { jsonText, own } from '../text';
import { type Dumped, dumpedGuid, dumpedText, dumpedTime, layOut, NULL } from './dumped';
import type { SigmaEvent } from './event';
import { eventJson } from './event-json';
import { isObject, type JsonObject } from './json';
import { ParsedEvent } from './parsed-event';

/*
 * Any event in the form in which evtx_dump writes events. For one that is read from an event log `evtxJson` gives it exactly;
 * XML does not say which values were numbers, so what is written as a whole number is taken for one.
 */

/** An event as JSON, laid out as evtx_dump does. One that is JSON keeps its values and its numbers as they are written. */
export function dumpJson(event: SigmaEvent): string {
  const root = event instanceof ParsedEvent && event.jsonText() === undefined ? event.json : null;
  const windows = root && isObject(own(root, 'Event')) ? own(root, 'Event') : null;
  if (isObject(windows) && isObject(own(windows, 'System'))) return layOut(fromXml(windows, event));
  const text = eventJson(event);
  return applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' }));
}

const NAMESPACE: Dumped = {
  kind: 'object',
  members: [['xmlns', dumpedText('http://schemas.microsoft.com/win/2004/08/events/event')]],
};

function fromXml(root: JsonObject, event: SigmaEvent): Dumped {
  event.exact?.();
  const value = dumped(root, '');
  const members = value.kind === 'object' ? value.members : [];
  const own = members.some(([name]) => name === '#attributes');
  return {
    kind: 'object',
    members: [
      ['Event', { kind: 'object', members: own ? members : [['#attributes', NAMESPACE], ...members] }],
    ],
  };
}

/** A GUID of its own type is written in small letters, one in a text as it came. */
/** Where it is a type of its own it is written in small letters; in a text it stands as it came. */
const GUID = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/;
const NUMBER = /^(?:0|-?[1-9]\d{0,18})$/;

function dumped(value: unknown, name: string): Dumped {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => dumped(item, name)) };
  if (isObject(value))
    return {
      kind: 'object',
      members: Object.entries(value)
        .sort(([a], [b]) => Number(b === '#attributes') - Number(a === '#attributes'))
        .flatMap(([key, member]) => members(key, member)),
    };
  if (typeof value !== 'string') return value === null ? NULL : { kind: 'scalar', json: jsonText(value) };
  const text = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (NUMBER.test(text)) return { kind: 'scalar', json: text };
  if (GUID.test(text)) return dumpedText(dumpedGuid(text));
  return dumpedText(name === 'SystemTime' ? dumpedTime(text) : text);
}

/** Elements of one name are numbered; only `Data` is a list. */
function members(name: string, value: unknown): [string, Dumped][] {
  if (!Array.isArray(value) || name === '#text') return [[name, dumped(value, name)]];
  if (name === 'Data') return [[name, { kind: 'object', members: [['#text', dumped(value, name)]] }]];
  return value.map((item, i) => [i === 0 ? name : `${name}_${i}`, dumped(item, name)]);
}
