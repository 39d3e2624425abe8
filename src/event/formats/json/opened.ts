import { getNodeValue } from 'jsonc-parser';
import { isNumber, type Range } from '../../../text';
import type { JsonPath, ValueLocation } from '../../event';
import { isObject, type JsonObject, OPENED } from '../../json';
import { locateNode, parseRanges, type RangeTree } from '../../locate';
import { follow } from '../../nested';
import { spansOfMessage } from '../rendered/spans';
import { type FieldSpan, objectOf, placesOf } from '../span-syntax';
import { EventXmlParser } from '../xml/parse';
import { locateXml, PlaceMaker } from '../xml/places';
import { ValueMaker } from '../xml/values';
import { parseJson } from './exact';

/*
 * Tools put an event, or the part of it that matters, into a text value of their own object: Splunk's `_raw`, the `EventData` of
 * Sentinel's table Event, EvtxECmd's `Payload`, `CloudTrailEvent`, the `Message` of Get-WinEvent. Such a text is opened: what
 * stands in it becomes part of the event, and each value is found again at its characters inside the text.
 */

/** A text value that was opened. */
interface Opening {
  /** Where the text stands in the event as it is written. */
  readonly from: JsonPath;
  /** Where what was read from it stands in the opened event. */
  readonly to: JsonPath;
  /** Where that stands inside what the text holds. */
  readonly inner: JsonPath;
  readonly kind: Kind;
}

/** How a text is written that carries an event. */
interface Kind {
  read(text: string): JsonObject | undefined;
  locate(text: string, path: JsonPath, name: string): ValueLocation | undefined;
}

type OpenedObject = JsonObject & { readonly [OPENED]?: readonly Opening[] };

const xml: Kind = {
  read: (text) =>
    new EventXmlParser(text, new ValueMaker(text)).event(text.indexOf('<')) as JsonObject | undefined,
  locate: (text, path, name) => {
    const root = new EventXmlParser(text, new PlaceMaker()).event(text.indexOf('<'));
    return root && locateXml(root, text, 0, path, name);
  },
};

const json: Kind = {
  read(text) {
    try {
      const value = parseJson(text);
      return isObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  },
  locate: (text, path, name) => locateNode(parseRanges(text), text, 0, path, name),
};

/** The English message of a Windows event, whose id stands beside it. */
function message(id: string): Kind {
  const spansOf = (text: string): readonly FieldSpan[] =>
    spansOfMessage(text, id).filter(({ concluded, name }) => !concluded && name !== 'Message');
  return {
    read(text) {
      const spans = spansOf(text);
      return spans.length > 0 ? objectOf(spans) : undefined;
    },
    locate: (text, path, name) => placesOf(spansOf(text)).locate(text, 0, path, name),
  };
}

const IS_XML = /^\s{0,100}<(?:Event|DataItem|EventData|UserData)[\s>]/;
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
  'rawLog',
  'raw',
] as const;

/** The openings of an event. Cheap where there are none: it is asked of every event. */
function openingsOf(root: JsonObject, at: JsonPath): Opening[] {
  const { EventData, Payload, Message } = root;
  if (typeof EventData === 'string' && IS_XML.test(EventData)) {
    const found = xml.read(EventData);
    const inner = found && ['DataItem', 'EventData', 'UserData'].filter((name) => name in found);
    if (!found || inner!.length === 0) return [];
    const path = inner![0] === 'DataItem' ? ['DataItem', 'EventData'] : [inner![0]!];
    return isObject(follow(found, path))
      ? [{ from: [...at, 'EventData'], to: [...at, 'EventData'], inner: path, kind: xml }]
      : [];
  }
  if (typeof Payload === 'string' && IS_OBJECT.test(Payload)) {
    const found = json.read(Payload);
    const part = found && ['EventData', 'UserData'].find((name) => isObject(found[name]));
    return part ? [{ from: [...at, 'Payload'], to: [...at, part], inner: [part], kind: json }] : [];
  }
  const id = root.Id ?? root.EventID ?? root.EventId ?? root.InstanceId;
  if (typeof Message === 'string' && (typeof id === 'string' || isNumber(id))) {
    const opening = {
      from: [...at, 'Message'],
      to: [...at, 'EventData'],
      inner: [],
      kind: message(String(isNumber(id) ? Number(id) : id)),
    };
    return root.EventData === undefined && opening.kind.read(Message) ? [opening] : [];
  }
  for (const name of WHOLE) {
    const text = root[name];
    if (typeof text !== 'string') continue;
    const kind = IS_XML.test(text) ? xml : IS_OBJECT.test(text) ? json : null;
    if (kind === null || kind.read(text) === undefined) continue;
    return kind === xml
      ? [{ from: [...at, name], to: ['Event'], inner: ['Event'], kind }]
      : [{ from: [...at, name], to: [...at, name], inner: [], kind }];
  }
  return [];
}

