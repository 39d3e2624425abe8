import { createStore } from 'zustand/vanilla';
import { takeOut } from '../actions/sheets';
import { session } from '../state/session';
import { sheets } from '../state/sheets';
import { notify } from '../ui/notices';
import { lessonNamed } from './courses';
import { keepWork, putBack } from './enter';
import { forgetProgress, progress, setProgress } from './progress';

/** How often a course was begun anew on this page: what a lesson has shown goes with it. */
export const begun = createStore<{ readonly times: number }>(() => ({ times: 0 }));

/** Begins the lessons of a course anew, the open one too; a notice brings all of it back. */
export function beginAnew(names: readonly string[], course: string): void {
  // The open lesson's work comes back as it is now.
  keepWork();
  const { of } = progress.getState();
  const before = names.flatMap((name) => {
    const one = of.get(name);
    return one ? [[name, one] as const] : [];
  });
  for (const [id, { lesson }] of sheets.getState().away) if (names.includes(lesson)) takeOut(id);
  forgetProgress(names);
  const open = openOf(names);
  if (open) putBack(open);
  begun.setState(({ times }) => ({ times: times + 1 }));
  const undo = () => {
    for (const [name, one] of before) setProgress(name, one);
    const placed = openOf(before.map(([name]) => name));
    const work = placed && progress.getState().of.get(placed.name)?.work;
    if (placed && work) putBack(placed, work);
  };
  notify({
    key: 'progress',
    text: `“${course}” begins anew.`,
    for: 12_000,
    action: { label: 'Undo', run: undo },
  });
}

/** The open lesson, if it is one of these. */
function openOf(names: readonly string[]) {
  const { lesson } = session.getState();
  return names.includes(lesson) ? lessonNamed(lesson) : null;
}
