import { takeRestored, unreadTexts, workWas } from '../state/session';
import { forget, load } from '../state/storage';
import { notify } from '../ui/notices';
import { keep, tellTrouble } from './keep';
import { readWork } from './work';

/*
 * What the page does about the work that it finds when it starts, where that is not simply there.
 */

/** Takes the work from History, where the browser's storage had no room for it. */
export async function findElsewhere(): Promise<void> {
  if (workWas.elsewhere === '') return;
  const history = await import('../state/history').catch(() => null);
  try {
    const work = await history?.readWorkOf(workWas.elsewhere);
    if (work) takeRestored(work);
  } catch (error) {
    if (history) tellTrouble(history.troubleOf(error));
  }
}

/** Keeps in History what cannot be read, as it stood there, and says so. */
export async function keepUnread(): Promise<void> {
  if (unreadTexts.length === 0) return;
  const rawOf = (side: string) => unreadTexts.find((unread) => unread.side === side)?.raw ?? '';
  const work = readWork({ rule: rawOf('rule'), events: rawOf('events') });
  const id = await keep('unread', work);
  const what = unreadTexts.map(({ side }) => (side === 'rule' ? 'your rule' : 'your events')).join(' and ');
  notify({
    key: 'unread',
    text: `What this browser had kept of ${what} cannot be read: it is damaged, or of a newer version of the page.${id === null ? '' : ' It is in History as it was.'}`,
  });
}

const FORMER = 'previous';

/** Earlier versions of the page kept the work that a link replaced under a key of its own: it moves to History. */
export async function moveFormer(): Promise<void> {
  const work = load(FORMER, readWork);
  if (work && (await keep('link', work)) !== null) forget(FORMER);
}
