import { editors } from '../editor/editors';
import { forgetWork, session, type Work, workOf } from '../state/session';
import { forget, load, save } from '../state/storage';
import { notify } from '../ui/notices';
import { showFirstExample } from './first-visit';
import { keep } from './keep';
import { isOwnWork } from './own-work';
import { readWork, replaceWork } from './work';

const KEY = 'ended-work';
/** So many are kept; the oldest goes. */
const MOST = 5;

/** Kept here alone, where the browser does not keep it. */
let unsaved: Work | null = null;

/** Keeps aside the work that the page ended over, newest first, and takes it out of the session. */
export function putEndedAside(): void {
  const work = workOf(session.getState());
  const others = endedWork().filter((other) => other.rule !== work.rule || other.events !== work.events);
  // Work that fills the storage has no room beside itself, so it goes from its place first.
  forgetWork();
  if (!isOwnWork(work)) return;
  void keep('ended', work);
  for (let most = MOST; most > 0; most--) if (save(KEY, [work, ...others].slice(0, most)) === 'kept') return;
  unsaved = work;
}

/** Leaves aside the work that the page failed over, and begins with an example. */
export function startAnew(): void {
  putEndedAside();
  showFirstExample();
  for (const side of ['rule', 'events'] as const) editors[side].handle?.replaceAll(session.getState()[side]);
  tellEnded();
}

/** Says that there is work that is not opened by itself, and brings back the newest when the person says so. */
export function tellEnded(): void {
  const [work] = endedWork();
  if (!work) return;
  notify({
    key: 'ended',
    text: 'The page stopped while it showed your last work, so that was not opened again. It is kept.',
    action: { label: 'Open it all the same', run: () => bringBack() },
  });
}

function bringBack(): void {
  const [work, ...others] = endedWork();
  if (!work) return;
  unsaved = null;
  if (others.length === 0) forget(KEY);
  else save(KEY, others);
  replaceWork(work, { said: 'Your last work is back.', why: 'restored' });
}

function endedWork(): Work[] {
  const read = (value: unknown) =>
    Array.isArray(value) ? value.flatMap((one) => readWork(one) ?? []) : undefined;
  return [...(unsaved ? [unsaved] : []), ...(load(KEY, read) ?? [])];
}
