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
import { nameByReading } from './events-name';
import { isHistoryOn, tellTrouble } from './keep';
import { isOwnWork } from './own-work';
import { replaceWork } from './work';

/** Offers what is in the editors as a zip of plain files and, where that is wanted, all that History keeps. */
export async function exportWork(withHistory: boolean): Promise<void> {
  try {
    const states = withHistory ? (await listStates()).states : [];
    const day = new Date().toISOString().slice(0, 10);
    saveBlob(
      `sigma-playground ${withHistory ? 'work and history' : 'work'} ${day}.zip`,
      await writeArchive(foldersOf(states)),
    );
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
    const named = /\.\w+$/.test(old.eventsName) ? old.eventsName : await nameByReading(old.events);
    yield { folder, eventsFile: eventsFile(named), work: old, kept: { at, name, starred } };
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
  const taken = isHistoryOn()
    ? takenWords(await keepAll(states), states.length)
    : leftOutWords(states.length);
  const now = workOf(session.getState());
  const isHere = first !== undefined && first.work.rule === now.rule && first.work.events === now.events;
  const said = isHere
    ? `Rule and events of ${file.name} are in the editors already.`
    : `Rule and events were replaced by those of ${file.name}.`;
  const text = [...(first ? [said] : []), ...(states.length > 0 ? [taken] : [])].join(' ');
  if (first && !isHere) replaceWork(first.work, { said: text, why: 'import' });
  else notify({ key: 'open', text, for: 12_000 });
}

/** What History made of the states of an import. */
interface Taken {
  readonly added: number;
  /** So many were there already. */
  readonly known: number;
}

function takenWords({ added, known }: Taken, all: number): string {
  if (known === all) return `History has ${all === 1 ? 'its state' : `all its ${all} states`} already.`;
  const some = added + known === all ? count(added, 'state') : `${added} of ${count(all, 'state')}`;
  return `History has taken ${some}.${known === 0 ? '' : ` It had ${count(known, 'state')} already.`}`;
}

function leftOutWords(all: number): string {
  return `History is off: ${count(all, 'state')} of it ${all === 1 ? 'is' : 'are'} left out.`;
}

/** Adds states to History. */
async function keepAll(folders: readonly Folder[]): Promise<Taken> {
  const taken = { added: 0, known: 0 };
  for (const { work, kept } of folders) {
    if (!isOwnWork(work)) continue;
    try {
      const { isNew } = await keepState({
        work,
        why: 'imported',
        counts: null,
        ...(kept ? { told: kept } : {}),
      });
      taken[isNew ? 'added' : 'known']++;
    } catch (error) {
      tellTrouble(troubleOf(error));
      break;
    }
  }
  return taken;
}
