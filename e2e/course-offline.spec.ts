import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { COURSE } from '../app/course/lessons/index';
import { checkSlip, type Lesson, readCourseFile, readSlip } from '../src/teach';
import { CoursePage } from './course-page';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { EVENTS, RULE } from './playground';

/*
 * Once Learn was opened, the course needs no network: all that it loads late has come by then.
 */

/** The last of what comes with Learn; the font may have come before. */
const LAST = [/\/look-up-[\w-]+\.js$/, /\/codicon-[\w-]+\.ttf$/];

/** Opens Learn, waits until all has come that comes with it, and cuts the network. Returns what is asked for in vain. */
async function cutOff(course: CoursePage): Promise<string[]> {
  const awaited = new Set<unknown>();
  course.page.on('request', (request) => awaited.add(request));
  course.page.on('requestfinished', (request) => awaited.delete(request));
  await course.learn();
  await expect
    .poll(async () => {
      const came = await course.page.evaluate(() =>
        performance.getEntriesByType('resource').map((one) => one.name),
      );
      return LAST.every((last) => came.some((name) => last.test(name))) && awaited.size === 0;
    })
    .toBe(true);
  await course.page.context().setOffline(true);
  const lost: string[] = [];
  course.page.on('requestfailed', (request) => lost.push(new URL(request.url()).pathname));
  return lost;
}

async function saved(page: Page, save: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await save();
  return readFileSync(await (await download).path(), 'utf8');
}

const named = (task: Lesson['task']) => COURSE.lessons.find((lesson) => lesson.task === task)!;

for (const [name, isPhone] of [
  ['at a desk', false],
  ['on a phone', true],
] as const) {
  test.describe(name, () => {
    if (isPhone) test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('a lesson of each task is taken without a network, and the slip is made', async ({ page }) => {
      const course = new CoursePage(page, isPhone);
      await course.open();
      await course.paste('Rule', RULE);
      const lost = await cutOff(course);
      for (const task of ['rule', 'events', 'tests'] as const) {
        const lesson = named(task);
        await course.dialog().locator('.learn-lesson').filter({ hasText: lesson.title }).click();
        await expect(course.title()).toHaveText(lesson.title);
        await course.graded();
        await expect(course.passed()).toBeHidden();
        const hints = course.lesson().getByRole('list', { name: 'Hints' }).getByRole('listitem');
        for (const count of [1, 2, 3]) {
          await course
            .lesson()
            .getByRole('button', { name: count === 1 ? 'I am stuck' : 'More help' })
            .click();
          await expect(hints).toHaveCount(count);
        }
        await course.lesson().getByRole('button', { name: 'Show a solution' }).click();
        await expect(course.lesson().getByRole('region', { name: 'Solution' })).toContainText(
          'Solution 1 of',
        );
        await course.answer(lesson, lesson.solutions[0]!);
        await expect(course.passed()).toBeVisible();
        await course.lesson().getByRole('button', { name: 'All lessons' }).first().click();
      }
      await expect(course.dialog()).toContainText(`3 of ${COURSE.lessons.length} lessons passed`);
      await course.dialog().getByRole('button', { name: 'Results', exact: true }).click();
      const save = () => course.dialog().getByRole('button', { name: 'Save as a file' }).click();
      const { slip } = readSlip(JSON.parse(await saved(page, save)));
      const { passed, holds } = checkSlip(slip!, COURSE.lessons);
      expect([passed, holds]).toEqual([3, true]);
      await course.escape(course.dialog());

      await course.lesson().getByRole('button', { name: '‹ Previous' }).click();
      await course.graded();
      await course.lesson().getByRole('button', { name: 'Leave' }).click();
      await expect(course.lesson()).toBeHidden();
      await expect.poll(() => course.text('Rule')).toBe(RULE);
      expect(lost).toEqual([]);
      await expect(page.getByText(/could not be loaded|failed/)).toHaveCount(0);
    });
  });
}

test('the way of a hint and of a link in a lesson work without a network', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  const lost = await cutOff(course);
  const lesson = COURSE.lessons.find(({ task, text }) => task === 'rule' && text.includes('](#lesson='))!;
  await course.dialog().locator('.learn-lesson').filter({ hasText: lesson.title }).click();
  await course.graded();
  for (const tab of ['Matches', 'Explain', 'Tests', 'Problems']) {
    await course.tab(tab);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expect(page.getByText('Loading…', { exact: true })).toHaveCount(0);
  }
  expect(lost).toEqual([]);
  // The reference opens, too; only what runs in it would start an engine of its own.
  await course.box('Rule').focus();
  await page.keyboard.press('Shift+F1');
  const reference = page.getByRole('dialog', { name: 'Reference' });
  await expect(reference).toBeVisible();
  await course.escape(reference);
  await course.lesson().locator('.lesson-text-link').first().click();
  await expect(course.title()).not.toHaveText(lesson.title);
  await expect(page.locator('.guard')).toHaveCount(0);
});

test('a lesson is written, tried and saved without a network', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await course.paste('Rule', RULE);
  await course.paste('Events', EVENTS.split('\n').slice(0, 2).join('\n'));
  await expect(course.verdict(2, 'no match')).toBeVisible();
  const lost = await cutOff(course);
  const dialog = course.dialog();
  await dialog.getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await dialog.getByRole('button', { name: 'New lesson from the present work' }).click();
  for (const [field, value] of [
    ['Goal', 'Find event 1, leave event 2.'],
    ['Text', 'Written on a train, where `no` network is.'],
    ['Rule to begin with', RULE.replace('whoami.exe', 'who.exe')],
    ['What solution 1 does', 'It asks for both.'],
  ] as const)
    await page.getByRole('textbox', { name: field, exact: true }).fill(value);
  const checks = dialog.getByRole('region', { name: 'Checks' });
  await expect(checks).toContainText('Solution 1 passes.');
  const save = () => dialog.getByRole('button', { name: 'Save as a file' }).click();
  expect(readCourseFile(await saved(page, save)).course?.lessons).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Try it as a learner' }).click();
  await course.graded();
  await course.paste('Rule', RULE);
  await expect(course.passed()).toBeVisible();
  await course.lesson().getByRole('button', { name: 'Back to writing' }).click();
  await expect(dialog).toBeVisible();
  expect(lost).toEqual([]);
});

test('what did not come with Learn is asked for again once it is needed', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  const course = new CoursePage(page);
  await course.open();
  const SHEET = '**/assets/LessonPane-*.css';
  await page.route(SHEET, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  const denied = page.waitForResponse(SHEET);
  await course.learn();
  await denied;
  const links = page.locator('link[href*="LessonPane-"][rel="stylesheet"]');
  await expect(links).toHaveCount(0);
  await page.unroute(SHEET);
  await course.dialog().locator('.learn-lesson').first().click();
  await course.graded();
  await expect(links).toHaveCount(1);
  await expect(course.lesson().locator('.lesson')).toHaveCSS('display', 'flex');
});
