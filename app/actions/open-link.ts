import { fingerprint } from '../examples/fingerprint';
import { isTold, NOT_LOADED, whyNotLoaded } from '../guard/why-not-loaded';
import { isObject, type Reader, readString } from '../state/fields';
import { foundFilter } from '../state/found-filter';
import { session, type Work, workOf } from '../state/session';
import { isLink } from '../state/share';
import { type SheetWork, sheetWorkOf } from '../state/sheet-work';
import { openStage, withoutStage } from '../state/stage';
import { load, save } from '../state/storage';
import { dismissKey, notify } from '../ui/notices';
import { besideLesson } from './beside-lesson';
import { chooseOnceRead } from './choose-event';
import { keep, tellTrouble } from './keep';
import { isOwnWork } from './own-work';
import { backToSheet, keepBoth } from './sheets';
import { openerOf } from './short-links';
import { replaceWork } from './work';

/**
 * Opens the link in the address, if there is one, and the stage at the step that it names; beside a lesson, if one is open. Keeps the user's own work first;
 * a broken link changes nothing.
 */
export async function openLinkInAddress(): Promise<void> {
  const { hash, place } = withoutStage(location.hash);
  const openShort = openerOf(hash);
  const isWork = isLink(hash);
  if (!openShort && !isWork && place === null) return;
  // Removed at once, so that reloading after later edits does not bring back the link's content.
  history.replaceState(null, '', location.pathname + location.search);
  if (openShort) await openShort();
  else if (isWork && !(await openWork(hash))) return;
  if (place !== null) openStage(place);
}

/** Opens the work that a fragment holds; false if it cannot be read, or there is no room for it beside a lesson. */
async function openWork(hash: string): Promise<boolean> {
  const reading = await loadReading();
  if (!reading) return false;
  const opened = await reading.decodeLink(hash);
  if (!opened.ok) {
    // Beside what an earlier link says, which may offer to bring work back.
    notify({ key: 'link-refused', text: reading.refusalWords(opened) });
    return false;
  }
  dismissKey('link-refused');
  if (!besideLesson()) return false;
  const former = sheetWorkOf(session.getState());
  const over = leave(workOf(former));
  const { findings, ...work } = opened.shared;
  replaceWork({ ...work, ruleName: '', eventsName: '' }, null);
  foundFilter.setState({ now: findings ?? null });
  if (opened.event !== null) chooseOnceRead(opened.event);
  remember(over);
  if (over) void tell(over, former);
  else notify({ key: 'link', text: 'Opened from a link.', for: 6000 });
  return true;
}

/** Loads what reads links; null, and said so, if it does not come. */
async function loadReading() {
  try {
    const [{ decodeLink }, { refusalWords }] = await Promise.all([
      import('../state/open-share'),
      import('../state/refusals'),
    ]);
    return { decodeLink, refusalWords };
  } catch (cause) {
    isTold(cause);
    const text = `What reads links ${NOT_LOADED[await whyNotLoaded()]} Your work is unchanged; open the link again.`;
    notify({ key: 'link-refused', text });
    return null;
  }
}

/** The user's own work that links have replaced. */
interface Left {
  /** Null where another visit of the page has left it: it is in History. */
  readonly work: Work | null;
  /** Of its state in History; null if it is not kept there. */
  readonly id: Promise<string | null>;
}

/** Keeps what a link replaces. What came from a link itself, and is as it came, is not what the user wants back. */
function leave(work: Work): Left | null {
  const last = lastLeft ?? storedLeft();
  const id = keep('link', work);
  if (last && last.shown === tellingOf(work)) return last;
  return isOwnWork(work) ? { work, id } : null;
}

let lastLeft: (Left & { readonly shown: string }) | null = null;

const KEY = 'link';
const readLeft: Reader<{ shown: string; id: string }> = (value) => {
  if (!isObject(value)) return undefined;
  const [shown, id] = [readString(value.shown), readString(value.id)];
  return shown === undefined || id === undefined ? undefined : { shown, id };
};

function storedLeft(): (Left & { readonly shown: string }) | null {
  const stored = load(KEY, readLeft, 'tab') ?? load(KEY, readLeft);
  return stored ? { shown: stored.shown, work: null, id: Promise.resolve(stored.id) } : null;
}

/** Remembers beyond this visit what the content of the link, as it is now, has replaced. */
function remember(left: Left | null): void {
  const shown = tellingOf(workOf(session.getState()));
  lastLeft = left && { ...left, shown };
  void left?.id.then((id) => {
    if (id !== null) for (const shelf of ['tab', 'browser'] as const) save(KEY, { shown, id }, shelf);
  });
}

/** What tells texts from others without holding them. */
function tellingOf({ rule, events }: Work): string {
  return `${fingerprint(rule)} ${fingerprint(events)}`;
}

/** `former`: what was in the sheet just before; that may have been another link's. */
async function tell(left: Left, former: SheetWork): Promise<void> {
  const { sheet } = session.getState();
  const isKept = (await left.id) !== null;
  notify({
    key: 'link',
    text: isKept
      ? 'Opened from a link. Your previous work is kept in History.'
      : 'Opened from a link. Your previous work can be restored until you leave the page.',
    action: { label: 'Restore previous work', run: () => void restore(left, sheet) },
    also: { label: 'Keep both', run: () => void keepLeft(left, former, sheet) },
  });
}

/** Brings work back into the sheet that it was in. */
async function restore(left: Left, sheet: string): Promise<void> {
  const work = left.work ?? (await workIn(await left.id));
  if (!work) return;
  backToSheet(sheet);
  replaceWork(work, { said: 'Your previous work is back.', why: 'restored' });
}

/** Puts the work that links have replaced into a sheet of its own. */
async function keepLeft(left: Left, former: SheetWork, sheet: string): Promise<void> {
  const work = left.work ?? (await workIn(await left.id));
  if (!work) return;
  const isFormer = work.rule === former.rule && work.events === former.events;
  keepBoth(isFormer ? former : sheetWorkOf(work), sheet);
}

async function workIn(id: string | null): Promise<Work | null> {
  if (id === null) return null;
  const { readWorkOf, troubleOf } = await import('../state/history');
  try {
    const work = await readWorkOf(id);
    if (!work) notify({ key: 'link', text: 'History has no longer kept your previous work.', for: 8000 });
    return work;
  } catch (error) {
    tellTrouble(troubleOf(error));
    return null;
  }
}

/** Opens the link that the page was loaded with, and links pasted into the address later. */
export function watchLinks(): Promise<void> {
  window.addEventListener('hashchange', () => void openLinkInAddress());
  return openLinkInAddress();
}
