import { unmarked } from '../../src/text';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { isLog, LogFailure, readLog } from '../workers/evtx/open-log';
import type { ReadLog } from '../workers/evtx/protocol';
import { textOf } from './file-text';
import { remember } from './opened-log';
import { tellReading } from './reading-notice';
import { backToSheet } from './sheets';
import { openFile, replacedBy, replaceWork, SHOW_PROBLEMS } from './work';

/** The result of reading one of several files. */
type FileRead =
  | { readonly name: string; readonly text: string; readonly log: ReadLog | null }
  | { readonly name: string; readonly why: string };

/**
 * Reads several files into the events, one after the other, each from the beginning of a line. A notice says where each
 * file begins and what is damaged. A file that cannot be read is left out, and the notice says why. If the user
 * cancels, the events stay as they are.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (files.length === 1) return openFile('events', first);
  const { sheet } = session.getState();
  const parts = await partsOf(files);
  if (!parts) return;
  backToSheet(sheet);
  take(parts);
}

/** The content of each file; null if the user cancelled. */
async function partsOf(files: readonly File[]): Promise<FileRead[] | null> {
  const said = (file: File, i: number) => `Reading ${file.name} (${i + 1} of ${files.length})…`;
  const reading = tellReading(said(files[0]!, 0));
  try {
    const parts: FileRead[] = [];
    for (const [i, file] of files.entries()) {
      reading.say(said(file, i));
      const part = await partOf(file, reading.signal);
      if (reading.signal.aborted || !part) return null;
      parts.push(part);
    }
    return parts;
  } finally {
    reading.end();
  }
}

async function partOf(file: File, signal: AbortSignal): Promise<FileRead | null> {
  const { name } = file;
  try {
    if (!(await isLog(file))) return { name, text: await textOf(file), log: null };
    if (signal.aborted) return null;
    const log = await readLog(file, signal);
    if (!log) return null;
    if (log.records > 0) return { name, text: log.text, log };
    return { name, why: unmarked(log.problems[0]?.message ?? ['It has no records.']) };
  } catch (error) {
    const why = error instanceof LogFailure ? error.message : 'It could not be read from the disk.';
    return { name, why };
  }
}

function take(all: readonly FileRead[]): void {
  const read = all.flatMap((part) => ('text' in part ? [part] : []));
  const left = all.flatMap((part) => ('why' in part ? [`Not read: ${part.name}. ${part.why}`] : []));
  if (read.length === 0) {
    notify({ key: 'open', text: left.join(' '), for: 12_000 });
    return;
  }
  const texts: string[] = [];
  const places: string[] = [];
  let line = 1;
  for (const { name, text } of read) {
    const part = text.endsWith('\n') ? text : `${text}\n`;
    places.push(`${name} from line ${line.toLocaleString('en')}`);
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++;
    texts.push(part);
  }
  replaceWork(
    { events: texts.join(''), eventsName: `${read.length} files` },
    { said: replacedBy('events', `${read.length} files`), why: 'file' },
  );
  const logs = read.flatMap(({ name, log }) => (log ? [{ name, ...log }] : []));
  remember(logs, read.length > 1);
  const damaged = logs
    .filter(({ problemCount }) => problemCount > 0)
    .map(({ name, records }) => `${name} is damaged: ${count(records, 'record')} could be read.`);
  notify({
    key: 'open',
    text: [`${places.join('; ')}.`, ...damaged, ...left].join(' '),
    ...(damaged.length > 0 ? { action: SHOW_PROBLEMS } : {}),
  });
}
