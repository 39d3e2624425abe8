import { beginning, type LessonWork } from '../../src/teach';
import { chooseSheet, onSheetLeft, openInSheet, takeOut } from '../actions/sheets';
import { dismissOnce, settingsBack } from '../actions/undo';
import { replaceWork } from '../actions/work';
import { editors, onEditorReady } from '../editor/editors';
import { isObject, readOneOf } from '../state/fields';
import { closeLearn } from '../state/learn';
import { PANES, type Pane, readSheetId, session, type Work } from '../state/session';
import { sheets } from '../state/sheets';
import { load, save } from '../state/storage';
import { notify } from '../ui/notices';
import { keepCourse, lessonNamed, type Placed, shownCourse } from './courses';
import { isBeginning, sheetOfLesson, workIn } from './lesson-work';
import { firstProgress, progress, setProgress } from './progress';

/*
 * Into a lesson and out of it. A lesson has a sheet of its own, so the work in the others is as it was; one lesson is open
 * at a time, and its work is kept with the progress in it.
 */

const BEFORE = 'before-lesson';

interface Before {
  readonly sheet: string;
  readonly pane: Pane;
}

/** The lesson that somebody has just opened, and that waits for the focus. */
let opened = '';

/** True for a lesson that somebody has opened, and that did not come with the page. */
export function wasOpened(name: string): boolean {
  return opened === name;
}

/** Opens a lesson: as it was left, or at its beginning. False if it is not at hand or there is no room for its sheet. */
export function openLesson(name: string): boolean {
  const placed = lessonNamed(name);
  if (!placed) {
    notify({ key: 'lesson', text: `There is no lesson “${name}”.`, for: 8000 });
    return false;
  }
  const now = session.getState();
  if (now.lesson !== name) {
    const waiting = [...sheets.getState().away].find(([, work]) => work.lesson === name);
    if (now.lesson === '') save(BEFORE, { sheet: now.sheet, pane: now.pane } satisfies Before, 'tab');
    if (waiting) chooseSheet(waiting[0]);
    else if (!openNew(placed)) return false;
    // What was done in others is kept with the progress.
    const others = [...sheets.getState().away].filter(([, work]) => work.lesson !== '');
    for (const [id] of others) takeOut(id);
  }
  opened = name;
  keepCourse(placed.key);
  shownCourse.setState({ key: placed.key });
  session.setState({ pane: 'lesson' });
  closeLearn();
  return true;
}

function openNew({ name, lesson }: Placed): boolean {
  const begun = progress.getState().of.get(name)?.work ?? beginning(lesson);
  if (!openInSheet(sheetOfLesson(name, lesson, begun), lesson.title)) return false;
  if (isBeginning(lesson, begun)) putCursor(lesson.starts);
  return true;
}

/** Puts the cursor where the lesson wants it, once the editor is there. */
function putCursor(starts: Placed['lesson']['starts']): void {
  if (!starts) return;
  const { sheet, [starts.in]: text } = session.getState();
  const start = text.indexOf(starts.select);
  if (start < 0) return;
  const show = () => {
    const { handle } = editors[starts.in];
    if (!handle) return false;
    if (session.getState().sheet === sheet)
      handle.reveal({ start, end: start + starts.select.length }, { cursor: true });
    return true;
  };
  if (show()) return;
  const stop = onEditorReady(() => show() && stop());
}

/** Closes the sheets of a lesson. */
export function closeLesson(name: string): void {
  if (session.getState().lesson === name) leaveLesson();
  for (const [id, work] of sheets.getState().away) if (work.lesson === name) takeOut(id);
}

/** Keeps the work of a lesson from now on whenever its sheet is left; gives the function that ends it. */
export function watchLeaving(): () => void {
  const stop = onSheetLeft(keepWork);
  window.addEventListener('pagehide', keepWork);
  return () => {
    stop();
    window.removeEventListener('pagehide', keepWork);
  };
}

/** Keeps the work of the lesson that is open, if anything was changed. */
export function keepWork(): void {
  const state = session.getState();
  const placed = state.lesson === '' ? null : lessonNamed(state.lesson);
  if (!placed) return;
  const { name, lesson } = placed;
  const work = workIn(state, lesson);
  const known = progress.getState().of.get(name);
  if (known) setProgress(name, { ...known, work });
  else if (!isBeginning(lesson, work)) setProgress(name, firstProgress(work));
}

/** Leaves the lesson: the sheet and the pane from before are there again, as they were. */
export function leaveLesson(): void {
  const { lesson, sheet } = session.getState();
  if (lesson === '') return;
  const before = load(BEFORE, readBefore, 'tab');
  if (sheets.getState().list.length === 1) openInSheet({});
  if (session.getState().sheet === sheet) takeOut(sheet, before?.sheet);
  else takeOut(sheet);
  const pane = before?.pane ?? 'rule';
  session.setState({ pane: pane === 'lesson' ? 'rule' : pane });
}

function readBefore(value: unknown): Before | undefined {
  if (!isObject(value)) return undefined;
  const [sheet, pane] = [readSheetId(value.sheet), readOneOf(PANES)(value.pane)];
  return sheet === undefined || pane === undefined ? undefined : { sheet, pane };
}

/** Puts a work into the lesson's sheet: its beginning, or a solution. It can be undone. */
export function putWork(
  placed: Placed,
  work = beginning(placed.lesson),
  said = 'The lesson begins anew.',
): void {
  const old = session.getState();
  replaceWork(textsOf(placed, work), { said, why: 'new' });
  const { rule, events, settings } = session.getState();
  if (rule === old.rule && events === old.events) offerExpected(said, old.settings, settings);
}

/** Where only what is expected was changed: offers to undo that, until it is changed again. */
function offerExpected(said: string, old: Work['settings'], after: Work['settings']): void {
  if (JSON.stringify(old.expected) === JSON.stringify(after.expected)) return;
  const run = () => session.setState((now) => ({ settings: settingsBack(old, after, now.settings) }));
  notify({ key: 'lesson tests', text: said, for: 12_000, action: { label: 'Undo', run } });
  dismissOnce('lesson tests', (now) => now.settings.expected !== after.expected);
}

/** The same without a word, where whoever calls can undo it. */
export function putBack(placed: Placed, work = beginning(placed.lesson)): void {
  replaceWork(textsOf(placed, work), null);
}

function textsOf({ name, lesson }: Placed, work: LessonWork): Partial<Work> {
  const { rule, events, ruleName, settings } = sheetOfLesson(name, lesson, work);
  return {
    ...(rule === undefined ? {} : { rule, ruleName: ruleName ?? '' }),
    ...(events === undefined ? {} : { events }),
    ...(settings ? { settings } : {}),
  };
}
