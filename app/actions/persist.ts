import {
  isOfWork,
  READERS,
  type Session,
  session,
  WORK_KEYS,
  type WorkKey,
  workOf,
  workWas,
} from '../state/session';
import type { Sheets } from '../state/sheet-list';
import type { SheetWork } from '../state/sheet-work';
import { sheets, sheetsFound } from '../state/sheets';
import { forgetOtherSheets, saveSheets } from '../state/sheets-kept';
import { type Shelf, save } from '../state/storage';
import { forgetKept, isLongWork, isOurs, saveElsewhere, saveLongWork, saveWork } from '../state/work-kept';
import { notify } from '../ui/notices';
import { isHistoryOn, keep, letGo } from './keep';
import { isOwnWork } from './own-work';

const DELAY = 400;
const KEYS = Object.keys(READERS) as (keyof Session)[];
const SHELVES = ['tab', 'browser'] as const satisfies readonly Shelf[];

const NO_ROOM = 'This browser has no space left to save your work. Download it before you leave.';
const ELSEWHERE =
  'This browser’s storage for the page is full. Your work is kept in its database instead, and comes back from there.';

/** Why nothing is kept at all, and what to do about it. */
function refusal(): string {
  return window.self === window.top
    ? 'This browser keeps nothing for this page: your work goes when you leave. Download it before.'
    : 'This page stands in a frame of another page, and the browser keeps nothing for it there: your work goes with the frame. Download it, or open this page in a tab of its own.';
}

/**
 * Keeps the session in the browser: each changed field shortly after its last change, and all when the page goes.
 * `isOther`: it is not what the browser has kept.
 */
export function persist(isOther: boolean): void {
  let saved: Session = session.getState();
  let savedSheets = isOther ? null : sheets.getState();
  for (const [id, state] of sheetsFound.elsewhere) {
    const work = sheets.getState().away.get(id);
    if (work) statesOf.set(work, state);
  }
  if (workWas.isLong) longKept = { ...workOf(session.getState()), id: workWas.elsewhere };
  let timer = 0;

  const flush = (isLeaving = false) => {
    clearTimeout(timer);
    const state = session.getState();
    const changed = KEYS.filter((key) => state[key] !== saved[key]);
    saved = state;
    const choices = changed.filter((key) => !isOfWork(key)).map((key) => save(key, state[key]));
    const ofWork = changed.filter(isOfWork);
    const list = sheets.getState();
    const before = savedSheets ?? { list: [], away: new Map() };
    savedSheets = list;
    const away = [...list.away].flatMap(([id, work]) => (before.away.get(id) === work ? [] : [id]));
    const isChanged = ofWork.length > 0 || list !== before;
    const all = { list, ofWork, away: new Set(away), isLeaving, isChanged };
    if (isChanged || (isLeaving && isOutside)) keepWork(state, all);
    else if (choices.includes('refused')) tell(refusal());
  };

  const flushSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, DELAY);
  };
  session.subscribe(flushSoon);
  sheets.subscribe(flushSoon);
  if (isOther) flushSoon();
  window.addEventListener('pagehide', () => flush(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush(true);
  });
}

/** What is to be written: all sheets, what of the chosen one has changed, and which others have. */
interface Changed {
  readonly list: Sheets;
  readonly ofWork: readonly WorkKey[];
  readonly away: ReadonlySet<string>;
  /** Nobody waits for the page any more: all is written to the storage, however long it takes. */
  readonly isLeaving: boolean;
  /** Something of it has changed since it was last written. */
  readonly isChanged: boolean;
}

/** Something too long for the storage stands in History alone, or is on its way there. */
let isOutside = workWas.isLong;

