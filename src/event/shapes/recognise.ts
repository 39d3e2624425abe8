import { isObject, type JsonObject, own } from '../json';
import { anyOf } from '../name-set';
import { bareWinEvent, besideDataShape, isGetWinEvent } from './beside-data';
import { ENVELOPE_NAMES, enveloped, envelopeOf } from './enveloped';
import { flat, flatFields, flatSource } from './flat';
import { graylogBeats, hayabusa, isGraylogBeats, isHayabusa } from './gathered';
import { otelWindows } from './otel';
import type { Shape } from './shape';
import { wazuhWindows } from './wazuh';
import { systemOnTop, windowsXml } from './windows-xml';
import { isWinlogbeat, winlogbeat, winlogbeat6, winlogbeatFields, winlogbeatSource } from './winlogbeat';

/*
 * The names are read as properties, not through `own`: the JavaScript engine caches their positions in objects of one
 * kind, and no object inherits them. This runs once for every event.
 */

/** Each layout but the flat one has at least one of these. */
const mayBeLaidOut = anyOf([
  ...[
    'Event',
    'System',
    'UserData',
    'EventData',
    'event_data',
    'winlog',
    'winlog.event_id',
    'winlog.channel',
  ],
  ...['_source', 'fields', 'ProviderName', 'data', 'RuleTitle'],
  ...['winlogbeat_winlog_event_id', 'winlogbeat_event_id'],
  ...ENVELOPE_NAMES,
]);

/** The shape of an event's object. Never fails: what no shape recognises is flat. */
export function shapeOf(root: JsonObject): Shape {
  return mayBeLaidOut(root) ? laidOut(root) : flat;
}

/** The same by all that tells a layout. */
export function laidOut(root: JsonObject): Shape {
  if (root.Event !== undefined && isWindowsEvent(root.Event)) return windowsXml;
  if (isWindowsEvent(root)) return besideDataShape(root) ?? systemOnTop;
  if (isWinlogbeat(root)) return winlogbeat;
  if (isObject(root._source))
    return isWinlogbeat(root._source) ? winlogbeatSource : sourceShape(root._source);
  if (isObject(root.fields)) {
    if (isWinlogbeat(root.fields)) return winlogbeatFields;
    if (root._index !== undefined) return flatFields;
  }
  if (isObject(root.event_data)) return isObject(root.event_id) ? otelWindows : winlogbeat6;
  if (isGetWinEvent(root)) return bareWinEvent;
  const wazuh = isObject(root.data) ? root.data.win : undefined;
  if (isObject(wazuh) && isObject(wazuh.eventdata)) return wazuhWindows;
  if (isHayabusa(root)) return hayabusa;
  if (isGraylogBeats(root)) return graylogBeats;
  const envelope = envelopeOf(root);
  return envelope === null ? flat : enveloped(envelope, shapeOf(own(root, envelope) as JsonObject));
}

function sourceShape(source: JsonObject): Shape {
  const inner = shapeOf(source);
  return inner === flat ? flatSource : enveloped('_source', inner);
}

function isWindowsEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (isObject(value.System) || isObject(value.UserData)) return true;
  return typeof value.EventData === 'object' && value.EventData !== null;
}
