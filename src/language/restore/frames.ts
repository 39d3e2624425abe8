import type { Entry } from './entries';
import type { DocumentFacts } from './facts';
import { Keys } from './keys';
import { type ListKind, type MapKind, MEMBERS, NEEDED, type Place, placeOf } from './places';

/** Columns from a key to what is under it, and from a dash to what follows it. */
export const STEP = 4;
const DASH = 2;

/** What is open at a line: a map or list that may continue, a key that still needs its value, or a text. */
export type Frame = MapFrame | ListFrame | PendingFrame | TextFrame;
interface Base {
  readonly parent: Frame | null;
  /** The column of its content. */
  readonly column: number;
  readonly name: string;
}
export interface MapFrame extends Base {
  readonly is: 'map';
  readonly kind: MapKind;
  readonly keys: Keys;
}
interface ListFrame extends Base {
  readonly is: 'list';
  readonly kind: ListKind;
  readonly member: 'value' | 'map';
}
interface PendingFrame extends Base {
  readonly is: 'pending';
  readonly place: Place;
}
export interface TextFrame extends Base {
  readonly is: 'text';
  /** The line above, null at the first. */
  readonly above: string | null;
  /** The kind of map that contains the text. */
  readonly within: MapKind;
}

export interface State {
  readonly at: number;
  readonly top: Frame;
  /** The column of lines that continue a plain value; -1 if none is open. */
  readonly going: number;
}
export interface Step extends State {
  readonly column: number;
  readonly owner: string;
}

/** How an entry continues what is open, as a direct part of `frame`; null if it cannot. */
export function enter(frame: Frame, entry: Entry, facts: DocumentFacts): Step | null {
  switch (frame.is) {
    case 'text':
      return null;
    case 'map':
      return entry.dash ? null : intoMap(frame, entry, frame.column, facts);
    case 'list':
      return entry.dash ? intoList(frame, entry, facts) : null;
    case 'pending': {
      const { list, map } = frame.place;
      const { parent, column, name } = frame;
      if (entry.dash) {
        if (!list) return null;
        const member = entry.key === null && entry.behind !== 'nothing' ? 'value' : 'map';
        return intoList({ is: 'list', kind: list, member, parent, column, name }, entry, facts);
      }
      if (!map) return null;
      return intoMap({ is: 'map', kind: map, keys: Keys.NONE, parent, column, name }, entry, column, facts);
    }
  }
}

function intoMap(map: MapFrame, entry: Entry, column: number, facts: DocumentFacts): Step | null {
  const key = entry.key!;
  const place = map.keys.has(key) ? null : placeOf(map.kind, entry, facts);
  if (!place) return null;
  const open: MapFrame = { ...map, keys: map.keys.with(key) };
  const deeper = map.column + STEP;
  const step = { at: entry.next, column, owner: map.name };
  const name = key.split('|')[0] || key;
  switch (entry.behind) {
    case 'nothing':
      return {
        ...step,
        top: { is: 'pending', place, parent: open, column: deeper, name },
        going: -1,
      };
    case 'block':
      if (!place.block) return null;
      return {
        ...step,
        top: { is: 'text', above: null, within: map.kind, parent: open, column: deeper, name },
        going: -1,
      };
    case 'closed':
      return place.value || (entry.flow && (place.list || place.map))
        ? { ...step, top: open, going: -1 }
        : null;
    case 'plain':
      return place.value ? { ...step, top: open, going: deeper } : null;
  }
}

function intoList(list: ListFrame, entry: Entry, facts: DocumentFacts): Step | null {
  const members = MEMBERS[list.kind];
  const { column, name } = list;
  if (list.member === 'value') {
    if (!members.value || entry.key !== null || entry.behind === 'nothing' || entry.behind === 'block')
      return null;
    const going = entry.behind === 'plain' ? column + STEP : -1;
    return { at: entry.next, top: list, going, column, owner: name };
  }
  if (!members.map || (entry.key === null && entry.behind !== 'nothing')) return null;
  const base = { parent: list, column: column + DASH, name };
  if (entry.key === null) {
    const top: PendingFrame = { is: 'pending', place: { map: members.map }, ...base };
    return { at: entry.next, top, going: -1, column, owner: name };
  }
  return intoMap({ is: 'map', kind: members.map, keys: Keys.NONE, ...base }, entry, column, facts);
}

/** True if what is open may end here. */
export function mayClose(frame: Frame, facts: DocumentFacts): boolean {
  switch (frame.is) {
    case 'list':
      return true;
    case 'pending':
      return frame.place.blank ?? false;
    case 'text':
      return frame.above !== null;
    case 'map':
      return isWhole(frame, facts);
  }
}

function isWhole({ kind, keys }: MapFrame, facts: DocumentFacts): boolean {
  if (NEEDED[kind]?.some((key) => !keys.has(key))) return false;
  if (kind === 'root') return keys.has(facts.kind);
  if (kind !== 'detection' && kind !== 'filter') return true;
  const { exact, patterns } = facts.names;
  const names = [...keys];
  return (
    names.some((name) => !['condition', 'timeframe', 'rules'].includes(name)) &&
    [...exact].every((name) => keys.has(name)) &&
    patterns.every((pattern) => names.some((name) => pattern.test(name)))
  );
}