/** Writes the work on both shelves, and into History where it is long or a shelf has no room for it. */
function keepWork(state: Session, changed: Changed): void {
  const { list, away, isLeaving, isChanged } = changed;
  const waits = !isLeaving && isHistoryOn();
  isOutside = waits && [state, ...list.away.values()].some(isLongWork);
  const turn = ++flushes;
  // The states of the sheet that was chosen before are that sheet's.
  if (changed.ofWork.includes('sheet')) for (const states of [longStates, fullStates]) states.clear();
  if (waits && isLongWork(state) && isOwnWork(state)) {
    void keepLong(state, changed, turn);
    void keepSheetsElsewhere(list, keepSheets(list, away, waits));
    return;
  }
  const ofWork = [...new Set([...changed.ofWork, ...unwritten])];
  unwritten.clear();
  const written = new Map<WorkKey, string>();
  const json = (key: WorkKey) => {
    const known = written.get(key) ?? JSON.stringify(state[key]);
    written.set(key, known);
    return known;
  };
  // What another tab has written since is newer than what has not changed here.
  const shelves = SHELVES.filter(
    (shelf) => isChanged || isOurs(shelf) || (shelf === 'tab' && workWas.shelf === shelf),
  );
  const kept = shelves.map((shelf) => {
    forgetOtherSheets(shelf, list);
    // What was chosen before waits now, and is not to stand there twice.
    if (ofWork.includes('sheet')) forgetKept(shelf, WORK_KEYS);
    const kept = saveWork(shelf, WORK_KEYS, ofWork, json);
    const id = kept === 'full' ? longStateOf(state) : null;
    return id === null ? kept : saveLongWork(shelf, WORK_KEYS, WORK_KEYS, json, id);
  });
  const lacking = shelves.filter((_, i) => kept[i] !== 'kept');
  const waiting = keepSheets(list, away, waits, shelves);
  without = lacking;
  if (lacking.length === 0) elsewhere = null;
  if (lacking.length === 0 && waiting.length === 0) told = null;
  else if (kept.includes('refused')) tell(refusal());
  else {
    if (lacking.length > 0 && isOwnWork(state)) void keepElsewhere(lacking, turn);
    void keepSheetsElsewhere(list, waiting);
  }
}

/** The texts that were given to History last because they are long, and the state that they are in. */
let longTexts: {
  readonly rule: string;
  readonly events: string;
  readonly id: Promise<string | null>;
} | null = null;
/** The same once they are there. */
let longKept: { readonly rule: string; readonly events: string; readonly id: string } | null = null;
/** What has changed of the work since both shelves were written. */
const unwritten = new Set<WorkKey>();

/** The state of History that has the texts of this work because they are long; null where none has. */
function longStateOf(work: Pick<Session, 'rule' | 'events'>): string | null {
  return longKept?.rule === work.rule && longKept.events === work.events ? longKept.id : null;
}

/** Keeps long texts in History, and the rest on both shelves; where History keeps nothing, all of it. */
async function keepLong(state: Session, changed: Changed, turn: number): Promise<void> {
  const { rule, events } = state;
  for (const key of changed.ofWork) unwritten.add(key);
  if (longTexts?.rule !== rule || longTexts.events !== events)
    longTexts = { rule, events, id: keep('long', workOf(state)) };
  const id = await longTexts.id;
  if (id !== null) {
    longKept = { rule, events, id };
    if (session.getState().sheet === state.sheet) longStates.add(id);
  }
  // Whoever came later writes what has changed by then.
  if (turn !== flushes) return;
  if (id === null) {
    longTexts = null;
    keepWork(state, { ...changed, ofWork: WORK_KEYS, isLeaving: true });
    return;
  }
  const json = (key: WorkKey) => JSON.stringify(state[key]);
  for (const shelf of SHELVES) {
    if (saveLongWork(shelf, WORK_KEYS, [...unwritten], json, id) !== 'kept') saveElsewhere(shelf, id);
    forgetOtherSheets(shelf, changed.list);
  }
  unwritten.clear();
  without = [];
  elsewhere = null;
  told = null;
  leaveOnly(id, longStates, 'long');
}

/** The states in which the work of the chosen sheet has stood in this page's time, by why; a shelf may name any of them. */
const longStates = new Set(workWas.isLong ? [workWas.elsewhere] : []);
const fullStates = new Set(workWas.isLong || workWas.elsewhere === '' ? [] : [workWas.elsewhere]);

