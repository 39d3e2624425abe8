import { editors } from '../editor/editors';
import { isObject } from '../state/fields';
import { forgetWork, session, takeRestored, type Work, workOf } from '../state/session';
import { forget, load, save } from '../state/storage';
import { notify } from '../ui/notices';
import { showFirstExample } from './first-visit';
import { keep } from './keep';
import { isOwnWork } from './own-work';
import { leaveOut, openInSheet } from './sheets';
import { readWork, replaceWork } from './work';

const KEY = 'ended-work';
/** So many are kept; the oldest goes. */
const MOST = 5;

/** Work that the page ended over, and whether it is in History, too. */
interface Ended extends Work {
  readonly isInHistory: boolean;
}

/** Kept here alone, where the browser does not keep it. */
let unsaved: Ended | null = null;

/**
 * Keeps aside the work that the page ended over, newest first, and takes its sheet out of the session. The other sheets
 * stay. True where one of them is shown in its place.
 */
export function putEndedAside(): boolean {
  const work: Ended = { ...workOf(session.getState()), isInHistory: false };
  const others = endedWork().filter((other) => !isSame(other, work));
  // Work that fills the storage has no room beside itself, so it goes from its place first.
  forgetWork();
  const isAnother = leaveOut();
  if (isAnother) takeRestored(session.getState());
  if (!isOwnWork(work)) return isAnother;
  for (let most = MOST; most > 0; most--)
    if (save(KEY, [work, ...others].slice(0, most)) === 'kept') return isAnother;
  unsaved = work;
  return isAnother;
}

/** Leaves aside the work that the page failed over, and begins with an example. */
export function startAnew(): void {
  if (!putEndedAside()) {
    showFirstExample();
    for (const side of ['rule', 'events'] as const)
      editors[side].handle?.replaceAll(session.getState()[side]);
  }
  tellEnded();
}

/** Says that there is work that is not opened by itself, and brings back the newest when the person says so. */
export function tellEnded(): void {
  const [work] = endedWork();
  if (!work) return;
  void keepEnded();
  notify({
    key: 'ended',
    text: 'The page stopped while it showed your last work, so that was not opened again. It is kept.',
    action: { label: 'Open it all the same', run: () => bringBack() },
  });
}

/** Keeps in History what is not there yet: a page that fails may end before that is done, and the next one goes on. */
async function keepEnded(): Promise<void> {
  for (const work of endedWork()) {
    if (work.isInHistory || (await keep('ended', work)) === null) continue;
    const now = endedWork().map((one) => (isSame(one, work) ? { ...one, isInHistory: true } : one));
    if (!unsaved) save(KEY, now);
  }
}

const isSame = (a: Work, b: Work) => a.rule === b.rule && a.events === b.events;

function bringBack(): void {
  const [work, ...others] = endedWork();
  if (!work) return;
  unsaved = null;
  if (others.length === 0) forget(KEY);
  else save(KEY, others);
  if (!isOwnWork(session.getState()) || !openInSheet(work))
    replaceWork(work, { said: 'Your last work is back.', why: 'restored' });
}

function endedWork(): Ended[] {
  const readOne = (value: unknown): Ended[] => {
    const work = readWork(value);
    return work ? [{ ...work, isInHistory: isObject(value) && value.isInHistory === true }] : [];
  };
  const read = (value: unknown) => (Array.isArray(value) ? value.flatMap(readOne) : undefined);
  return [...(unsaved ? [unsaved] : []), ...(load(KEY, read) ?? [])];
}
