import { EVENTS } from '../../src/limits';
import { openFiles } from '../actions/open-files';
import { notify } from '../ui/notices';
import { isLog } from '../workers/evtx/open-log';
import { openLargeLog } from './store';

/*
 * Which files go into the events' editor as text, and which are too large for it. An editor holds a text several times
 * over and marks all of it; above some megabytes it scrolls slowly, and a reload cannot restore it.
 */

/**
 * Opens files of events: as text in the editor or, if they are large, as a log that stays on the disk. Several large
 * text files become one log, in order.
 */
export async function openEventFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  try {
    const logs = await Promise.all(files.map(isLog));
    const size = (isEvtx: boolean) =>
      files.reduce((sum, file, i) => (logs[i] === isEvtx ? sum + file.size : sum), 0);
    if (fitsEditor(size(false), size(true))) return await openFiles(files);
    if (files.length === 1) return openLargeLog(first, first.name, logs[0]!);
    if (logs.some((isEvtx) => isEvtx)) {
      const text = 'These files are too large together. Open the event logs one at a time.';
      notify({ key: 'open', text, for: 12_000 });
      return;
    }
    const parts = files.flatMap((file): BlobPart[] => [file, '\n']);
    openLargeLog(new Blob(parts), `${files.length} files`, false);
  } catch {
    notify({ key: 'open', text: `${first.name} could not be read.`, for: 8000 });
  }
}

/** True if files of so many bytes of text and of event logs go into the editor. */
export function fitsEditor(text: number, logs: number): boolean {
  return text <= EVENTS.largeText.value && logs <= EVENTS.largeLog.value;
}
