import { textOf } from '../actions/file-text';
import { isObject } from '../state/fields';
import { readLessonName } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { saveFile } from '../ui/save-file';
import { type Progress, progress, readProgress, setProgress } from './progress';

/*
 * Progress as a file: `{"sigma-playground-progress": 1, "lessons": {NAME: …}}`.
 */

const MARK = 'sigma-playground-progress';
const VERSION = 1;

/** The progress in all lessons as the text of a file. */
export function progressText(of: ReadonlyMap<string, Progress>): string {
  return `${JSON.stringify({ [MARK]: VERSION, lessons: Object.fromEntries(of) }, null, 2)}\n`;
}

/** What a file of progress holds. */
export interface ProgressRead {
  readonly of: ReadonlyMap<string, Progress>;
  /** How many lessons of it cannot be read. */
  readonly damaged: number;
}

/** Reads the text of a file of progress; null if it is none. Never throws. */
export function readProgressText(text: string): ProgressRead | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value[MARK] !== VERSION || !isObject(value.lessons)) return null;
  const entries = Object.entries(value.lessons).map(
    ([name, one]) => [readLessonName(name) || undefined, readProgress(one)] as const,
  );
  const good = entries.flatMap(([name, one]) => (name && one ? [[name, one] as const] : []));
  return { of: new Map(good), damaged: entries.length - good.length };
}

/** Where both know a lesson: what passed stays passed, all tries count, and the work is the later one. */
export function joined(here: Progress | undefined, there: Progress): Progress {
  if (!here) return there;
  const [late, early] = there.at > here.at ? [there, here] : [here, there];
  const passed = late.passed ?? early.passed;
  return {
    ...late,
    state: passed ? 'passed' : 'tried',
    passed,
    tries: Math.max(here.tries, there.tries),
    helped: Math.max(here.helped, there.helped),
    sawSolution: here.sawSolution || there.sawSolution,
  };
}

/** Hands the progress to the browser as a download. */
export function saveProgress(): void {
  saveFile('sigma-progress.json', progressText(progress.getState().of), 'application/json');
}

/** Adds the progress of a file to what is there. */
export async function openProgress(file: File): Promise<void> {
  const tell = (text: string) => notify({ key: 'progress', text, for: 12_000 });
  const read = await textOf(file).then(readProgressText, () => null);
  if (!read) return tell(`${file.name} holds no progress in lessons. Nothing was changed.`);
  for (const [name, one] of read.of) setProgress(name, joined(progress.getState().of.get(name), one));
  const left = read.damaged > 0 ? ` ${count(read.damaged, 'lesson')} in it could not be read.` : '';
  tell(`Progress in ${count(read.of.size, 'lesson')} was added.${left}`);
}
