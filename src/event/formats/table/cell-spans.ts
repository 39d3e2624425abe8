import { isScalar, MAX_DEPTH, type Range, range } from '../../../text';
import { dataFields } from '../../data-list';
import type { JsonPath } from '../../event';
import { isObject, type JsonObject, own, ownObject } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import { follow } from '../../nested';
import { parseJson } from '../json/exact';
import type { FieldSpan } from '../span-syntax';
import type { Column } from './columns';
import { type Cell, cellStarts, cellValue } from './row';

/** A value inside a cell: its name, and where it is in the cell's decoded text. */
interface CellPart {
  readonly name: string;
  readonly key: Range | null;
  readonly at: Range;
}

/**
 * The values of one cell. Without `places` only names and values count: that is the way in which each row is read once, and
 * places are made for the few rows that are looked at.
 *
 * A cell that nothing stands in is no value: a table has a column for a field that only some of its events have, so that
 * the event says nothing of it, and `null` holds (semantics.md). `""` is written, and is the empty text. PowerShell writes
 * both in this sense.
 */
export function addSpans(
  spans: FieldSpan[],
  text: string,
  cell: Cell,
  column: Column,
  places: boolean,
): void {
  if (cell.end === cell.start && !cell.quoted) return;
  const value = cellValue(text, cell);
  if (column.kind === 'json' && addJson(spans, text, cell, value, places)) return;
  const parts = column.kind === 'lines' ? lineParts(value, column.name) : pairParts(value, column.kind);
  if (!parts) {
    const starts = places ? cellStarts(text, cell) : undefined;
    spans.push({
      name: column.name,
      value,
      key: null,
      at: range(cell.start, cell.end),
      ...(starts && { starts }),
    });
    return;
  }
  const place = placeIn(text, cell, places);
  for (const { name, key, at } of parts) {
    spans.push({
      name,
      value: value.slice(at.start, at.end),
      key: key && range(place(key.start), place(key.end)),
      at: range(place(at.start), place(at.end)),
      ...startsOf(cell.doubled && places, place, at.start, at.end - at.start, (i) => at.start + i),
    });
  }
}

function placeIn(text: string, cell: Cell, places: boolean): (offset: number) => number {
  const starts = places ? cellStarts(text, cell) : undefined;
  return (offset) => cell.start + (starts ? (starts[offset] ?? 0) : offset);
}

/** `starts` of a span whose character `i` is at `offset(i)` in the cell's decoded text. */
function startsOf(
  wanted: boolean,
  place: (offset: number) => number,
  from: number,
  length: number,
  offset: (i: number) => number,
): { starts?: Uint32Array } {
  if (!wanted) return {};
  const starts = new Uint32Array(length + 1);
  for (let i = 0; i <= length; i++) starts[i] = place(offset(i)) - place(from);
  return { starts };
}

/** The lines of a cell if it seems to be a list: a script has blank or indented lines, a list of values has none. */
function lineParts(value: string, name: string): CellPart[] | null {
  if (!value.includes('\n') || /\n[ \t\r\n]/.test(value)) return null;
  const parts: CellPart[] = [];
  for (let start = 0; start <= value.length; ) {
    const feed = value.indexOf('\n', start);
    const end = feed < 0 ? value.length : feed;
    parts.push({ name, key: null, at: range(start, value[end - 1] === '\r' && end > start ? end - 1 : end) });
    start = end + 1;
  }
  return parts;
}

const PAIR = /[^\s:][^:¦\n]{0,80}?:(?: |$)/y;
const BETWEEN = ' ¦ ';

/** `Key: value ¦ Key: value`; null if a part has no key. */
function pairParts(value: string, kind: Column['kind']): CellPart[] | null {
  if (kind !== 'pairs') return null;
  const parts: CellPart[] = [];
  for (let start = 0; start <= value.length; ) {
    const bar = value.indexOf(BETWEEN, start);
    const end = bar < 0 ? value.length : bar;
    PAIR.lastIndex = start;
    if (PAIR.test(value) && PAIR.lastIndex <= end) {
      const from = PAIR.lastIndex;
      const colon = value.lastIndexOf(':', from - 1);
      parts.push({ name: value.slice(start, colon), key: range(start, colon), at: range(from, end) });
    } else {
      // A bar inside a value: the value continues.
      const last = parts.pop();
      if (!last) return null;
      parts.push({ ...last, at: range(last.at.start, end) });
    }
    start = end + BETWEEN.length;
  }
  return parts;
}

/** False if the cell is not a JSON object; then it is ordinary text. */
function addJson(spans: FieldSpan[], text: string, cell: Cell, value: string, places: boolean): boolean {
  let root: unknown;
  try {
    root = parseJson(value);
  } catch {
    return false;
  }
  if (!isObject(root)) return false;
  const tree = places ? parseRanges(value) : null;
  const place = placeIn(text, cell, places);
  for (const { name, path } of members(root)) {
    const one = follow(root, path);
    if (!isScalar(one)) continue;
    const found = tree && locateNode(tree, value, 0, path, name);
    if (!found) {
      spans.push({ name, value: one, key: null, at: range(cell.start, cell.end) });
      continue;
    }
    const at = found.value;
    const length = String(one).length;
    spans.push({
      name,
      value: one,
      key: found.key && range(place(found.key.start), place(found.key.end)),
      at: range(place(at.start), place(at.end)),
      ...startsOf(true, place, at.start, length, (i) => found.toText(range(i, i))[0]?.start ?? at.start),
    });
  }
  return true;
}

/** The fields of an object: those of Windows' EventData by name, otherwise all scalars under dotted names. */
function members(root: JsonObject): { name: string; path: JsonPath }[] {
  const found: { name: string; path: JsonPath }[] = [];
  const eventData = own(root, 'EventData');
  if (isObject(eventData) || Array.isArray(eventData)) {
    for (const [name, { paths }] of dataFields(eventData, ['EventData']))
      for (const path of paths) collect(follow(root, path), name, path, found, 0);
    return found;
  }
  collect(ownObject(root, 'UserData') ?? root, '', ownObject(root, 'UserData') ? ['UserData'] : [], found, 0);
  return found;
}

function collect(
  value: unknown,
  name: string,
  path: JsonPath,
  found: { name: string; path: JsonPath }[],
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [i, member] of value.entries()) collect(member, name, [...path, i], found, depth + 1);
  } else if (isObject(value)) {
    for (const key of Object.keys(value))
      collect(own(value, key), name === '' ? key : `${name}.${key}`, [...path, key], found, depth + 1);
  } else found.push({ name, path });
}
