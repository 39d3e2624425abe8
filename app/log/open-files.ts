import { EVENTS } from '../../src/limits';
import type { LogFile } from '../../src/log';
import type { FileAt } from '../actions/dropped';
import { openFiles } from '../actions/open-files';
import { notify } from '../ui/notices';
import { isLog } from '../workers/evtx/open-log';
import { openLargeLog } from './store';

/*
 * Which files go into the events' editor as text, and which are too large for it. An editor holds a text several times
 * over and marks all of it; above some megabytes it scrolls slowly, and a reload cannot restore it.
 */

/** A file that could be read when it was opened. */
type Readable = FileAt & { readonly isEvtx: boolean };

/**
 * Opens files of events: as text in the editor or, if they are large or a folder of them, as one log in which each event
 * knows its file. A file that cannot be read is told and left out.
 */
export async function openEventFiles(files: readonly FileAt[]): Promise<void> {
  const found = await Promise.all(files.map(readable));
  const whole = found.flatMap((one) => one ?? []);
  const unread = files.filter((_, i) => !found[i]).map(({ path }) => path);
  if (whole.length > 0) {
    const isFolder = whole.length > 1 && files.some(({ path }) => path.includes('/'));
    const size = (isEvtx: boolean) =>
      whole.reduce((sum, one) => (one.isEvtx === isEvtx ? sum + one.file.size : sum), 0);
    // A folder has no order of its own that a person would know.
    if (isFolder) whole.sort((a, b) => (a.path < b.path ? -1 : 1));
    if (isFolder || !fitsEditor(size(false), size(true))) openLargeLog(namedFiles(whole), nameOf(whole));
    else await openFiles(whole.map(({ file }) => file));
  }
  if (unread.length === 0) return;
  const names = unread.slice(0, MOST_NAMED).join(', ');
  const more = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : '';
  const text = `${names}${more} could not be read${whole.length > 0 ? ' and were left out' : ''}.`;
  notify({ key: 'unread', text: unread.length === 1 ? text.replace(' were ', ' was ') : text, for: 12_000 });
}

const MOST_NAMED = 5;

/** True if files of so many bytes of text and of event logs go into the editor. */
export function fitsEditor(text: number, logs: number): boolean {
  return text <= EVENTS.largeText.value && logs <= EVENTS.largeLog.value;
}

/** Null for a file that cannot be read at all. */
async function readable(one: FileAt): Promise<Readable | null> {
  try {
    // What an event log's name tells is believed without a look into it.
    await one.file.slice(0, 1).arrayBuffer();
    return { ...one, isEvtx: await isLog(one.file) };
  } catch {
    return null;
  }
}

/** The files of a log under names of their own: their paths in the folder that all are in. */
export function namedFiles(files: readonly Readable[]): LogFile[] {
  const folder = commonFolder(files.map(({ path }) => path));
  const taken = new Set<string>();
  return files.map(({ path, file, isEvtx }) => {
    const own = path.slice(folder.length);
    // Files from two places that were dropped together may have the same name.
    let name = own;
    for (let number = 2; taken.has(name); number++) name = `${own} (${number})`;
    taken.add(name);
    return { name, file, isEvtx };
  });
}

/** What all paths begin with, to the end of a folder. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (folder !== '' && !others.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

function nameOf(files: readonly FileAt[]): string {
  const [first] = files;
  if (first && files.length === 1) return first.file.name;
  const folder = commonFolder(files.map(({ path }) => path)).replace(/\/$/, '');
  return folder === '' ? `${files.length} files` : folder;
}
