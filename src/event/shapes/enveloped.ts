import type { JsonPath } from '../event';
import { isObject, type JsonObject, OPENED, own } from '../json';
import type { Shape } from './shape';

/*
 * One object around one event: a hit of Elasticsearch, a result of Splunk, a record whose message is the event itself.
 */

/** Members that contain an event in an object of another kind, and how to tell. */
const ENVELOPES: readonly (readonly [name: string, isEnvelope: (root: JsonObject) => boolean])[] = [
  ['_source', () => true],
  ['result', (root) => root.preview !== undefined || root.offset !== undefined || root.lastrow !== undefined],
  ['CloudTrailEvent', () => true],
  // What Chainsaw found: the document, and the event in it.
  ['document', (root) => isObject(root.document) && root.document.kind !== undefined],
  ['data', (root) => root.kind !== undefined && root.path !== undefined],
  // A result that osquery logs.
  ['columns', (root) => root.hostIdentifier !== undefined],
  // An answer of Graylog.
  ['message', (root) => root.highlight_ranges !== undefined || root.index !== undefined],
  // Splunk's collector: an event with its time and source beside it.
  ['event', (root) => root.sourcetype !== undefined || (root.time !== undefined && root.host !== undefined)],
  // A record of OpenTelemetry, whose receiver for Windows writes the event there.
  ['body', (root) => isCollected(root.body)],
  ['Body', (root) => isCollected(root.Body)],
  // Elsewhere these are objects of an event; what was opened from a text is the event.
  ...[
    'message',
    'MESSAGE',
    'log',
    '_raw',
    '@rawstring',
    'full_message',
    'rawLog',
    'raw',
    'body',
    '@message',
  ].map((name) => [name, (root: JsonObject) => OPENED in root] as const),
];

/** True for an event as OpenTelemetry's receiver for Windows writes it. */
function isCollected(body: unknown): boolean {
  return isObject(body) && isObject(body.event_id) && body.channel !== undefined;
}

/** The names of those members. */
export const ENVELOPE_NAMES: readonly string[] = ENVELOPES.map(([name]) => name);

const known = new WeakMap<Shape, Map<string, Shape>>();

/** The member that contains the event; null if the object is the event. */
export function envelopeOf(root: JsonObject): string | null {
  for (const [name, isEnvelope] of ENVELOPES) {
    const value = own(root, name);
    if (typeof value === 'object' && isObject(value) && isEnvelope(root)) return name;
  }
  return null;
}

/** The layout of an event in the member `name`, itself laid out as `inner`. The same object for the same two. */
export function enveloped(name: string, inner: Shape): Shape {
  let shapes = known.get(inner);
  if (!shapes) {
    shapes = new Map();
    known.set(inner, shapes);
  }
  let shape = shapes.get(name);
  if (!shape) {
    const within = (root: JsonObject) => own(root, name) as JsonObject;
    const path = (root: JsonObject): JsonPath => [name, ...inner.basePath(within(root))];
    shape = {
      ...inner,
      name: `${inner.name} in ${name}`,
      base: (root) => inner.base(within(root)),
      basePath: path,
    };
    shapes.set(name, shape);
  }
  return shape;
}
