import { VERDICTS } from '../../src/match';
import { isExampleText } from '../examples/index';
import { results } from '../results/results';
import { readBoolean } from '../state/fields';
import type { Reason, Trouble } from '../state/history';
import { isPutInPlace } from '../state/names';
import { type Side, session, type Work, workOf } from '../state/session';
import { isRefused, load, save } from '../state/storage';
import { notify } from '../ui/notices';
import { isOwnWork } from './own-work';

/*
 * Keeps states of the user's work in History: before something replaces it, when it rests, and when the page is left.
 */

/** Milliseconds without a change after which the work is at rest. */
const REST = 5000;
const SETTING = 'history';

/** Why nothing is added to History, and what to do about it. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  refused: 'This browser keeps no History for this page: what is replaced comes back only by undo.',
  full: 'This browser has no space left for History: what is replaced comes back only by undo. Delete what you do not need.',
  blocked:
    'Another tab of this page holds History, or waits to delete it. Close the other tabs; until then nothing is added.',
  newer:
    'History was written by a newer version of this page. Reload the page to get that version; until then nothing is added.',
  broken:
    'History cannot be read: it is damaged, or not of this page. Open History and delete it to begin a new one.',
};

/** True unless the user has switched History off, in this tab or another. */
export function isHistoryOn(): boolean {
  return load(SETTING, readBoolean) ?? true;
}

/** Switches History on or off. What is kept stays. */
export function switchHistory(on: boolean): void {
  save(SETTING, on);
}

let last: { readonly work: Work; readonly why: Reason; readonly id: Promise<string | null> } | null = null;

/**
 * Keeps the work as it stands now, and gives the id of its state; null if it is not kept, which is told. What is nobody's
 * own, an example or nothing, is not kept.
 */
export function keep(why: Reason, work: Work = workOf(session.getState())) {
  if (!isOwnWork(work) || !isHistoryOn()) return Promise.resolve(null);
  // The work in a lesson is kept with the progress in it.
  if ((why === 'rest' || why === 'left') && session.getState().lesson !== '') return Promise.resolve(null);
  // One that is long goes with the next change, unless it is kept for a reason of its own.
  if (why === 'rest' && last && last.why !== 'long' && isSame(last.work, work)) return last.id;
  const id = store(why, work, countsOf(work));
  last = { work, why, id };
  return id;
}

/** Keeps the work at rest between edits, and when the page goes out of sight. */
export function watchRests(): void {
  let timer = 0;
  const rest = (why: Reason) => {
    clearTimeout(timer);
    timer = 0;
    void keep(why);
  };
  session.subscribe((now, before) => {
    if (isSame(now, before)) return;
    clearTimeout(timer);
    timer = window.setTimeout(rest, REST, 'rest');
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer !== 0) rest('left');
  });
}

/** Keeps the work before a person puts other text in place of a whole one, by pasting or typing over it. */
export function keepReplaced(
  side: Side,
  step: { readonly how: string; readonly isWhole: boolean } | null,
): void {
  if (!step?.isWhole || step.how !== 'done' || isPutInPlace()) return;
  const text = session.getState()[side];
  if (text.trim() !== '' && !isExampleText(text)) void keep('replaced');
}

function isSame(a: Work, b: Work): boolean {
  return a.rule === b.rule && a.events === b.events && a.settings === b.settings;
}

async function store(
  why: Reason,
  work: Work,
  counts: { readonly matches: number; readonly total: number } | null,
): Promise<string | null> {
  // A part that does not come is told by whoever watches over the page's files.
  const history = await import('../state/history').catch(() => null);
  if (!history) return null;
  try {
    return (await history.keepState({ why, work, counts })).id;
  } catch (error) {
    tellTrouble(history.troubleOf(error));
    return null;
  }
}

/** Lets go of states that were kept for this reason, once others stand in their stead. */
export async function letGo(why: Reason, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const history = await import('../state/history').catch(() => null);
  // What stays takes room, and is thinned out with the others.
  await history?.dropStates(ids, why).catch(() => {});
}

const told = new Set<Trouble>();

/** Says once why nothing is added to History. */
export function tellTrouble(trouble: Trouble): void {
  // Where the browser keeps nothing at all, that is told with the work itself.
  if (told.has(trouble) || (trouble === 'refused' && isRefused())) return;
  told.add(trouble);
  notify({ key: 'history', text: TROUBLES[trouble] });
}

/** How many of the events match, where that is known of these texts. */
function countsOf({ rule, events }: Work): { readonly matches: number; readonly total: number } | null {
  const { outcome } = results.getState();
  const { verdicts, total } = outcome;
  if (outcome.rule !== rule || outcome.events !== events || verdicts.length !== total) return null;
  return { matches: verdicts.tally[VERDICTS.indexOf('match')] ?? 0, total };
}
