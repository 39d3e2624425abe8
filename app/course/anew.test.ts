import { beforeEach, expect, test } from 'vitest';
import { workOf } from '../../src/teach';
import { chooseSheet } from '../actions/sheets';
import { session } from '../state/session';
import { sheetWorkOf } from '../state/sheet-work';
import { sheets } from '../state/sheets';
import { notices } from '../ui/notices';
import { beginAnew } from './anew';
import { lessonNamed } from './courses';
import { keepWork, leaveLesson, openLesson, putWork } from './enter';
import { changedGiven, sheetOfLesson, workIn } from './lesson-work';
import { COURSE } from './lessons/index';
import { progress, setProgress } from './progress';

const START = session.getState();
const NAMES = COURSE.lessons.map(({ id }) => id);
const RULE_LESSON = lessonNamed('one-field')!;
const TESTS_LESSON = lessonNamed('a-test-that-bites')!;

beforeEach(() => {
  notices.setState([], true);
  progress.setState({ of: new Map(), damaged: [] }, true);
  sheets.setState({ list: [{ id: 'a', title: '', told: null }], away: new Map() }, true);
  session.setState({ ...START, ...sheetWorkOf({ rule: 'title: A', events: '{}' }), sheet: 'a' }, true);
});

/** Opens a lesson and passes it. */
function pass({ name, lesson }: typeof RULE_LESSON) {
  openLesson(name);
  const work = workOf(lesson, lesson.solutions[0]!);
  session.setState(sheetOfLesson(name, lesson, work));
  setProgress(name, { state: 'passed', tries: 1, helped: 0, sawSolution: false, work, passed: work, at: 1 });
  return work;
}
const undo = () =>
  notices
    .getState()
    .find(({ key }) => key === 'progress')!
    .action!.run();

test.each([RULE_LESSON, TESTS_LESSON])('the open lesson $name begins anew with its course', (placed) => {
  const { name, lesson } = placed;
  const work = pass(placed);
  beginAnew(NAMES, 'The course');
  expect(workIn(session.getState(), lesson)).toEqual(workOf(lesson, {}));
  keepWork();
  leaveLesson();
  // Nothing of the pass comes back.
  expect(progress.getState().of.size).toBe(0);
  openLesson(name);
  undo();
  expect([progress.getState().of.get(name)?.state, workIn(session.getState(), lesson)]).toEqual([
    'passed',
    workIn({ ...session.getState(), ...sheetOfLesson(name, lesson, work) } as never, lesson),
  ]);
});

test('in a lesson of tests, starting over is told and can be undone until something else is expected', () => {
  const { lesson } = TESTS_LESSON;
  const work = pass(TESTS_LESSON);
  const last = () => notices.getState().at(-1);
  putWork(TESTS_LESSON);
  expect(workIn(session.getState(), lesson).expected).toEqual(lesson.expected);
  expect(last()?.text).toBe('The lesson begins anew.');
  last()!.action!.run();
  expect(workIn(session.getState(), lesson).expected).toEqual(work.expected);
  putWork(TESTS_LESSON);
  const { settings } = session.getState();
  session.setState({ settings: { ...settings, expected: {} } });
  expect(notices.getState().filter(({ key }) => key === 'lesson tests')).toEqual([]);
});

test('a lesson that waits in its sheet is closed; one of another course stays', () => {
  pass(RULE_LESSON);
  chooseSheet('a');
  beginAnew(['of-another'], 'Another course');
  expect(sheets.getState().list).toHaveLength(2);
  beginAnew(NAMES, 'The course');
  expect(sheets.getState().list).toHaveLength(1);
  expect(session.getState().rule).toBe('title: A');
});

test('what a lesson expects stays with its own events when those are edited', () => {
  const { name, lesson } = RULE_LESSON;
  const begun = workOf(lesson, {});
  const { events } = lesson;
  const fewer = { ...begun, events: events.slice(events.indexOf('\n') + 1) };
  const expected = (work: typeof begun) => sheetOfLesson(name, lesson, work).settings!.expected;
  expect(expected(fewer)).toEqual(expected(begun));
  expect([changedGiven(lesson, begun), changedGiven(lesson, fewer)]).toEqual([null, 'events']);
  const other = { ...workOf(TESTS_LESSON.lesson, {}), rule: 'x' };
  expect(changedGiven(TESTS_LESSON.lesson, other)).toBe('rule');
});
