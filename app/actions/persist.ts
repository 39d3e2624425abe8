import { isOfWork, READERS, type Session, session, WORK_KEYS, type WorkKey, workWas } from '../state/session';
import { type Shelf, save } from '../state/storage';
import { saveElsewhere, saveWork } from '../state/work-kept';
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

/** Keeps the session in the browser: each changed field shortly after its last change, and all when the page goes. */
export function persist(): void {
  let saved: Session = session.getState();
  let timer = 0;

  const flush = () => {
    clearTimeout(timer);
    const state = session.getState();
    const changed = KEYS.filter((key) => state[key] !== saved[key]);
    saved = state;
    const choices = changed.filter((key) => !isOfWork(key)).map((key) => save(key, state[key]));
    const ofWork = changed.filter(isOfWork);
    if (ofWork.length > 0) keepWork(state, ofWork);
    else if (choices.includes('refused')) tell(refusal());
  };

  session.subscribe(() => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, DELAY);
  });
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}

/** Writes the work on both shelves, and into History where a shelf has no room for it. */
function keepWork(state: Session, changed: readonly WorkKey[]): void {
  const written = new Map<WorkKey, string>();
  const json = (key: WorkKey) => {
    const known = written.get(key) ?? JSON.stringify(state[key]);
    written.set(key, known);
    return known;
  };
  const kept = SHELVES.map((shelf) => saveWork(shelf, WORK_KEYS, changed, json));
  const lacking = SHELVES.filter((_, i) => kept[i] !== 'kept');
  const turn = ++flushes;
  without = lacking;
  if (lacking.length === 0) {
    elsewhere = null;
    told = null;
  } else if (kept.includes('refused')) tell(refusal());
  else if (isOwnWork(state)) void keepElsewhere(lacking, turn);
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
}

let told: string | null = null;

/** Says something once, until everything is kept again. */
function tell(text: string): void {
  if (told === text) return;
  told = text;
  notify({ key: 'storage', text });
}
