import { beforeEach, expect, test } from 'vitest';
import { session } from '../state/session';
import { MOST_SHEETS } from '../state/sheet-list';
import { sheetWorkOf } from '../state/sheet-work';
import { sheets } from '../state/sheets';
import { notices } from '../ui/notices';
import { besideLesson } from './beside-lesson';
import { openExample } from './open-example';
import { newSheet } from './sheets';

/* Other work beside a lesson, without editors and engine. `e2e/course.spec.ts` has links and History. */

const START = session.getState();
beforeEach(() => {
  notices.setState([], true);
  sheets.setState({ list: [{ id: 'a', title: '', told: null }], away: new Map() }, true);
});

/** The chosen sheet has this text of a rule, and belongs to this lesson; '' for none. */
const choose = (rule: string, lesson: string) =>
  session.setState({ ...START, ...sheetWorkOf({ rule, lesson }), sheet: 'a', pane: 'lesson' }, true);

/** The sheets in their order, by their lessons and rules; the chosen one in brackets. */
function row(): string {
  const { list, away } = sheets.getState();
  const now = session.getState();
  return list
    .map(({ id }) => {
      const { lesson, rule } = away.get(id) ?? now;
      const said = `${lesson}: ${rule.split('\n')[0]}`;
      return id === now.sheet ? `[${said}]` : said;
    })
    .join(' | ');
}

test.each([
  ['nobody’s lesson: in its place', '', 'title: A', /^\[: title: (?!A).+\]$/],
  ['a lesson: in a sheet of its own', 'glob', 'title: A', /^glob: title: A \| \[: title: (?!A).+\]$/],
  ['a lesson without a text', 'glob', '', /^glob: {2}\| \[: title: (?!A).+\]$/],
])('an example over %s', async (_, lesson, rule, expected) => {
  choose(rule, lesson);
  await openExample('certutil-windash');
  expect(row()).toMatch(expected);
  expect(session.getState().pane).toBe('rule');
});

test('the way back leads to the lesson as it was, while it is there', () => {
  choose('title: A', 'glob');
  expect(besideLesson()).toBe(true);
  const back = () =>
    notices
      .getState()
      .find(({ key }) => key === 'beside lesson')
      ?.action?.run();
  back();
  expect([row(), session.getState().pane]).toEqual(['[glob: title: A] | : ', 'lesson']);
  // It is there already.
  back();
  expect(row()).toBe('[glob: title: A] | : ');
});

test('without room for a sheet nothing is opened, and that is told', async () => {
  choose('title: A', 'glob');
  for (let i = 1; i < MOST_SHEETS; i++) newSheet();
  session.setState({ lesson: 'last', rule: 'title: L' });
  const before = row();
  await openExample('certutil-windash');
  expect(row()).toBe(before);
  expect(notices.getState().map(({ key }) => key)).toEqual(['sheets']);
});
