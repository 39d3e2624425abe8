import type { PlanLogsource } from '../rule';
import { ByteReader, ByteWriter } from './bytes';
import { hash48 } from './hash';
import type { IndicatorIndex } from './indicator-index';
import { type IndicatorUsage, logsourceKey, valuePart } from './usage';

const MAGIC = 'SIGV';
const VERSION = 1;

/** One way in which a value is looked for. */
export interface ValueUse {
  /** Null for keywords. */
  readonly field: string | null;
  /** As in keys of indicators. */
  readonly operator: string;
  readonly rules: number;
}

/** How common an indicator is, as far as statistics show it without the rules. */
export interface BuiltInFigures {
  /** How many other rules of the log source have it. */
  readonly inLogsource: number;
  /** How else the value is looked for, by at least two rules. */
  readonly elsewhere: readonly ValueUse[];
}

/** Names that the file's rows refer to. */
interface Names {
  readonly fields: readonly string[];
  readonly operators: readonly string[];
  readonly logsources: readonly string[];
}

/**
 * Builds the file of how values are used: for the hash of a value the fields and operators with which two rules or more
 * look for it, each with its rules by log source. Names of fields, hashes and counts; no value. The same rules give the
 * same bytes, in whatever order they come.
 *
 * The file: `SIGV` and a version; the length of the names and the names, as JSON; the number of values and their hashes,
 * ascending; for each the number of its uses; for each use its field, its operator, the number of its log sources, and
 * for each of those its place and its rules. All numbers are varints.
 */
export function buildValueFigures(usage: IndicatorUsage): Uint8Array {
  const logsourceOf = new Map<number, string>();
  for (const [key, rules] of usage.ofLogsource) for (const rule of rules) logsourceOf.set(rule, key);
  const shared = usage.all.filter(({ rules }) => rules.length >= 2);
  const names: Names = {
    fields: sorted(shared.map(({ key }) => parts(key).field)),
    operators: sorted(shared.map(({ key }) => parts(key).operator)),
    logsources: sorted(shared.flatMap(({ rules }) => rules.map((rule) => logsourceOf.get(rule)!))),
  };
  const values = new Map<number, (typeof shared)[number][]>();
  for (const used of shared) {
    const hash = hashOf(used.key);
    const uses = values.get(hash);
    if (!uses) values.set(hash, [used]);
    else if (valuePart(uses[0]!.key) === valuePart(used.key)) uses.push(used);
    else throw new Error('Two values have the same hash, which would mix up their statistics.');
  }
  const rows = [...values].sort(([a], [b]) => a - b);
  return written(names, rows, logsourceOf);
}

type Rows = readonly (readonly [hash: number, uses: { key: string; rules: readonly number[] }[]])[];

function written(names: Names, rows: Rows, logsourceOf: ReadonlyMap<number, string>): Uint8Array {
  const places = {
    fields: placesOf(names.fields),
    operators: placesOf(names.operators),
    logsources: placesOf(names.logsources),
  };
  const out = new ByteWriter();
  out.ascii(MAGIC);
  out.byte(VERSION);
  const json = new TextEncoder().encode(JSON.stringify(names));
  out.varint(json.length);
  for (const byte of json) out.byte(byte);
  out.varint(rows.length);
  for (const [hash] of rows) out.hash(hash);
  for (const [, uses] of rows) {
    out.varint(uses.length);
    for (const { key, rules } of uses.sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const { field, operator } = parts(key);
      out.varint(places.fields.get(field)!);
      out.varint(places.operators.get(operator)!);
      const counts = new Map<number, number>();
      for (const rule of rules) {
        const place = places.logsources.get(logsourceOf.get(rule)!)!;
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      out.varint(counts.size);
      for (const [place, count] of [...counts].sort(([a], [b]) => a - b)) {
        out.varint(place);
        out.varint(count);
      }
    }
  }
  return out.done();
}

interface StoredUse {
  readonly field: string;
  readonly operator: string;
  /** Rules by the key of their log source. */
  readonly rules: ReadonlyMap<string, number>;
}

/** How values are used in a catalog of which only statistics are known. */
export class ValueFigures {
  constructor(private readonly values: ReadonlyMap<number, readonly StoredUse[]>) {}

  /** How many values are known. */
  get size(): number {
    return this.values.size;
  }

  /**
   * How common the indicator with this key is, seen from the rule with this id and log source, which is not counted.
   * The index covers the same rules: it knows what each of them has.
   */
  of(
    index: IndicatorIndex,
    asked: { readonly key: string; readonly id: string | null; readonly logsource: PlanLogsource },
  ): BuiltInFigures {
    const { field, operator } = parts(asked.key);
    const value = valuePart(asked.key);
    const uses = this.values.get(hashOf(asked.key)) ?? [];
    const own = uses.find((use) => use.field === field && use.operator === operator);
    const here = own?.rules.get(logsourceKey(asked.logsource)) ?? 0;
    const counted = index.lookup(asked.key) - (index.others(asked.key, asked.id) ?? 0);
    const elsewhere = uses
      .filter((use) => use !== own)
      .map((use) => ({
        field: use.field === '' ? null : use.field,
        operator: use.operator,
        rules: index.others(`${use.field}|${use.operator}|${value}`, asked.id) ?? 0,
      }))
      .filter(({ rules }) => rules > 0)
      .sort((a, b) => b.rules - a.rules);
    return { inLogsource: Math.max(0, here - counted), elsewhere };
  }
}

/** Reads what `buildValueFigures` wrote. If it is not that, throws an error with a sentence for users. */
export function readValueFigures(bytes: Uint8Array): ValueFigures {
  const reader = new ByteReader(bytes);
  if (!reader.isNext(MAGIC)) throw new Error('This is not a file of value statistics.');
  const version = reader.byte();
  if (version !== VERSION)
    throw new Error(`The statistics have version ${version}, but version ${VERSION} is needed.`);
  const json = Uint8Array.from({ length: Math.min(reader.varint(), reader.left) }, () => reader.byte());
  const names = JSON.parse(new TextDecoder().decode(json)) as Names;
  const size = reader.varint();
  // A value takes at least six bytes; a wrong number must not fill the memory.
  if (size * 6 > reader.left) throw new Error('The statistics are damaged: they end too soon.');
  const hashes = Array.from({ length: size }, () => reader.hash());
  const values = new Map<number, StoredUse[]>();
  for (const hash of hashes) {
    const uses: StoredUse[] = [];
    for (let left = reader.varint(); left > 0; left--) {
      const field = named(names.fields, reader.varint());
      const operator = named(names.operators, reader.varint());
      const rules = new Map<string, number>();
      for (let sources = reader.varint(); sources > 0; sources--)
        rules.set(named(names.logsources, reader.varint()), reader.varint());
      uses.push({ field, operator, rules });
    }
    values.set(hash, uses);
  }
  if (reader.left > 0) throw new Error('The statistics are damaged: data follows their end.');
  return new ValueFigures(values);
}

function named(names: readonly string[], place: number): string {
  const name = names[place];
  if (name === undefined) throw new Error('The statistics are damaged: they refer to a missing name.');
  return name;
}

function hashOf(key: string): number {
  return hash48(`value|${valuePart(key)}`);
}

/** The parts of an indicator's key before its value; for keywords the field is empty. */
function parts(key: string): { readonly field: string; readonly operator: string } {
  const bar = key.indexOf('|');
  return { field: key.slice(0, bar), operator: key.slice(bar + 1, key.indexOf('|', bar + 1)) };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}