/** Lets go of all but the state that the shelves name now; not before, or a reload between would find none. */
function leaveOnly(id: string, states: Set<string>, why: 'long' | 'full'): void {
  const ofSheets = new Set([...sheets.getState().away.values()].map((work) => statesOf.get(work)));
  void letGo(
    why,
    [...states].filter((state) => state !== id && !ofSheets.has(state)),
  );
  states.clear();
  states.add(id);
}

/** The states of History that have sheets for which a shelf has no room. */
const statesOf = new WeakMap<SheetWork, string>();

/** Writes the sheets that are not chosen, and gives those for which a shelf has no room. */
function keepSheets(
  list: Sheets,
  changed: ReadonlySet<string>,
  waits: boolean,
  shelves: readonly Shelf[] = SHELVES,
): SheetWork[] {
  const elsewhere = new Map(
    [...list.away].flatMap(([id, work]) => {
      const state = statesOf.get(work);
      return state === undefined ? [] : [[id, state] as const];
    }),
  );
  const json = (id: string) => JSON.stringify(list.away.get(id));
  const isLongSheet = (id: string) => {
    const work = list.away.get(id);
    return waits && work !== undefined && isLongWork(work) && isOwnWork(work);
  };
  const lacking = shelves.flatMap((shelf) =>
    saveSheets(shelf, list, { changed, json, elsewhere, isLong: isLongSheet }),
  );
  return [...new Set(lacking)].flatMap((id) => list.away.get(id) ?? []).filter(isOwnWork);
}

async function keepSheetsElsewhere(list: Sheets, waiting: readonly SheetWork[]): Promise<void> {
  const missing = waiting.filter((work) => !statesOf.has(work));
  for (const work of missing) {
    const id = await keep(isLongWork(work) ? 'long' : 'full', work);
    if (id !== null) statesOf.set(work, id);
    else if (isLongWork(work) && sheets.getState() === list) {
      // Then the storage has to take it, as long as there is room.
      if (keepSheets(list, new Set(), false).length > 0) tell(NO_ROOM);
      return;
    } else {
      tell(NO_ROOM);
      return;
    }
  }
  if (missing.length === 0) return;
  if (sheets.getState() === list) keepSheets(list, new Set(), true);
  if (!missing.every(isLongWork)) tell(ELSEWHERE);
}

let flushes = 0;
/** The shelves that have no room for the work. */
let without: readonly Shelf[] = workWas.elsewhere === '' || workWas.isLong ? [] : [workWas.shelf];
/** The state of History that has the work for which a shelf has no room. */
let elsewhere: string | null = workWas.isLong ? null : workWas.elsewhere || null;

async function keepElsewhere(shelves: readonly Shelf[], turn: number): Promise<void> {
  const { sheet } = session.getState();
  const id = await keep('full');
  if (id !== null && session.getState().sheet === sheet) fullStates.add(id);
  if (turn !== flushes) return;
  elsewhere = id ?? elsewhere;
  if (id !== null) for (const shelf of shelves) saveElsewhere(shelf, id);
  tell(id === null ? NO_ROOM : ELSEWHERE);
  if (id !== null) leaveOnly(id, fullStates, 'full');
}

/** Keeps the work in History once more where that alone has it: after the user has deleted all of History. */
export function keepElsewhereAgain(): void {
  if (elsewhere !== null && without.length > 0) void keepElsewhere(without, flushes);
  const list = sheets.getState();
  for (const work of list.away.values()) statesOf.delete(work);
  if (!isOutside) return void keepSheetsElsewhere(list, keepSheets(list, new Set(), true));
  longTexts = null;
  const all = { list, ofWork: WORK_KEYS, away: new Set(list.away.keys()), isLeaving: false, isChanged: true };
  keepWork(session.getState(), all);
}

let told: string | null = null;

/** Says something once, until everything is kept again. */
function tell(text: string): void {
  if (told === text) return;
  told = text;
  notify({ key: 'storage', text });
}
