import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { CoursePage } from './course-page';

/*
 * A teacher writes a lesson, tries it and shares it; a learner takes it and hands in the slip; the teacher checks it.
 */

const event = (image: string) =>
  JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', Image: image });
const EVENTS = [
  event('C:\\Windows\\System32\\whoami.exe'),
  event('C:\\Windows\\System32\\cmd.exe'),
  event('D:\\tools\\whoami.exe'),
  event('D:\\tools\\notwhoami.exe'),
].join('\n');
const rule = (image: string) => `title: Whoami anywhere
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        ${image}
    condition: selection
`;
const SOLUTION = rule("Image|endswith: '\\whoami.exe'");
const ONLY_SHOWN = rule("Image: 'C:\\Windows\\System32\\whoami.exe'");

async function field(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).fill(value);
}

async function write(course: CoursePage): Promise<void> {
  const { page } = course;
  await course.pane('Rule');
  await course.paste('Rule', SOLUTION);
  await course.pane('Events');
  await course.paste('Events', EVENTS);
  await expect(course.verdict(3, 'match')).toBeVisible();
  await course.learn();
  await course.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await course.dialog().getByRole('button', { name: 'New lesson from the present work' }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Whoami anywhere');
  await field(page, 'What it teaches', 'The end of a path');
  await field(page, 'Goal', 'Find event 1, leave event 2.');
  await field(page, 'Text', 'A path **ends** with a `program`. <img src=x onerror=alert(1)>');
  await field(page, 'Rule to begin with', rule("Image: 'whoami.exe'"));
  await field(page, 'What solution 1 does', 'It asks for the end.');
  for (const [n, kind] of [
    [3, 'the program in another folder'],
    [4, 'a program whose name only ends alike'],
  ] as const) {
    await page.getByRole('combobox', { name: `Where event ${n} is` }).selectOption('held');
    await field(page, `Kind of event ${n}`, kind);
  }
  const checks = course.dialog().getByRole('region', { name: 'Checks' });
  await expect(checks).toContainText('The beginning does not pass yet.');
  await expect(checks).toContainText('Solution 1 passes.');
}

test('a lesson is written, tried, shared, taken, and its slip is checked', async ({
  page,
  browser,
  context,
}) => {
  test.setTimeout(300_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const teacher = new CoursePage(page);
  await teacher.open();
  await write(teacher);
  const preview = teacher.dialog().getByRole('region', { name: 'As the learner sees it' });
  await expect(preview.getByText('ends', { exact: true })).toHaveCSS('font-weight', '700');
  await expect(preview.locator('img')).toHaveCount(0);
  await expect(preview).toContainText('<img src=x');

  // As a learner would meet it.
  await teacher.dialog().getByRole('button', { name: 'Try it as a learner' }).click();
  await expect(teacher.title()).toHaveText('Whoami anywhere');
  await teacher.graded();
  await expect(teacher.passed()).toBeHidden();
  await teacher.paste('Rule', SOLUTION);
  await expect(teacher.passed()).toBeVisible();
  await teacher.lesson().getByRole('button', { name: 'Back to writing' }).click();
  await expect.poll(() => teacher.text('Events')).toBe(EVENTS);

  await teacher.dialog().getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied. The link itself holds the lessons')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#lesson-file=');

  const other = await browser.newContext();
  await other.grantPermissions(['clipboard-read', 'clipboard-write']);
  const learner = new CoursePage(await other.newPage());
  await learner.open(link);
  await expect(learner.title()).toHaveText('Whoami anywhere');
  await learner.graded();
  await learner.paste('Rule', ONLY_SHOWN);
  await learner.graded();
  await expect(learner.lesson()).toContainText('It misses the program in another folder.');
  await learner.paste('Rule', SOLUTION);
  await expect(learner.passed()).toBeVisible();
  // It is in this browser from now on.
  await learner.page.reload();
  await learner.ready();
  await expect(learner.title()).toHaveText('Whoami anywhere');
  await learner.lesson().getByRole('button', { name: 'All lessons' }).first().click();
  await expect(learner.dialog()).toContainText('1 of 1 lesson passed');
  await learner.dialog().getByRole('button', { name: 'Results', exact: true }).click();
  await field(learner.page, 'Your name, as your teacher knows you', 'Ada');
  await learner.dialog().getByRole('button', { name: 'Copy as text' }).click();
  await expect(learner.page.getByText('Slip copied.')).toBeVisible();
  const slip = await learner.page.evaluate(() => navigator.clipboard.readText());
  expect(slip).toContain('1. Whoami anywhere: passed');
  const download = learner.page.waitForEvent('download');
  await learner.dialog().getByRole('button', { name: 'Save as a file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  await other.close();

  // The teacher gets it as a text, and as a file that was typed.
  await teacher.dialog().getByRole('button', { name: 'Results', exact: true }).click();
  await field(page, 'A slip’s text with its link, or the content of its file', slip);
  await teacher.dialog().getByRole('button', { name: 'Check', exact: true }).click();
  const ada = teacher.dialog().getByRole('article', { name: 'Slip of Ada' });
  await expect(ada.first()).toContainText('1 lesson passed of 1. The slip holds.');
  const typed = file.replaceAll('endswith', 'startswith').replace('"Ada"', '"Eve"');
  await field(page, 'A slip’s text with its link, or the content of its file', typed);
  await teacher.dialog().getByRole('button', { name: 'Check', exact: true }).click();
  const eve = teacher.dialog().getByRole('article', { name: 'Slip of Eve' });
  await expect(eve).toContainText('The slip claims more than holds.');
  await expect(eve).toContainText('does not hold');
  await ada.getByRole('button', { name: 'Open the work in Whoami anywhere' }).click();
  await expect.poll(() => teacher.text('Rule')).toBe(SOLUTION);
});

test('several lessons in order go as one link, and as a file that comes back', async ({ page, browser }) => {
  const teacher = new CoursePage(page);
  await teacher.open();
  await write(teacher);
  const dialog = teacher.dialog();
  await dialog.getByRole('button', { name: 'New lesson from the present work' }).click();
  await field(page, 'Title', 'The second one');
  await field(page, 'Goal', 'Find event 1.');
  await field(page, 'Text', 'Once more.');
  await field(page, 'What solution 1 does', 'The same.');
  await field(page, 'Course', 'Two lessons');
  await dialog.getByRole('button', { name: 'Move up' }).click();
  const listed = dialog.getByRole('region', { name: 'Your course' }).getByRole('listitem');
  await expect(listed).toHaveText(['1. The second one', '2. Whoami anywhere']);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  const path = await (await download).path();

  const learner = new CoursePage(await (await browser.newContext()).newPage());
  await learner.open();
  await learner.learn();
  await learner.dialog().getByLabel('Open course file').setInputFiles(path);
  await expect(learner.dialog()).toContainText('0 of 2 lessons passed');
  await expect(learner.dialog().getByRole('combobox', { name: 'Course' })).toContainText('Two lessons');
  await learner.dialog().getByRole('button', { name: 'Begin: The second one' }).click();
  await expect(learner.title()).toHaveText('The second one');
  await learner.lesson().getByRole('button', { name: 'Next ›' }).click();
  await expect(learner.title()).toHaveText('Whoami anywhere');
  await learner.page.context().close();
});

test('what is written stays over a reload; a damaged link and file change nothing', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await write(course);
  await page.reload();
  await course.ready();
  await page.evaluate(() => {
    location.hash = '#course=AAAA';
  });
  await expect(page.getByText('This link cannot be opened')).toBeVisible();
  await course.learn();
  await course.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Whoami anywhere');
  await course
    .dialog()
    .getByLabel('Open lesson file')
    .setInputFiles({ name: 'no.yml', mimeType: 'application/yaml', buffer: Buffer.from('title: [') });
  await expect(page.getByText('no.yml holds no lesson')).toBeVisible();
  await expect(
    course.dialog().getByRole('region', { name: 'Your course' }).getByRole('listitem'),
  ).toHaveCount(1);
});

/** Everything of an open dialog that reaches beyond the screen, or that has to be moved sideways to be seen. */
function tooWide(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((root) => {
    const isHidden = (one: Element) => one.closest('.visually-hidden, [hidden]') !== null;
    const isOut = (one: Element) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
    };
    const isScrolled = (one: Element) =>
      one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX);
    return [document.documentElement, root, ...root.querySelectorAll('*')]
      .filter((one) => !isHidden(one) && (isOut(one) || isScrolled(one)))
      .map((one) => `${one.tagName} ${one.className}`);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a lesson is written, tried, and its slip made and checked; nothing is wider than the screen', async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const course = new CoursePage(page, true);
    await course.open();
    await write(course);
    const dialog = course.dialog();
    expect(await tooWide(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: 'Try it as a learner' }).click();
    await course.graded();
    await course.pane('Rule');
    await course.paste('Rule', SOLUTION);
    await course.pane('Lesson');
    await expect(course.passed()).toBeVisible();
    expect(await tooWide(course.lesson())).toEqual([]);
    await course.lesson().getByRole('button', { name: 'Back to writing' }).click();
    await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Whoami anywhere');
    await dialog.getByRole('button', { name: 'Lessons', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Course' }).selectOption({ label: 'Whoami anywhere' });
    await expect(dialog).toContainText('1 of 1 lesson passed');
    expect(await tooWide(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: 'Results', exact: true }).click();
    await field(
      page,
      'Your name, as your teacher knows you',
      'Ada of the very long and hyphenated-family-name',
    );
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as a file' }).click();
    await dialog.getByLabel('Open slip files').setInputFiles(await (await download).path());
    const ada = dialog.getByRole('article', { name: 'Slip of Ada' });
    await expect(ada).toContainText('1 lesson passed of 1. The slip holds.');
    const row = ada.getByRole('row').filter({ hasText: 'Whoami anywhere' });
    await expect(row).toContainText('✓ passes');
    await row.getByRole('button', { name: 'Open the work in Whoami anywhere' }).scrollIntoViewIfNeeded();
    expect(await tooWide(dialog)).toEqual([]);
    await row.getByRole('button', { name: 'Open the work in Whoami anywhere' }).click();
    await expect.poll(() => course.text('Rule')).toBe(SOLUTION);
  });
});

test('two tabs write one course; its slips are checked without trying it', async ({ page, context }) => {
  const first = new CoursePage(page);
  await first.open();
  await first.learn();
  await first.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await first.dialog().getByRole('button', { name: 'New lesson from the present work' }).click();
  await field(page, 'Title', 'Alpha');
  const second = new CoursePage(await context.newPage());
  await second.open();
  await second.learn();
  await second.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await second.dialog().getByRole('button', { name: 'New lesson from the present work' }).click();
  await field(second.page, 'Title', 'Beta');
  const listed = first.dialog().getByRole('region', { name: 'Your course' }).getByRole('listitem');
  await expect(listed).toHaveText(['1. Alpha', '2. Beta']);
  await field(page, 'Goal', 'Find event 1.');
  await second.page.reload();
  await second.ready();
  await second.learn();
  await second.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
  await expect(second.page.getByRole('textbox', { name: 'Goal', exact: true })).toHaveValue('Find event 1.');

  const slip = {
    slip: 1,
    course: 'Alpha',
    learner: 'Ada',
    made: '2026-03-02T14:05:00Z',
    entries: [
      {
        lesson: 'alpha',
        title: 'Alpha',
        passed: false,
        tries: 1,
        at: '2026-03-02T14:05:00Z',
        work: { rule: 'x' },
      },
    ],
  };
  await first.dialog().getByRole('button', { name: 'Results', exact: true }).click();
  await field(page, 'A slip’s text with its link, or the content of its file', JSON.stringify(slip));
  await first.dialog().getByRole('button', { name: 'Check', exact: true }).click();
  const ada = first.dialog().getByRole('article', { name: 'Slip of Ada' });
  await expect(ada).toContainText('0 lessons passed of 2. The slip holds.');
});
