import { type Range, range, say, type Words } from '../../text';
import type { SigmaEvent, ValueLocation } from '../event';

/*
 * The same facts in two layouts: Sysmon writes all hashes of a file into one text, `SHA1=…,MD5=…,SHA256=…,IMPHASH=…`,
 * other sources use one field for each hash. Rules are written for either, so each layout is mapped to the other.
 */

/** A field that an event may have only in parts or only inside another one. */
export interface DerivedField {
  /** Every field of an event that it can come from, including itself; without any of them it is certainly absent. */
  readonly from: readonly string[];
  get(event: SigmaEvent): unknown;
  /** What it comes from in this event, with a sentence; undefined if the event has it under its own name. */
  origin(event: SigmaEvent): DerivedOrigin | undefined;
  locate(event: SigmaEvent, member?: number | readonly number[]): ValueLocation | undefined;
}

export interface DerivedOrigin {
  readonly own: readonly string[];
  readonly text: Words;
  /** Why it is absent although the event has what it would come from. */
  readonly missing?: Words;
}

const LIST = 'Hashes';
/**
 * Events of file streams and of older configurations call it `Hash`. A rule that looks for `Hash` means those events,
 * so that name maps to no other.
 */
const OLDER = 'Hash';
const LISTS = [LIST, OLDER];

/**
 * The name of a hash inside the text, with the names of fields that have it alone; the first that an event has counts.
 */
export type HashPieces = readonly (readonly [piece: string, names: readonly string[]])[];

/** The hashes in Sysmon's order, each with the names that rules and events give it as a field of its own. */
const PIECES: HashPieces = [
  ['SHA1', ['sha1', 'SHA1', 'Sha1']],
  ['MD5', ['md5', 'MD5', 'Md5']],
  ['SHA256', ['sha256', 'SHA256', 'Sha256']],
  ['IMPHASH', ['Imphash', 'imphash', 'IMPHASH', 'ImpHash']],
];
const ANY_PIECE = /(?:^|[\s,;|])(?:SHA1|MD5|SHA256|IMPHASH)=/i;

/** The derived field of this name; undefined for all other names. */
export function hashField(name: string): DerivedField | undefined {
  return FIELDS.get(name);
}

/** `Hashes` of a source that has each hash in a field of its own, under its own names. */
export function hashesFrom(pieces: HashPieces): DerivedField {
  let list = LISTS_OF.get(pieces);
  if (!list) {
    list = new HashList(pieces);
    LISTS_OF.set(pieces, list);
  }
  return list;
}

const LISTS_OF = new WeakMap<HashPieces, DerivedField>();

/** One hash from the text that has all of them. */
class HashField implements DerivedField {
  readonly from: readonly string[];
  private readonly pattern: RegExp;

  constructor(
    private readonly name: string,
    private readonly piece: string,
  ) {
    this.from = [name, ...LISTS];
    this.pattern = new RegExp(`(?:^|[\\s,;|])${piece}=([^\\s,;|]*)`, 'i');
  }

  get(event: SigmaEvent): unknown {
    const own = event.get(this.name);
    if (own !== undefined) return own;
    const found = this.find(event);
    return found?.text.slice(found.start, found.end);
  }

  origin(event: SigmaEvent): DerivedOrigin | undefined {
    if (event.get(this.name) !== undefined) return undefined;
    const found = this.find(event);
    if (found) return { own: [found.list], text: [`It is the ${this.piece} in ${found.list}.`] };
    const list = LISTS.find((name) => isList(event.get(name)));
    const text = [`It would be the ${this.piece} in ${list ?? LIST}.`];
    if (list === undefined) return { own: LISTS, text };
    const missing = say`\`${list}\` is there, but lacks the ${this.piece} that would be \`${this.name}\`.`;
    return { own: [list], text, missing };
  }

  locate(event: SigmaEvent, member?: number | readonly number[]): ValueLocation | undefined {
    if (event.get(this.name) !== undefined) return event.locate(this.name, member);
    const found = this.find(event);
    const whole = found && event.locate(found.list, found.member);
    return whole && part(whole, found.start, found.end);
  }

  private find(event: SigmaEvent) {
    for (const list of LISTS) {
      const value = event.get(list);
      const members: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const [i, text] of members.entries()) {
        const found = typeof text === 'string' ? this.pattern.exec(text) : null;
        if (!found) continue;
        const end = found.index + found[0].length;
        const start = end - found[1]!.length;
        return { list, member: Array.isArray(value) ? i : undefined, text: text as string, start, end };
      }
    }
    return undefined;
  }
}

