import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { SPECS, type SpecVersion } from '../../src/knowledge';
import {
  type Reader,
  readBoolean,
  readIndex,
  readOneOf,
  readRecord,
  readSettings,
  readString,
  readStrings,
  type Settings,
} from './fields';
import { forget, load, loadRaw } from './storage';
import { forgetKept, isSamePlace, unreadable, whereWorkIs } from './work-kept';

/** The two texts that the user works on. */
export type Side = 'rule' | 'events';

/** The panels below the editors, in the order of their tabs. */
export const TABS = [
  'matches',
  'explain',
  'rule',
  'indicators',
  'correlations',
  'compare',
  'tests',
  'problems',
  'catalog',
  'findings',
] as const;
export type Tab = (typeof TABS)[number];

/** The panes of a narrow screen, shown one at a time. */
export const PANES = ['lesson', 'rule', 'events', 'explain', 'more'] as const;
export type Pane = (typeof PANES)[number];

/** The parts of a wide page, each of which can have the whole of it. */
export const PARTS = ['lesson', 'rule', 'events', 'panels'] as const;
export type Part = (typeof PARTS)[number];

/** How editors and panels stand on a wide page; `app/layout/arrangement.ts` says how. */
export const ARRANGEMENTS = ['side', 'stacked', 'columns'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** The sizes of text; `app/layout/text-size.ts` has their factors. */
export const TEXT_SIZES = ['s', 'm', 'l', 'xl', 'xxl'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a link contains and what "Restore previous work" restores. */
export interface Work {
  readonly rule: string;
  readonly events: string;
  /** Of the file that the text came from; empty where it came from none. */
  readonly ruleName: string;
  readonly eventsName: string;
  readonly settings: Settings;
}

/** Only what the user typed and chose. What the engine makes of it is in `app/results`. */
export interface Session extends Work {
  /** The id of the sheet that this is the work of; see `sheets.ts`. */
  readonly sheet: string;
  /** The lesson that the sheet is for; empty where it is for none. */
  readonly lesson: string;
  readonly theme: Theme;
  /** Index of the chosen event; may be past the last one while the text is edited. */
  readonly selected: number;
  /** In a rule text with several documents, the index of the one whose rule is evaluated. */
  readonly document: number;
  /** The index of the document that the tab Rule shows: the evaluated one, or a correlation or filter beside it. */
  readonly described: number;
  /** The version of the rule that the current one is compared with. */
  readonly pinned: string | null;
  /** The name of its file. */
  readonly pinnedName: string;
  /** The version of the specification that it is read as; null: the same as the rule. */
  readonly pinnedSpec: SpecVersion | null;
  readonly tab: Tab;
  readonly pane: Pane;
  /** The strip hides the events that do not match. */
  readonly matchesOnly: boolean;
  /** Counts and coverage beside the rule's lines. */
  readonly countsShown: boolean;
  /** The first visit's three hints were closed. */
  readonly hintsClosed: boolean;
  /** Sizes of the panes by group and panel, as percentages. */
  readonly layout: Readonly<Record<string, Record<string, number>>>;
  /** The part that has the whole page; `none` as long as each has its place. */
  readonly enlarged: Part | 'none';
  readonly arrangement: Arrangement;
  readonly textSize: TextSize;
  /** The ids of the commands that were chosen in the palette, the newest first. */
  readonly recent: readonly string[];
}

const readNumber: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The id of a sheet. */
export const readSheetId: Reader<string> = (value) =>
  typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;

/** The name of a lesson: its id, behind that of its course if it is not of ours. */
export const readLessonName: Reader<string> = (value) =>
  typeof value === 'string' && /^[\w.-]{0,140}$/.test(value) ? value : undefined;

/** An id that no sheet has. */
export function newSheetId(): string {
  return `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
}

/** One reader for each field: what is stored, and how it is read back. */
export const READERS: { readonly [K in keyof Session]: Reader<Session[K]> } = {
  sheet: readSheetId,
  lesson: readLessonName,
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
  pinnedSpec: (value) => (value === null ? null : readOneOf(SPECS.map(({ id }) => id))(value)),
  tab: readOneOf(TABS),
  pane: readOneOf(PANES),
  matchesOnly: readBoolean,
  countsShown: readBoolean,
  hintsClosed: readBoolean,
  layout: readRecord(readRecord(readNumber)),
  enlarged: readOneOf([...PARTS, 'none'] as const),
  arrangement: readOneOf(ARRANGEMENTS),
  textSize: readOneOf(TEXT_SIZES),
  recent: readStrings,
};

/** What there is before a person has typed or chosen anything. */
export const BLANK: Session = {
  sheet: newSheetId(),
  lesson: '',
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
  pinnedSpec: null,
  tab: 'explain',
  pane: 'rule',
  matchesOnly: false,
  countsShown: true,
  hintsClosed: false,
  layout: {},
  enlarged: 'none',
  arrangement: 'side',
  textSize: 'm',
  recent: [],
};

/** What belongs to the work of one sheet; the rest is chosen for the whole browser. */
export const WORK_KEYS = [
  'sheet',
  'lesson',
  'rule',
  'events',
  'ruleName',
  'eventsName',
  'settings',
  'selected',
  'document',
  'described',
  'pinned',
  'pinnedName',
  'pinnedSpec',
] as const satisfies readonly (keyof Session)[];
export type WorkKey = (typeof WORK_KEYS)[number];

const workKeys = new Set<keyof Session>(WORK_KEYS);

/** True for what belongs to the work of one sheet. */
export function isOfWork(key: keyof Session): key is WorkKey {
  return workKeys.has(key);
}

/** Where the work was when the page was loaded. */
export const workWas = whereWorkIs();

/** What the browser has saved; fields that are missing or broken are left out. */
function kept(): Partial<Session> {
  const field = <K extends keyof Session>(key: K) => {
    const value = load(key, READERS[key], isOfWork(key) ? workWas.shelf : 'browser');
    return value === undefined ? {} : { [key]: value };
  };
  return Object.assign({}, ...(Object.keys(READERS) as (keyof Session)[]).map(field));
}

let restored = kept();

/** The texts that the browser had kept and that cannot be read, as they stood there. */
export const unreadTexts: readonly { readonly side: Side; readonly raw: string }[] = (
  ['rule', 'events'] as const
).flatMap((side) => {
  const raw = unreadable(side, READERS[side], workWas.shelf);
  return raw === null ? [] : [{ side, raw }];
});

/** The session. Outside React, read it through `session.getState()`. */
export const session = createStore<Session>(() => ({ ...BLANK, ...restored }));

/** Shows `first` on a first visit: each part that the browser has not saved on an earlier one. */
export function welcome(first: Partial<Session>): void {
  session.setState({ ...first, ...restored });
}

/** What decides what is on screen, beside how it is laid out. */
const SHOWN = [
  'lesson',
  'rule',
  'events',
  'ruleName',
  'eventsName',
  'settings',
  'selected',
  'document',
  'described',
  'pinned',
  'tab',
  'pane',
] as const;

/** Takes the work, and what of it was chosen, out of the session and out of what the browser keeps. */
export function forgetWork(): void {
  // The browser's may be another tab's: that stays.
  const isSame =
    (workWas.shelf === 'browser' || isSamePlace()) &&
    (['rule', 'events'] as const).every((side) => loadRaw(side, 'browser') === loadRaw(side, workWas.shelf));
  if (isSame) forgetKept('browser', WORK_KEYS);
  forgetKept('tab', WORK_KEYS);
  for (const key of SHOWN) if (!isOfWork(key)) forget(key);
  const others = { ...restored };
  for (const key of SHOWN) delete others[key];
  restored = others;
  session.setState(Object.fromEntries(SHOWN.map((key) => [key, BLANK[key]])));
}

/** Takes what was found in History in place of what the storage had no room for, before anything is shown. */
export function takeRestored(work: Partial<Session>): void {
  restored = { ...restored, ...work };
  session.setState(work);
}

/** The part of the session that `select` returns; the component renders again when it changes. */
export function useSession<T>(select: (state: Session) => T): T {
  return useStore(session, select);
}

/** The parts of a session that make up the user's work. */
export function workOf({ rule, events, ruleName, eventsName, settings }: Work): Work {
  return { rule, events, ruleName, eventsName, settings };
}
