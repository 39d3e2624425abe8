import { takeRestored, unreadTexts, type Work, workWas } from '../state/session';
import { withoutSheet } from '../state/sheet-list';
import { sheetWorkOf } from '../state/sheet-work';
import { sheets, sheetsFound } from '../state/sheets';
import { forget, load } from '../state/storage';
import { notify } from '../ui/notices';
import { keep, tellTrouble } from './keep';
import { readWork } from './work';

/*
 * What the page does about the work that it finds when it starts, where that is not simply there.
 */

const LOST =
  'Your last work was too long for this browser’s storage and stood in History, which does not give it. Open History to see what it has.';

/** Takes the work and the sheets from History, where the browser's storage had no room for them. */
export async function findElsewhere(): Promise<void> {
  if (workWas.elsewhere !== '') {
    const work = await workIn(workWas.elsewhere);
    // Beside texts that were too long, the shelf has the rest, and what was chosen in it.
    if (work) takeRestored(workWas.isLong ? { rule: work.rule, events: work.events } : work);
    else notify({ key: 'work', text: LOST });
  }
  for (const [id, state] of sheetsFound.elsewhere) {
    const work = await workIn(state);
    if (work) sheets.setState(({ away }) => ({ away: new Map(away).set(id, sheetWorkOf(work)) }));
    else {
      sheets.setState((now) => withoutSheet(now, id));
      notify({ key: 'sheets', text: 'A sheet could not be brought back: History no longer has it.' });
    }
  }
}

/** The work of a state of History; null where that does not have it. */
async function workIn(state: string): Promise<Work | null> {
  const history = await import('../state/history').catch(() => null);
  try {
    return (await history?.readWorkOf(state)) ?? null;
  } catch (error) {
    if (history) tellTrouble(history.troubleOf(error));
    return null;
  }
}

/** Keeps in History what cannot be read, as it stood there, and says so. */
export async function keepUnread(): Promise<void> {
  await keepUnreadSheets();
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

async function keepUnreadSheets(): Promise<void> {
  const { unread } = sheetsFound;
  if (unread.length === 0) return;
  const ids = await Promise.all(unread.map((raw) => keep('unread', readWork({ rule: raw }))));
  const what = unread.length === 1 ? 'A sheet' : `${unread.length} sheets`;
  const where = ids.includes(null) ? '' : ' What stood there is in History.';
  notify({
    key: 'sheets',
    text: `${what} cannot be read: damaged, or of a newer version of the page.${where}`,
  });
}

const FORMER = 'previous';

/** Earlier versions of the page kept the work that a link replaced under a key of its own: it moves to History. */
export async function moveFormer(): Promise<void> {
  const work = load(FORMER, readWork);
  if (work && (await keep('link', work)) !== null) forget(FORMER);
}
