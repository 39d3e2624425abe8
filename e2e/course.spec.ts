import { expect, test } from '@playwright/test';
import { COURSE } from '../app/course/lessons/index';
import { CoursePage } from './course-page';
import { follow, HistoryPanel, linkTo } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';
import { SheetRow } from './sheet-row';

const { lessons } = COURSE;
const LAST = lessons.length - 1;

for (const [name, isPhone] of [
  ['at a desk', false],
  ['on a phone', true],
] as const) {
  test.describe(name, () => {
    if (isPhone) test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('the whole course: no lesson passes at its beginning, each does with a solution', async ({
      page,
    }) => {
      test.setTimeout(600_000);
      const course = new CoursePage(page, isPhone);
      await course.open();
      await course.learn();
      await course
        .dialog()
        .getByRole('button', { name: `Begin: ${lessons[0]!.title}` })
        .click();
      for (const [i, lesson] of lessons.entries()) {
        await expect(course.title()).toHaveText(lesson.title);
        await course.graded();
        await expect(course.passed(), lesson.id).toBeHidden();
        await course.answer(lesson, lesson.solutions.at(isPhone ? -1 : 0)!);
        await expect(course.passed(), lesson.id).toBeVisible();
        if (i < LAST) await course.passed().getByRole('button', { name: 'Next' }).click();
      }
      await course.passed().getByRole('button', { name: 'All lessons' }).click();
      const dialog = course.dialog();
      await expect(dialog).toContainText(`${lessons.length} of ${lessons.length} lessons passed`);
      await expect(dialog.locator('.learn-lesson').filter({ hasText: '✓ passed' })).toHaveCount(
        lessons.length,
      );
    });
  });
}

test('leaving a lesson brings the work back as it was, and the lesson as it was left', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await course.paste('Rule', RULE);
  await course.paste('Events', EVENTS);
  await course.verdict(3, 'no match').click();
  await page.getByText('Ignore log sources').click();
  await course.tab('Problems');
  await page.getByRole('tab', { name: 'Problems', selected: true }).waitFor();
  const line = await course.cursorLine('Events');
  const [first] = lessons;
  await page.goto(`./#lesson=${first!.id}`);
  await expect(course.title()).toHaveText(first!.title);
  await expect(course.title()).toBeFocused();
  await course.graded();
  const begun = await course.text('Rule');
  expect(begun).not.toBe(RULE);
  await course.paste('Rule', `${begun}# mine\n`);
  await course.lesson().getByRole('button', { name: 'Leave' }).click();
  await expect(course.lesson()).toBeHidden();
  expect([await course.text('Rule'), await course.text('Events')]).toEqual([RULE, EVENTS]);
  await expect(page.getByRole('option', { name: /^Event 3/, selected: true })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Ignore log sources' })).toBeChecked();
  await expect(page.getByRole('tab', { name: 'Problems', selected: true })).toBeVisible();
  expect(await course.cursorLine('Events')).toBe(line);
  await expect(new SheetRow(page).row()).toBeHidden();

  await course.learn();
  await course.dialog().locator('.learn-lesson').filter({ hasText: first!.title }).click();
  await expect.poll(() => course.text('Rule')).toBe(`${begun}# mine\n`);
  await course.lesson().getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => course.text('Rule')).toBe(begun);
});

test('other work that is opened in a lesson has a sheet of its own, and leads back', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await course.paste('Rule', RULE);
  await course.paste('Events', EVENTS);
  await page.goto(`./#lesson=${lessons[0]!.id}`);
  await course.graded();
  const begun = await course.text('Rule');
  const sheets = new SheetRow(page);
  const back = async () => {
    await page.getByRole('button', { name: 'Back to the lesson' }).click();
    await course.graded();
    expect(await course.text('Rule')).toBe(begun);
  };
  await follow(page, await linkTo(page, 'title: Linked\n', ''));
  await expect.poll(() => course.text('Rule')).toBe('title: Linked\n');
  await expect(course.lesson()).toBeHidden();
  await expect(sheets.tabs()).toHaveCount(3);
  await back();
  const history = await new HistoryPanel(page).open();
  await history.bringBack('Whoami');
  await expect.poll(() => course.text('Rule')).toBe(RULE);
  await expect(sheets.tabs()).toHaveCount(4);
  await back();
});

test('a reload stays in the lesson; leaving it then still leads back', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await course.paste('Rule', RULE);
  await page.goto(`./#lesson=${lessons[1]!.id}`);
  await course.graded();
  await expect
    .poll(() => page.evaluate(() => JSON.parse(sessionStorage.getItem('sigma-playground.lesson') ?? '""')))
    .toBe(lessons[1]!.id);
  await page.reload();
  await course.ready();
  await expect(course.title()).toHaveText(lessons[1]!.title);
  await course.lesson().getByRole('button', { name: 'Leave' }).click();
  await expect.poll(() => course.text('Rule')).toBe(RULE);
});

