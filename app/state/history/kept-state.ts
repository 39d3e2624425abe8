import {
  isObject,
  type Reader,
  readBoolean,
  readIndex,
  readMoment,
  readOneOf,
  readSettings,
  readString,
  type Settings,
} from '../fields';

/** What a state was kept before, or why it was kept. */
export const REASONS = [
  'rest',
  'left',
  'example',
  'link',
  'new',
  'file',
  'catalog',
  'log',
  'written',
  'pinned',
  'fix',
  'replaced',
  'restored',
  'ended',
  'unread',
  'full',
  'long',
  'sheet',
  'import',
  'imported',
] as const;
export type Reason = (typeof REASONS)[number];

/** A state of the user's work, without its texts. */
export interface KeptState {
  /** Made from what it holds: the same work has the same id. */
  readonly id: string;
  /** When it was last kept, in milliseconds since 1970. */
  readonly at: number;
  /** Null if a newer version of the page kept it for a reason of its own. */
  readonly why: Reason | null;
  /** Of its rule; empty if that has none. */
  readonly title: string;
  /** Which texts it has: keys of the store `texts`. */
  readonly rule: string;
  readonly events: string;
  /** How many bytes these take. */
  readonly ruleBytes: number;
  readonly eventsBytes: number;
  readonly ruleName: string;
  readonly eventsName: string;
  readonly settings: Settings;
  /** How many events matched, and how many there were; null if that was not known. */
  readonly matches: number | null;
  readonly total: number | null;
  /** What the user calls it; empty if nothing. */
  readonly name: string;
  readonly starred: boolean;
}

const readReason = readOneOf(REASONS);
const readCount = (value: unknown): number | null => readIndex(value) ?? null;

/** Reads a kept state. What a newer version has added is left out; undefined if what makes it a state is missing. */
export const readState: Reader<KeptState> = (value) => {
  if (!isObject(value)) return undefined;
  const id = readString(value.id);
  const at = readMoment(value.at);
  const rule = readString(value.rule);
  const events = readString(value.events);
  if (id === undefined || at === undefined || rule === undefined || events === undefined) return undefined;
  return {
    id,
    at,
    rule,
    events,
    why: readReason(value.why) ?? null,
    title: readString(value.title) ?? '',
    ruleBytes: readIndex(value.ruleBytes) ?? 0,
    eventsBytes: readIndex(value.eventsBytes) ?? 0,
    ruleName: readString(value.ruleName) ?? '',
    eventsName: readString(value.eventsName) ?? '',
    settings: readSettings(value.settings) ?? { ignoreLogsource: false, placeholders: {} },
    matches: readCount(value.matches),
    total: readCount(value.total),
    name: readString(value.name) ?? '',
    starred: readBoolean(value.starred) ?? false,
  };
};