/** Objects around one event, with the member that holds it. */
function inside(root: JsonObject): JsonPath {
  const { result, _source } = root;
  if (
    isObject(result) &&
    (root.preview !== undefined || root.offset !== undefined || root.lastrow !== undefined)
  )
    return ['result'];
  return isObject(_source) ? ['_source'] : [];
}

/**
 * The event with every text opened that carries a part of it; the same object where there is none. The text stays where it
 * stands, unless what was read from it takes its place.
 */
export function opened(root: JsonObject): JsonObject {
  // Events that have their own layout carry nothing.
  if (root.Event !== undefined || root.System !== undefined || root.winlog !== undefined) return root;
  const at = inside(root);
  const openings = openingsOf(at.length === 0 ? root : (follow(root, at) as JsonObject), at);
  if (openings.length === 0) return root;
  let out = root;
  for (const { from, to, inner, kind } of openings) {
    const value = follow(kind.read(follow(root, from) as string), inner);
    out = withValue(out, to, value);
  }
  return Object.assign(out, { [OPENED]: openings });
}

/** A copy of the object with a value at a path; what lies along the path is copied too. */
function withValue(object: JsonObject, [first, ...rest]: JsonPath, value: unknown): JsonObject {
  const name = String(first);
  const copy: Record<string, unknown> = { ...object };
  const there = copy[name];
  copy[name] = rest.length === 0 ? value : withValue(isObject(there) ? there : {}, rest, value);
  return copy;
}

/** True where some value of the event does not stand in its text as JSON writes it. */
export function isOpened(root: JsonObject): boolean {
  return (root as OpenedObject)[OPENED] !== undefined;
}

/** The place of a value of an opened event. */
export function locateOpened(
  root: JsonObject,
  tree: RangeTree,
  text: string,
  base: number,
  path: JsonPath,
  name: string,
): ValueLocation | undefined {
  const opening = (root as OpenedObject)[OPENED]?.find(({ to }) => to.every((step, i) => path[i] === step));
  if (!opening) return locateNode(tree, text, base, path, name);
  const carrier = locateNode(tree, text, base, opening.from, name);
  const written = follow(originalOf(tree), opening.from);
  if (!carrier || typeof written !== 'string') return carrier;
  const found = opening.kind.locate(written, [...opening.inner, ...path.slice(opening.to.length)], name);
  return found && new CarriedLocation(found, carrier);
}

/** The event as it is written, as far as paths to texts go. */
function originalOf({ root }: RangeTree): unknown {
  return root && getNodeValue(root);
}

/** A place inside a text that stands in a text. */
class CarriedLocation implements ValueLocation {
  readonly name: string;
  readonly key: Range | null;
  readonly value: Range;

  constructor(
    private readonly inner: ValueLocation,
    private readonly carrier: ValueLocation,
  ) {
    this.name = inner.name;
    this.key = inner.key && (carrier.toText(inner.key)[0] ?? null);
    this.value = carrier.toText(inner.value)[0] ?? carrier.value;
  }

  toText(decoded: Range): Range[] {
    return this.inner.toText(decoded).flatMap((range) => this.carrier.toText(range));
  }
}
