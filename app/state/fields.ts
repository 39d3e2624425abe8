import { FORMAT_NAMES } from '../../src/event';
import type { Expectation } from '../../src/expect';
import { PUBLISHED, SPECS, type SpecVersion } from '../../src/knowledge';
import { KEPT } from '../../src/limits';
import type { LiveSettings } from '../../src/live';

/*
 * Readers for data from outside: the browser's storage, a link. Each takes any value and returns one of its type or
 * undefined, so that one broken field never affects the others.
 */

/**
 * What is expected of events, each by the fingerprint of its text: so it stays with the event wherever that goes, and comes
 * back with it.
 */
export type Expectations = Readonly<Record<string, Expectation>>;

/** What is expected of a correlation. */
export interface ExpectedFirings {
  /** Its title. */
  readonly of: string;
  /** How often it has to fire. */
  readonly count: number;
  /** The events of each firing, by the fingerprints of their texts; null if any will do. */
  readonly members: readonly (readonly string[])[] | null;
}

/** What the user chose besides rule and events. */
export interface Settings extends LiveSettings {
  readonly expected?: Expectations;
  /** Of each correlation at most one. */
  readonly expectedFirings?: readonly ExpectedFirings[];
}

/** The settings that the engine needs: what is expected changes no verdict. */
export function liveSettings({ expected: _, expectedFirings: __, ...settings }: Settings): LiveSettings {
  return settings;
}

/** True if settings differ at most in what the engine does not need. */
export function isSameForEngine(a: Settings, b: Settings): boolean {
  if (a === b) return true;
  const [one, other] = [Object.entries(liveSettings(a)), liveSettings(b)];
  const values = new Map<string, unknown>(Object.entries(other));
  return one.length === values.size && one.every(([key, value]) => values.get(key) === value);
}

/** Reads one field: undefined if the value is not of its type. */
export type Reader<T> = (value: unknown) => T | undefined;

/** A string. */
export const readString: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);

/** A boolean. */
export const readBoolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A whole number from 0. */
export const readIndex: Reader<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/** A moment in milliseconds since 1970. One of the future, which only a wrong clock or a made-up file has, is now. */
export const readMoment: Reader<number> = (value) => {
  const at = readIndex(value);
  return at === undefined ? undefined : Math.min(at, Date.now());
};

/** One of a closed list. */
export function readOneOf<T extends string>(choices: readonly T[]): Reader<T> {
  return (value) => choices.find((choice) => choice === value);
}

/** A list of strings; other members are left out. */
export const readStrings: Reader<string[]> = (value) =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : undefined;

/** A plain object's entries, each read with `read`; entries that it rejects are left out. */
export function readRecord<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).flatMap(([key, member]): [string, T][] => {
      const good = read(member);
      return good === undefined ? [] : [[key, good]];
    });
    return Object.fromEntries(entries);
  };
}

/** The engine's settings; what is missing or broken gets its default. */
export const readSettings: Reader<Settings> = (value) =>
  isObject(value)
    ? {
        ignoreLogsource: readBoolean(value.ignoreLogsource) ?? false,
        placeholders: readRecord(readStrings)(value.placeholders) ?? {},
        ...given('mapping', readMapping(value.mapping)),
        ...given('lintOff', readIds(value.lintOff)),
        ...given('format', readOneOf(FORMAT_NAMES)(value.format)),
        ...given('spec', readSpec(value.spec)),
        ...given('expected', readExpectations(value.expected)),
        ...given('expectedFirings', readFirings(value.expectedFirings)),
      }
    : undefined;

/** The user's field mappings; an empty mapping is the same as none. */
const readMapping: Reader<Record<string, string>> = (value) => {
  const mapping = readRecord(readString)(value) ?? {};
  return Object.keys(mapping).length === 0 ? undefined : mapping;
};

/** The version of the specification that the user picked; the published one is the same as none. */
export const readSpec: Reader<SpecVersion> = (value) => {
  const spec = readOneOf(SPECS.map(({ id }) => id))(value);
  return spec === PUBLISHED ? undefined : spec;
};

/** The settings with another version of the specification. */
export function withSpec({ spec: _, ...settings }: Settings, version: SpecVersion): Settings {
  return { ...settings, ...given('spec', readSpec(version)) };
}

/** The fingerprint of a text. */
const EVENT_KEY = /^[a-z0-9]{2,14}$/;

/** What is expected of events; nothing is the same as none. */
const readExpectations: Reader<Expectations> = (value) => {
  const all = readRecord(readOneOf(['match', 'no match'] as const))(value) ?? {};
  const good = Object.entries(all).filter(([key]) => EVENT_KEY.test(key));
  return good.length === 0 ? undefined : Object.fromEntries(good.slice(0, KEPT.expectations.value));
};

/** What is expected of correlations, of each once; nothing is the same as none. */
const readFirings: Reader<readonly ExpectedFirings[]> = (value) => {
  if (!Array.isArray(value)) return undefined;
  const all = value.slice(0, KEPT.expectations.value).flatMap((one) => readOneFirings(one) ?? []);
  const good = [...new Map(all.map((one) => [one.of, one])).values()];
  return good.length === 0 ? undefined : good;
};

const readOneFirings: Reader<ExpectedFirings> = (value) => {
  if (!isObject(value)) return undefined;
  const [of, count] = [readString(value.of), readIndex(value.count)];
  if (of === undefined || count === undefined) return undefined;
  const lists = Array.isArray(value.members) ? value.members.map((list) => readStrings(list) ?? []) : [];
  const members = lists.map((list) => list.filter((key) => EVENT_KEY.test(key)));
  const isWhole =
    count > 0 &&
    members.length === count &&
    members.every((list) => list.length > 0) &&
    members.flat().length <= KEPT.expectedMembers.value;
  return { of, count, members: isWhole ? members : null };
};

/** The checks that are switched off; an empty list is the same as none. */
const readIds: Reader<string[]> = (value) => {
  const ids = readStrings(value)?.filter((id) => /^[a-z0-9-]{1,60}$/.test(id)) ?? [];
  return ids.length === 0 ? undefined : [...new Set(ids)];
};

/** A field that is omitted if there is no value for it. */
function given<K extends string, T>(key: K, value: T | undefined): { [_ in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [_ in K]: T });
}

/** True for a plain object, as JSON gives it. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
