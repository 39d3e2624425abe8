import { fileName } from '../results/file-names';
import {
  type HistoryFailure,
  type KeptState,
  keepState,
  listStates,
  readWorkOf,
  troubleOf,
} from '../state/history';
import { type Session, session, type Work, workOf } from '../state/session';
import { calledOf } from '../state/sheet-list';
import { sheetWorkOf } from '../state/sheet-work';
import { sheets } from '../state/sheets';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { saveBlob } from '../ui/save-file';
import {
  eventsFile,
  type Folder,
  type NamedFolder,
  type Pinned,
  readArchive,
  sheetFolder,
  stateFolder,
  writeArchive,
} from './archive';
import { besideLesson } from './beside-lesson';
import { nameByReading } from './events-name';
import { isHistoryOn, tellTrouble } from './keep';
import { isOwnWork } from './own-work';
import { redactedWorks } from './redacted-works';
import { openAll, renameSheet, roomForSheets, workOfSheet } from './sheets';
import { replaceWork } from './work';

/** What is exported besides the sheets, and whether events get made-up names. */
export interface ExportOptions {
  readonly withHistory: boolean;
  readonly isRedacted: boolean;
}

/** Offers what is in the editors, and the other sheets, as a zip of plain files and, where that is wanted, all that History keeps. */
export async function exportWork({ withHistory, isRedacted }: ExportOptions): Promise<void> {
  try {
    const states = withHistory ? (await listStates()).states : [];
    const folders = foldersOf(states);
    const written = isRedacted ? await redacted(folders) : folders;
    if (written === null) return;
    const day = new Date().toISOString().slice(0, 10);
    saveBlob(
      `sigma-playground ${withHistory ? 'work and history' : 'work'} ${day}.zip`,
      await writeArchive(written),
    );
  } catch (error) {
    tellTrouble(troubleOf(error));
  }
}

/** The folders with made-up names in their events, the same in all of them; null where that failed, after a notice. */
async function redacted(folders: AsyncIterable<NamedFolder>): Promise<NamedFolder[] | null> {
  const all: NamedFolder[] = [];
  for await (const folder of folders) all.push(folder);
  notify({ key: 'export', text: `Replacing names in ${count(all.length, 'work')}…`, for: 60_000 });
  const made = await redactedWorks(all.map(({ work }) => work));
  const text = made.ok
    ? 'Names and addresses were replaced. Rules, titles and settings are exported as they are.'
    : `Nothing was exported. ${made.why}`;
  notify({ key: 'export', text, for: 12_000 });
  return made.ok ? all.map((folder, i) => ({ ...folder, work: made.works[i]! })) : null;
}

/** Offers one work as a zip of plain files. `events`: what the file of its events is called. */
export async function exportOne(work: Work, events: string): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const folder = { folder: 'work', eventsFile: eventsFile(events), work, kept: null };
  saveBlob(`sigma-playground work ${day}.zip`, await writeArchive([folder]));
}

async function* foldersOf(states: readonly KeptState[]): AsyncGenerator<NamedFolder> {
  yield* sheetFolders();
  for (const [i, { id, at, name, title, starred }] of states.entries()) {
    // One that is damaged, or has gone meanwhile, does not keep the others from being exported.
    const old = await readWorkOf(id).catch((_: HistoryFailure) => null);
    if (!old) continue;
    const folder = stateFolder(i + 1, at, name || title);
    yield { folder, eventsFile: await eventsFileOf(old), work: old, kept: { at, name, starred } };
  }
}

async function* sheetFolders(): AsyncGenerator<NamedFolder> {
  const { sheet: chosen } = session.getState();
  const { list } = sheets.getState();
  const all = list.map((one) => ({ ...one, of: workOfSheet(one.id) }));
  const file = eventsFile(fileName('events'));
  for (const [i, { id, title, of }] of all.entries()) {
    const work = workOf(of);
    const isChosen = id === chosen;
    const isAlone = all.length === 1 && title === '';
    yield {
      folder: isAlone ? 'work' : sheetFolder(i + 1, calledOf(title, work)),
      eventsFile: isChosen ? file : await eventsFileOf(work),
      work,
      kept: null,
      ...(isAlone ? {} : { sheet: { title, isChosen } }),
      ...(of.pinned === null
        ? {}
        : { pinned: { rule: of.pinned, name: of.pinnedName, spec: of.pinnedSpec } }),
    };
  }
}

