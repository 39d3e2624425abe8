import { put, type Range } from '../../../text';
import type { JsonPath, ValueLocation } from '../../event';
import { isObject, type JsonObject, OPENED, own } from '../../json';
import { anyOf } from '../../name-set';
import { follow } from '../../nested';
import { doubled } from './kinds';
import { CARRIERS, isLaidOut, type Opening, openingsOf } from './openings';
import { isRecord, plainRecord, RECORD_TIMES, recordPath } from './otlp';

/*
 * Tools put an event, or its important part, into a string in their own object: Splunk's `_raw`, the `EventData` of
 * Sentinel's table Event, EvtxECmd's `Payload`, `CloudTrailEvent`, the `Message` of Get-WinEvent. Such a string is
 * *opened*: its content becomes part of the event, and each value is found at its characters inside the string.
 */

type OpenedObject = JsonObject & { readonly [OPENED]?: Reading };

interface Reading {
  readonly openings: readonly Opening[];
  /** The record of OpenTelemetry that the event was made of. */
  readonly record?: JsonObject;
}

/** Finds the values of an event that is not opened. */
export type Locate = (path: JsonPath, name: string) => ValueLocation | undefined;

/** Where Wazuh keeps the fields of a Windows event. */
const WAZUH: JsonPath = ['data', 'win', 'eventdata'];

/** Objects around one event, with the member that contains it. */
function inside(root: JsonObject): JsonPath {
  const { result, _source } = root;
  if (
    isObject(result) &&
    (root.preview !== undefined || root.offset !== undefined || root.lastrow !== undefined)
  )
    return ['result'];
  if (isObject(root.columns) && root.hostIdentifier !== undefined) return ['columns'];
  return isObject(_source) ? ['_source'] : [];
}

/** An event with none of these names has nothing to open. */
const mayCarry = anyOf([...CARRIERS, ...RECORD_TIMES, 'result', 'columns', '_source', 'data']);

/**
 * The event with every string opened that contains a part of it; the same object if there is none. The string stays
 * where it is, unless its content replaces it.
 */
export function opened(root: JsonObject): JsonObject {
  if (!mayCarry(root) || isLaidOut(root)) return root;
  if (root.data !== undefined || root._source !== undefined) {
    const wazuh = [...inside(root), ...WAZUH];
    if (isObject(follow(root, wazuh))) return undoubled(root, wazuh);
  }
  const plain = isRecord(root) ? plainRecord(root) : root;
  const at = inside(plain);
  const openings = openingsOf(at.length === 0 ? plain : (follow(plain, at) as JsonObject), at);
  if (openings.length === 0 && plain === root) return root;
  let out = plain;
  for (const { to, value } of openings) out = withValue(out, to, value);
  const reading: Reading = plain === root ? { openings } : { openings, record: root };
  return Object.assign(out, { [OPENED]: reading });
}

/** An alert of Wazuh with the backslashes that the event has, where all are doubled. */
function undoubled(root: JsonObject, at: JsonPath): JsonObject {
  const fields = follow(root, at) as JsonObject;
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].includes('\\'),
  );
  // If there is a single backslash, they were not doubled.
  if (texts.length === 0 || texts.some(([, text]) => text.replaceAll('\\\\', '').includes('\\'))) return root;
  const openings: Opening[] = texts.map(([name, text]) => ({
    from: [...at, name],
    to: [...at, name],
    text,
    inner: [],
    kind: DOUBLED,
    value: doubled.value(text),
  }));
  const values = openings.map(({ value }, i) => [texts[i]![0], value]);
  const out = withValue(root, at, { ...fields, ...Object.fromEntries(values) });
  return Object.assign(out, { [OPENED]: { openings } satisfies Reading });
}

/** The place of a value that is still text, made from the place of the string that contains it. */
const DOUBLED: Opening['kind'] = { read: () => undefined, locate: () => undefined };

/** A copy of the object with a value at a path; objects along the path are copied too. */
function withValue(object: JsonObject, [first, ...rest]: JsonPath, value: unknown): JsonObject {
  const name = String(first);
  const copy: Record<string, unknown> = { ...object };
  const there = own(copy, name);
  put(copy, name, rest.length === 0 ? value : withValue(isObject(there) ? there : {}, rest, value));
  return copy;
}

/** True if the text of the event does not have some value in the way that its format writes values. */
export function isOpened(root: JsonObject): boolean {
  return (root as OpenedObject)[OPENED] !== undefined;
}

/** The place of a value of an event that may be opened; `locateWritten` finds those of the event as it is written. */
export function locateOpened(
  root: JsonObject,
  locateWritten: Locate,
  path: JsonPath,
  name: string,
): ValueLocation | undefined {
  const { openings = [], record } = (root as OpenedObject)[OPENED] ?? {};
  const locate: Locate = record
    ? (own, shown) => locateWritten(recordPath(record, own), shown)
    : locateWritten;
  const opening = openings.find(({ to }) => to.every((step, i) => path[i] === step));
  if (!opening) return locate(path, name);
  const carrier = locate(opening.from, name);
  if (!carrier) return undefined;
  const { text, kind, inner, to } = opening;
  if (kind === DOUBLED) return doubled.locate(text, carrier);
  const found = kind.locate(text, [...inner, ...path.slice(to.length)], name);
  return found && new CarriedLocation(found, carrier);
}

/** A position inside a string that is inside a string. */
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
