import { isNumber } from '../../text';
import type { SigmaEvent } from '../event';
import type { FieldRule, FieldTable } from './fields';

/*
 * A schema is how one product writes its events: by which of them it is known, which log sources they serve, and what it
 * calls the fields that rules name. One file each in `schemas/`; the list of them is `schemas/list.ts`.
 */

/** Events of one schema that serve the same log sources and have the same names. */
export interface EventKind extends FieldTable {
  /** What people call the events: `Defender DeviceProcessEvents`. No two kinds have the same. */
  readonly label: string;
  /** The categories and services of rules that see these events, by Sigma's names. */
  readonly categories: readonly string[];
  readonly services: readonly string[];
  /** True where rules for the services name the events' own fields, and only those for the categories Sigma's. */
  readonly ownInServices: boolean;
}

/** What an event was recognised as. */
export interface RecognisedKind {
  readonly kind: EventKind;
  /** Sigma's name of the product; null where the event does not tell it. */
  readonly product: string | null;
  /** The event's own fields that told it, the most telling first. */
  readonly because: readonly string[];
}

export interface Schema {
  /** What people call it: `Microsoft Defender XDR`. */
  readonly name: string;
  /** Own names of fields of which every event of the schema has at least one; an event without any is not looked at. */
  readonly signs: readonly string[];
  /** All kinds that it recognises. */
  readonly kinds: readonly EventKind[];
  /** What the event is, or null where it is of another schema. Never throws: values may be of any type. */
  recognise(event: SigmaEvent): RecognisedKind | null;
}

/** Fields with the rule of each. */
export type Rules = readonly (readonly [field: string, rule: FieldRule])[];

/** Fields that Windows reads out of a program's file. */
export const OF_THE_FILE = ['OriginalFileName', 'Company', 'Description', 'Product', 'FileVersion'] as const;

/** A kind of events for which rules of these categories ask. `rules` as entries, in any order. */
export function kindOf(
  label: string,
  serves: {
    readonly categories?: readonly string[];
    readonly services?: readonly string[];
    readonly ownInServices?: true;
  },
  rules: Iterable<readonly [field: string, rule: FieldRule]> = [],
): EventKind {
  const { categories = [], services = [], ownInServices = false } = serves;
  return { label, categories, services, ownInServices, rules: new Map(rules) };
}

/** Fields under other names: `['Image', 'FolderPath']`, with a list where there are several names for one. */
export function mapped(
  ...names: readonly (readonly [field: string, own: string | readonly string[]])[]
): [string, FieldRule][] {
  return names.map(([field, own]) => [
    field,
    { kind: 'mapped', from: typeof own === 'string' ? [own] : own },
  ]);
}

/** Each hash in a field of its own, and all of them together as `Hashes`. By Sysmon's names: `['SHA256', 'SHA256HashData']`. */
export function hashes(...pieces: readonly (readonly [piece: string, own: string])[]): [string, FieldRule][] {
  const from = pieces.map(([piece, own]) => [piece, [own]] as const);
  return [
    ['Hashes', { kind: 'hashes', from }],
    ...mapped(...pieces.map(([piece, own]) => [SIGMA_HASHES.get(piece) ?? piece, own] as const)),
  ];
}

const SIGMA_HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA1', 'sha1'],
  ['SHA256', 'sha256'],
  ['IMPHASH', 'Imphash'],
]);

/** Fields that the source never carries. */
export function never(...fields: readonly string[]): [string, FieldRule][] {
  return fields.map((field) => [field, { kind: 'never' }]);
}

/** The same rules for events that stand inside an object: `event.CommandLine` for `CommandLine`. */
export function inside(
  prefix: string,
  rules: Iterable<readonly [field: string, rule: FieldRule]>,
): [string, FieldRule][] {
  return [...rules].map(([field, rule]): [string, FieldRule] => {
    if (rule.kind === 'never' || rule.kind === 'made') return [field, rule];
    const within = (name: string) => `${prefix}.${name}`;
    if (rule.kind === 'hashes') {
      const from = rule.from.map(([piece, names]) => [piece, names.map(within)] as const);
      return [field, { ...rule, from }];
    }
    if (rule.kind === 'derived')
      return [field, { ...rule, from: [within(rule.from[0]), within(rule.from[1])] }];
    return [field, { ...rule, from: rule.from.map(within) }];
  });
}

/** The event's value as text where it is one, or a number; the first member of a list. Else undefined. */
export function textOf(event: SigmaEvent, field: string): string | undefined {
  let value = event.get(field);
  if (Array.isArray(value)) value = value[0];
  // As a double writes it, wherever that is the same number: `get` may know `1.0` as 1 or as itself.
  if (isNumber(value)) return Number.isSafeInteger(Number(value)) ? String(Number(value)) : String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function has(event: SigmaEvent, field: string): boolean {
  return event.get(field) !== undefined;
}
