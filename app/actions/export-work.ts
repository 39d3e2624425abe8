import { fileName } from '../results/file-names';
import {
  type HistoryFailure,
  type KeptState,
  keepState,
  listStates,
  readWorkOf,
  troubleOf,
} from '../state/history';
import { session, workOf } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { saveBlob } from '../ui/save-file';
import { eventsFile, type Folder, type NamedFolder, readArchive, stateFolder, writeArchive } from './archive';
import { isHistoryOn, keep, tellTrouble } from './keep';
import { replaceWork } from './work';

/** Offers what is in the editors as a zip of plain files and, where that is wanted, all that History keeps. */
export async function exportWork(withHistory: boolean): Promise<void> {
  try {
    const states = withHistory ? (await listStates()).states : [];
    const day = new Date().toISOString().slice(0, 10);
    saveBlob(`sigma-playground ${day}.zip`, await writeArchive(foldersOf(states)));
  } catch (error) {
    tellTrouble(troubleOf(error));
  }
}

async function* foldersOf(states: readonly KeptState[]): AsyncGenerator<NamedFolder> {
  const work = workOf(session.getState());
  yield { folder: 'work', eventsFile: eventsFile(fileName('events')), work, kept: null };
  for (const [i, { id, at, name, title, starred }] of states.entries()) {
    // One that is damaged, or has gone meanwhile, does not keep the others from being exported.
    const old = await readWorkOf(id).catch((_: HistoryFailure) => null);
    if (!old) continue;
    const folder = stateFolder(i + 1, at, name || title);
    yield { folder, eventsFile: eventsFile(old.eventsName), work: old, kept: { at, name, starred } };
  }
}

/** Opens an export: its work in the editors, its states in History. */
export async function importWork(file: File): Promise<void> {
  const read = readArchive(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) {
    notify({ key: 'open', text: `${file.name} cannot be imported: ${read.why}.`, for: 12_000 });
    return;
  }
  const [first, ...others] = read.folders.filter(({ kept }) => !kept);
  const states = [...read.folders.filter(({ kept }) => kept), ...others];
  const added = isHistoryOn() ? await keepAll(states) : 0;
  if (first) {
    const said = `Rule and events were replaced by those of ${file.name}.`;
    const more = states.length === 0 ? '' : ` ${addedWords(added, states.length)}`;
    replaceWork(first.work, { said: `${said}${more}`, why: 'import' });
  } else notify({ key: 'open', text: addedWords(added, states.length), for: 12_000 });
}

function addedWords(added: number, all: number): string {
  if (!isHistoryOn())
    return `History is off: ${count(all, 'state')} of it ${all === 1 ? 'is' : 'are'} left out.`;
  return `History has taken ${added === all ? count(all, 'state') : `${added} of ${count(all, 'state')}`}.`;
}

/** Adds states to History, and says how many of them it has taken. */
async function keepAll(folders: readonly Folder[]): Promise<number> {
  let added = 0;
  for (const { work, kept } of folders) {
    try {
      if (kept) await keepState({ work, why: 'imported', counts: null, told: kept });
      else if ((await keep('imported', work)) === null) continue;
      added++;
    } catch (error) {
      tellTrouble(troubleOf(error));
      break;
    }
  }
  return added;
}