/** The text with all hashes: under its other name, or assembled from the fields with one hash each. */
class HashList implements DerivedField {
  readonly from: readonly string[];

  constructor(private readonly pieces: HashPieces = PIECES) {
    this.from = [...LISTS, ...pieces.flatMap(([, names]) => names)];
  }

  get(event: SigmaEvent): unknown {
    const own = event.get(LIST);
    if (own !== undefined) return own;
    const other = event.get(OLDER);
    if (isList(other)) return other;
    const columns = columnsOf(event, this.pieces);
    if (columns.length === 0) return undefined;
    return columns.map(({ piece, value }) => `${piece}=${value}`).join(',');
  }

  origin(event: SigmaEvent): DerivedOrigin | undefined {
    if (event.get(LIST) !== undefined) return undefined;
    if (isList(event.get(OLDER))) return { own: [OLDER], text: [`The event names it ${OLDER}.`] };
    const names = columnsOf(event, this.pieces).map(({ column }) => column);
    if (names.length === 0) return undefined;
    const fields = names.length === 1 ? 'The event has it in the field' : 'The event has it in the fields';
    return { own: names, text: [`${fields} ${listed(names)}.`] };
  }

  locate(event: SigmaEvent, member?: number | readonly number[]): ValueLocation | undefined {
    if (event.get(LIST) !== undefined) return event.locate(LIST, member);
    if (isList(event.get(OLDER))) return event.locate(OLDER, member);
    return joined(columnsOf(event, this.pieces), event);
  }
}

const FIELDS: ReadonlyMap<string, DerivedField> = new Map<string, DerivedField>([
  ...PIECES.flatMap(([piece, names]) => names.map((name) => [name, new HashField(name, piece)] as const)),
  [LIST, new HashList()],
]);

/** The names of all fields that have a hash, or all of them. */
export const HASH_FIELDS: readonly string[] = [...FIELDS.keys(), OLDER];

function isList(value: unknown): boolean {
  if (typeof value === 'string') return ANY_PIECE.test(value);
  return Array.isArray(value) && value.some((member) => typeof member === 'string' && ANY_PIECE.test(member));
}

interface Column {
  readonly piece: string;
  readonly column: string;
  readonly value: string;
}

function columnsOf(event: SigmaEvent, pieces: HashPieces): Column[] {
  return pieces.flatMap(([piece, names]): Column[] => {
    for (const column of names) {
      const value = event.get(column);
      if (typeof value === 'string' && value !== '') return [{ piece, column, value }];
    }
    return [];
  });
}

/** The position of one hash inside the text that has all of them. */
function part(whole: ValueLocation, start: number, end: number): ValueLocation {
  const toText = (decoded: Range) =>
    whole.toText(range(Math.min(end, start + decoded.start), Math.min(end, start + decoded.end)));
  return {
    name: whole.name,
    key: whole.key,
    value: span(toText(range(0, end - start)), whole.value),
    toText,
  };
}

/**
 * The position of a text that is assembled from several fields. The names and commas between the values are not in the
 * event: where only a name was matched, its value stands for it.
 */
function joined(columns: readonly Column[], event: SigmaEvent): ValueLocation | undefined {
  const places: { start: number; from: number; end: number; at: ValueLocation }[] = [];
  let start = 0;
  for (const { piece, column, value } of columns) {
    const from = start + piece.length + 1;
    const end = from + value.length;
    const at = event.locate(column);
    if (at) places.push({ start, from, end, at });
    start = end + 1;
  }
  const first = places[0];
  if (!first) return undefined;
  return {
    name: places.map(({ at }) => at.name).join(', '),
    key: first.at.key,
    value: span(
      places.map(({ at }) => at.value),
      first.at.value,
    ),
    toText: (decoded) => {
      const met = places.filter(({ start, end }) => decoded.start < end && decoded.end > start);
      const values = met.filter(({ from }) => decoded.end > from);
      if (values.length === 0) return met.map(({ at }) => at.value);
      return values.flatMap(({ from, end, at }) =>
        at.toText(range(Math.max(0, decoded.start - from), Math.min(decoded.end, end) - from)),
      );
    },
  };
}

function span(ranges: readonly Range[], otherwise: Range): Range {
  if (ranges.length === 0) return otherwise;
  return range(Math.min(...ranges.map((r) => r.start)), Math.max(...ranges.map((r) => r.end)));
}

/** `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names[names.length - 1]!;
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
