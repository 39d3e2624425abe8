import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  type Reader,
  readBoolean,
  readIndex,
  readOneOf,
  readRecord,
  readSettings,
  readString,
  type Settings,
} from './fields';
import { load } from './storage';

/** The two texts that a person works on. */
export type Side = 'rule' | 'events';

/** The panels below the editors, in the order of their tabs. */
export const TABS = [
  'matches',
  'explain',
  'rule',
  'indicators',
  'correlations',
  'compare',
  'problems',
  'catalog',
] as const;
export type Tab = (typeof TABS)[number];

/** What a narrow screen shows, one at a time. */
export const PANES = ['rule', 'events', 'explain', 'more'] as const;
export type Pane = (typeof PANES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a link carries and what "Restore my previous work" brings back. */
export interface Work {
  readonly rule: string;
  readonly events: string;
  /** Of the file that the text came from; empty where it came from none. */
  readonly ruleName: string;
  readonly eventsName: string;
  readonly settings: Settings;
}

/** Only what the person typed and chose. What the engine makes of it is in `engine/results.ts`. */
export interface Session extends Work {
  readonly theme: Theme;
  /** Index of the chosen event; may lie past the last one while the text is edited. */
  readonly selected: number;
  /** Of a rule text of several documents the number of the one whose rule is asked. */
  readonly document: number;
  /** The number of the document that the tab Rule shows: the one that is asked, or a correlation or filter beside it. */
  readonly described: number;
  /** The version of the rule that the present one is compared with. */
  readonly pinned: string | null;
  /** The name of its file. */
  readonly pinnedName: string;
  readonly tab: Tab;
  readonly pane: Pane;
  /** The strip leaves out the events that do not match. */
  readonly matchesOnly: boolean;
  /** Counts and coverage beside the rule's lines. */
  readonly countsShown: boolean;
  /** The first visit's three hints were closed. */
  readonly hintsClosed: boolean;
  /** Sizes of the panes by group and panel, in per cent. */
  readonly layout: Readonly<Record<string, Record<string, number>>>;
}

const readNumber: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** One reader per field: what is stored, and how it is read back. */
export const READERS: { readonly [K in keyof Session]: Reader<Session[K]> } = {
  rule: readString,
  events: readString,
  ruleName: readString,
  eventsName: readString,
  settings: readSettings,
  theme: readOneOf(THEMES),
  selected: readIndex,
  document: readIndex,
  described: readIndex,
  pinned: (value) => (value === null ? null : readString(value)),
  pinnedName: readString,
  tab: readOneOf(TABS),
  pane: readOneOf(PANES),
  matchesOnly: readBoolean,
  countsShown: readBoolean,
  hintsClosed: readBoolean,
  layout: readRecord(readRecord(readNumber)),
};

/** What there is before a person has typed or chosen anything. */
const BLANK: Session = {
  rule: '',
  events: '',
  ruleName: '',
  eventsName: '',
  settings: { ignoreLogsource: false, placeholders: {} },
  theme: 'system',
  selected: 0,
  document: 0,
  described: 0,
  pinned: null,
  pinnedName: '',
  tab: 'explain',
  pane: 'rule',
  matchesOnly: false,
  countsShown: true,
  hintsClosed: false,
  layout: {},
};

/** What the browser has kept; what it has not, or what is broken in it, is left out. */
function kept(): Partial<Session> {
  const field = <K extends keyof Session>(key: K) => {
    const value = load(key, READERS[key]);
    return value === undefined ? {} : { [key]: value };
  };
  return Object.assign({}, ...(Object.keys(READERS) as (keyof Session)[]).map(field));
}

const restored = kept();

/** The session: read it outside of React through `session.getState()`. */
export const session = createStore<Session>(() => ({ ...BLANK, ...restored }));

/** Shows `first` to whoever comes for the first time: each part of it that the browser has not kept from an earlier visit. */
export function welcome(first: Partial<Session>): void {
  session.setState({ ...first, ...restored });
}

/** The part of the session that `select` names; the component renders again when it changes. */
export function useSession<T>(select: (state: Session) => T): T {
  return useStore(session, select);
}

/** The parts of a session that make up the person's work. */
export function workOf({ rule, events, ruleName, eventsName, settings }: Work): Work {
  return { rule, events, ruleName, eventsName, settings };
}
