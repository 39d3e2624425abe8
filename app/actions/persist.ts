import { isOfWork, READERS, type Session, session, WORK_KEYS, type WorkKey, workWas } from '../state/session';
import type { Sheets } from '../state/sheet-list';
import type { SheetWork } from '../state/sheet-work';
import { sheets, sheetsFound } from '../state/sheets';
import { forgetOtherSheets, saveSheets } from '../state/sheets-kept';
import { type Shelf, save } from '../state/storage';
import { forgetKept, saveElsewhere, saveWork } from '../state/work-kept';
import { notify } from '../ui/notices';
import { keep } from './keep';
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
  let timer = 0;

  const flush = () => {
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
    if (ofWork.length > 0 || list !== before) keepWork(state, { list, ofWork, away: new Set(away) });
    else if (choices.includes('refused')) tell(refusal());
  };

  const flushSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, DELAY);
  };
  session.subscribe(flushSoon);
  sheets.subscribe(flushSoon);
  if (isOther) flushSoon();
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}

/** What is to be written: all sheets, what of the chosen one has changed, and which others have. */
interface Changed {
  readonly list: Sheets;
  readonly ofWork: readonly WorkKey[];
  readonly away: ReadonlySet<string>;
}

/** Writes the work on both shelves, and into History where a shelf has no room for it. */
function keepWork(state: Session, { list, ofWork, away }: Changed): void {
  const written = new Map<WorkKey, string>();
  const json = (key: WorkKey) => {
    const known = written.get(key) ?? JSON.stringify(state[key]);
    written.set(key, known);
    return known;
  };
  const kept = SHELVES.map((shelf) => {
    forgetOtherSheets(shelf, list);
    // What was chosen before waits now, and is not to stand there twice.
    if (ofWork.includes('sheet')) forgetKept(shelf, WORK_KEYS);
    return saveWork(shelf, WORK_KEYS, ofWork, json);
  });
  const lacking = SHELVES.filter((_, i) => kept[i] !== 'kept');
  const turn = ++flushes;
  const waiting = keepSheets(list, away);
  without = lacking;
  if (lacking.length === 0) elsewhere = null;
  if (lacking.length === 0 && waiting.length === 0) told = null;
  else if (kept.includes('refused')) tell(refusal());
  else {
    if (lacking.length > 0 && isOwnWork(state)) void keepElsewhere(lacking, turn);
    void keepSheetsElsewhere(list, waiting);
  }
}

/** The states of History that have sheets for which a shelf has no room. */
const statesOf = new WeakMap<SheetWork, string>();

/** Writes the sheets that are not chosen, and gives those for which a shelf has no room. */
function keepSheets(list: Sheets, changed: ReadonlySet<string>): SheetWork[] {
  const elsewhere = new Map(
    [...list.away].flatMap(([id, work]) => {
      const state = statesOf.get(work);
      return state === undefined ? [] : [[id, state] as const];
    }),
  );
  const json = (id: string) => JSON.stringify(list.away.get(id));
  const lacking = SHELVES.flatMap((shelf) => saveSheets(shelf, list, { changed, json, elsewhere }));
  return [...new Set(lacking)].flatMap((id) => list.away.get(id) ?? []).filter(isOwnWork);
}

async function keepSheetsElsewhere(list: Sheets, waiting: readonly SheetWork[]): Promise<void> {
  const missing = waiting.filter((work) => !statesOf.has(work));
  for (const work of missing) {
    const id = await keep('full', work);
    if (id === null) {
      tell(NO_ROOM);
      return;
    }
    statesOf.set(work, id);
  }
  if (missing.length === 0) return;
  if (sheets.getState() === list) keepSheets(list, new Set());
  tell(ELSEWHERE);
}

let flushes = 0;
/** The shelves that have no room for the work. */
let without: readonly Shelf[] = workWas.elsewhere === '' ? [] : [workWas.shelf];
/** The state of History that has the work for which a shelf has no room. */
let elsewhere: string | null = workWas.elsewhere || null;

async function keepElsewhere(shelves: readonly Shelf[], turn: number): Promise<void> {
  const id = await keep('full', undefined, elsewhere);
  if (turn !== flushes) return;
  elsewhere = id ?? elsewhere;
  if (id !== null) for (const shelf of shelves) saveElsewhere(shelf, id);
  tell(id === null ? NO_ROOM : ELSEWHERE);
}

/** Keeps the work in History once more where that alone has it: after the user has deleted all of History. */
export function keepElsewhereAgain(): void {
  if (elsewhere !== null && without.length > 0) void keepElsewhere(without, flushes);
  const list = sheets.getState();
  for (const work of list.away.values()) statesOf.delete(work);
  void keepSheetsElsewhere(list, keepSheets(list, new Set()));
}

let told: string | null = null;

/** Says something once, until everything is kept again. */
function tell(text: string): void {
  if (told === text) return;
  told = text;
  notify({ key: 'storage', text });
}