async function eventsFileOf({ events, eventsName }: Work): Promise<string> {
  return eventsFile(/\.\w+$/.test(eventsName) ? eventsName : await nameByReading(events));
}

/** Opens an export: one work in the editors, several as sheets, its states in History. */
export async function importWork(file: File): Promise<void> {
  const read = readArchive(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) {
    notify({ key: 'open', text: `${file.name} cannot be imported: ${read.why}.`, for: 12_000 });
    return;
  }
  const { works, states } = sorted(read.folders);
  const taken = isHistoryOn()
    ? takenWords(await keepAll(states), states.length)
    : leftOutWords(states.length);
  const more = states.length > 0 ? ` ${taken}` : '';
  const [first] = works;
  if (!first) notify({ key: 'open', text: taken, for: 12_000 });
  else if (works.length === 1) openOne(first, file.name, more);
  else await openSheets(works, file.name, more);
}

/** What becomes sheets, and what goes into History. Beside the folder `work` an earlier version has no other. */
function sorted(folders: readonly Folder[]): { works: readonly Folder[]; states: readonly Folder[] } {
  const inSheets = folders.filter(({ sheet }) => sheet);
  const works = inSheets.length > 0 ? inSheets : folders.filter(({ kept }) => !kept).slice(0, 1);
  return { works, states: folders.filter((folder) => !works.includes(folder)) };
}

function pinnedPart({ rule, name, spec }: Pinned): Partial<Session> {
  return { pinned: rule, pinnedName: name, pinnedSpec: spec };
}

function openOne({ work, sheet, pinned }: Folder, file: string, more: string): void {
  const isSame = isSameTexts(work, session.getState());
  if (!isSame && !besideLesson()) {
    if (more !== '') notify({ key: 'open', text: more.trim(), for: 12_000 });
    return;
  }
  const now = session.getState();
  // Undo brings back texts, and History has no pinned versions: the user's own stays.
  if (pinned && now.pinned === null) session.setState(pinnedPart(pinned));
  const isLeft = pinned && now.pinned !== null && now.pinned !== pinned.rule;
  const pin = isLeft ? ' Its pinned version is left out: another is pinned here.' : '';
  if (isSame) {
    const text = `Rule and events of ${file} are in the editors already.${pin}${more}`;
    notify({ key: 'open', text, for: 12_000 });
    return;
  }
  replaceWork(work, {
    said: `Rule and events were replaced by those of ${file}.${pin}${more}`,
    why: 'import',
  });
  // Where nothing was replaced, that says nothing.
  if (now.rule.trim() === '' && now.events.trim() === '')
    notify({ key: 'open', text: `Rule and events of ${file} are open.${pin}${more}`, for: 12_000 });
  if (sheet) renameSheet(now.sheet, sheet.title);
}

/** Opens those that are not open yet, as far as there is room in the row; the others go into History. */
async function openSheets(works: readonly Folder[], file: string, more: string): Promise<void> {
  const here = sheets.getState().list.map(({ id }) => workOfSheet(id));
  const added = works.filter(({ work }) => !here.some((one) => isSameTexts(one, work)));
  const opened = added.slice(0, roomForSheets());
  const left = added.slice(opened.length);
  const said = [
    `${count(opened.length, 'sheet')} of ${file} ${opened.length === 1 ? 'is' : 'are'} open.`,
    ...(added.length < works.length ? [`${works.length - added.length} were open already.`] : []),
    ...(left.length > 0 ? [`There was no room for ${left.length} more.`] : []),
  ].join(' ');
  const undo = openAll(
    opened.map(({ work, sheet, pinned }) => ({
      work: sheetWorkOf({ ...work, ...(pinned ? pinnedPart(pinned) : {}) }),
      title: sheet?.title ?? '',
    })),
    opened.findIndex(({ sheet }) => sheet?.isChosen),
  );
  const text = `${said}${more}`;
  notify({ key: 'open', text, for: 12_000, ...(undo ? { action: { label: 'Undo', run: undo } } : {}) });
  if (left.length > 0 && isHistoryOn()) await keepAll(left);
}

function isSameTexts(a: Pick<Work, 'rule' | 'events'>, b: Pick<Work, 'rule' | 'events'>): boolean {
  return a.rule === b.rule && a.events === b.events;
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
