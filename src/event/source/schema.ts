import { isNumber } from '../../text';
import type { SigmaEvent } from '../event';
import type { FieldRule, FieldTable } from './fields';

/*
 * A schema describes how one product writes its events: how to recognise them, which log sources they serve, and how
 * Sigma's fields map to them. One file each in `schemas/`; the list is `schemas/list.ts`.
 */

/** Events of one schema that serve the same log sources and have the same names. */
export interface EventKind extends FieldTable {
  /** The events' name for users: `Defender DeviceProcessEvents`. Unique. */
  readonly label: string;
  /** The categories and services of rules that see these events, by Sigma's names. */
  readonly categories: readonly string[];
  readonly services: readonly string[];
  /** True if rules for the services use the events' own field names, and only those for the categories use Sigma's. */
  readonly ownInServices: boolean;
}

/** What an event was recognised as. */
export interface RecognisedKind {
  readonly kind: EventKind;
  /** Sigma's name of the product; null if the event does not show it. */
  readonly product: string | null;
  /** The event's own fields that showed it, the most telling first. */
  readonly because: readonly string[];
}

export interface Schema {
  /** Its name for users: `Microsoft Defender XDR`. */
  readonly name: string;
  /** Own names of fields of which every event of the schema has at least one; an event without any is skipped. */
  readonly signs: readonly string[];
  /** All kinds that it recognises. */
  readonly kinds: readonly EventKind[];
  /** What the event is, or null if it is of another schema. Never throws: values may be of any type. */
  recognise(event: SigmaEvent): RecognisedKind | null;
}

/** Fields with the rule of each. */
export type Rules = readonly (readonly [field: string, rule: FieldRule])[];

/** Fields that Windows reads from a program's file. */
export const OF_THE_FILE = ['OriginalFileName', 'Company', 'Description', 'Product', 'FileVersion'] as const;

/** A kind of events that rules of these categories look at. `rules` as entries, in any order. */
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

/** Fields under other names: `['Image', 'FolderPath']`, with a list if one has several names. */
export function mapped(
  ...names: readonly (readonly [field: string, own: string | readonly string[]])[]
): [string, FieldRule][] {
  return names.map(([field, own]) => [
    field,
    { kind: 'mapped', from: typeof own === 'string' ? [own] : own },
  ]);
}

/**
 * Each hash in a field of its own, and all of them together as `Hashes`. By Sysmon's names: `['SHA256',
 * 'SHA256HashData']`.
 */
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

/** Fields that the source never has. */
export function never(...fields: readonly string[]): [string, FieldRule][] {
  return fields.map((field) => [field, { kind: 'never' }]);
}

/** The same rules for events inside an object: `event.CommandLine` for `CommandLine`. */
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

/** The event's value as text if it is one, or a number; the first member of a list. Otherwise undefined. */
export function textOf(event: SigmaEvent, field: string): string | undefined {
  let value = event.get(field);
  if (Array.isArray(value)) value = value[0];
  // As a double writes it, if that is the same number: `get` may know `1.0` as 1 or as itself.
  if (isNumber(value)) return Number.isSafeInteger(Number(value)) ? String(Number(value)) : String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function has(event: SigmaEvent, field: string): boolean {
  return event.get(field) !== undefined;
}