test('help comes in three steps, and begins anew once something else is in the way', async ({ page }) => {
  const course = new CoursePage(page);
  const lesson = lessons.find(({ task }) => task === 'rule')!;
  await course.open(`./#lesson=${lesson.id}`);
  await course.graded();
  const hints = course.lesson().getByRole('list', { name: 'Hints' }).getByRole('listitem');
  await course.lesson().getByRole('button', { name: 'I am stuck' }).click();
  await expect(hints).toHaveCount(1);
  for (const count of [2, 3]) {
    await course.lesson().getByRole('button', { name: 'More help' }).click();
    await expect(hints).toHaveCount(count);
  }
  await course.paste('Rule', 'title: [');
  await course.graded();
  await course.lesson().getByRole('button', { name: 'I am stuck' }).click();
  await expect(hints).toHaveCount(1);
});

test('a solution is shown with what it does, put into the editor, and taken back', async ({ page }) => {
  const course = new CoursePage(page);
  const lesson = lessons.find(({ task }) => task === 'rule')!;
  await course.open(`./#lesson=${lesson.id}`);
  await course.graded();
  const begun = await course.text('Rule');
  await course.lesson().getByRole('button', { name: 'Show a solution' }).click();
  const shown = course.lesson().getByRole('region', { name: 'Solution' });
  await expect(shown).toContainText(`Solution 1 of ${lesson.solutions.length}`);
  await shown.getByRole('button', { name: 'Put it into the editor' }).click();
  await expect(course.passed()).toBeVisible();
  await expect(course.lesson().getByRole('status')).toHaveText(`Passed: ${lesson.title}.`);
  expect(await course.text('Rule')).toBe(lesson.solutions[0]!.rule);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => course.text('Rule')).toBe(begun);
  await expect(course.passed()).toBeHidden();
});

test('a pattern that never ends is named in the lesson, and the page goes on', async ({ page }) => {
  const course = new CoursePage(page);
  // Long enough for the pattern to try all ways to take it apart.
  const isLong = (events: string) => /"CommandLine": ?"[^"]{30}/.test(events);
  const lesson = lessons.find(({ task, events }) => task === 'rule' && isLong(events))!;
  await course.open(`./?patience=700#lesson=${lesson.id}`);
  await course.graded();
  const slow = `title: t\ndetection:\n  s:\n    CommandLine|re: '^(?=.)(.+)+(.+)+\\x00$'\n  condition: s\n`;
  await course.paste('Rule', slow);
  await expect(course.lesson()).toContainText('took too long and was stopped');
  await course.paste('Rule', lesson.solutions[0]!.rule!);
  await expect(course.passed()).toBeVisible();
});

test('progress goes out as a file and comes into another browser; what is damaged is told', async ({
  page,
  browser,
}) => {
  const course = new CoursePage(page);
  const lesson = lessons.find(({ task }) => task === 'rule')!;
  await course.open(`./#lesson=${lesson.id}`);
  await course.graded();
  await course.answer(lesson, lesson.solutions[0]!);
  await expect(course.passed()).toBeVisible();
  await course.lesson().getByRole('button', { name: 'All lessons' }).first().click();
  const download = page.waitForEvent('download');
  await course.dialog().getByRole('button', { name: 'Save progress as a file' }).click();
  const path = await (await download).path();

  const fresh = new CoursePage(await (await browser.newContext()).newPage());
  await fresh.page.addInitScript(() => localStorage.setItem('sigma-playground.lesson.broken', '{'));
  await fresh.open();
  await fresh.learn();
  await expect(fresh.dialog()).toContainText('cannot be read');
  const row = fresh.dialog().locator('.learn-lesson').filter({ hasText: lesson.title });
  await expect(row).toContainText('new');
  await fresh.dialog().getByLabel('Open progress file').setInputFiles(path);
  await expect(row).toContainText('passed');
  await fresh.dialog().getByRole('button', { name: 'Remove what cannot be read' }).click();
  await expect(fresh.dialog()).not.toContainText('cannot be read');
  await fresh.page.context().close();
});

test('by keyboard alone: from the header into a lesson, to the editor, back and on', async ({ page }) => {
  const playground = new Playground(page);
  const course = new CoursePage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Learn', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(course.dialog()).toBeVisible();
  const begin = course.dialog().getByRole('button', { name: /^Begin/ });
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return begin.evaluate((one) => one === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect(course.title()).toBeFocused();
  await page.keyboard.press('F6');
  await expect(playground.box('Rule')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect.poll(() => course.lesson().evaluate((one) => one.contains(document.activeElement))).toBe(true);
});
