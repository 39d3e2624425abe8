import { expect, type Page, test } from '@playwright/test';
import { COURSE } from '../app/course/lessons/index';
import type { Course } from '../src/teach';
import { CoursePage } from './course-page';
import { EVENTS, RULE } from './playground';
import { linkOf, linkOfSlip, linkTo, ONLY_SHOWN, PASSES, slipBy, taught } from './taught';

/*
 * Links of courses and slips, opened where nobody has been before; and such as somebody has made to do harm.
 */

const CLASS: Course = {
  title: 'Our first week',
  about: 'Two lessons about processes.',
  lessons: [
    taught('path-end', 'The end of a path', { text: 'Then comes [the other one](#lesson=once-more).' }),
    taught('once-more', 'Once more'),
  ],
};

const follow = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

test('a course that a link brings is listed, taken from its first lesson, and stays', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(`./${await linkTo(CLASS)}`);
  const dialog = course.dialog();
  await expect(dialog).toContainText('Our first week');
  await expect(dialog).toContainText('0 of 2 lessons passed');
  await expect(dialog.locator('.learn-title')).toHaveText(['The end of a path', 'Once more']);
  expect(new URL(page.url()).hash).toBe('');
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /\.course\./.test(key)));
  expect(await kept()).toEqual([]);
  await dialog.getByRole('button', { name: 'Begin: The end of a path' }).click();
  await expect(course.title()).toHaveText('The end of a path');
  await expect.poll(kept).toHaveLength(1);
  await course.graded();
  await course.paste('Rule', ONLY_SHOWN);
  await expect(course.lesson()).toContainText('It misses the program in another folder.');
  await course.paste('Rule', PASSES);
  await course.passed().getByRole('button', { name: 'Next: Once more' }).click();
  await expect(course.title()).toHaveText('Once more');
  await course.lesson().getByRole('button', { name: '‹ Previous' }).click();
  // A link in a lesson leads to the lesson of its own course.
  await course.lesson().getByRole('link', { name: 'the other one' }).click();
  await expect(course.title()).toHaveText('Once more');
  await page.reload();
  await course.ready();
  await course.lesson().getByRole('button', { name: 'All lessons' }).first().click();
  await expect(dialog).toContainText('1 of 2 lessons passed');
});

test('a slip that a link brings is graded again: by our course, and by one of the teacher’s', async ({
  page,
}) => {
  const course = new CoursePage(page);
  const [first, second] = COURSE.lessons.filter(({ task }) => task === 'rule');
  const solved = { [first!.id]: first!.solutions[0]!.rule!, [second!.id]: second!.solutions[1]!.rule! };
  await course.open(`./${await linkOfSlip(slipBy('Ada', COURSE, solved))}`);
  const slip = (name: string) => course.dialog().getByRole('article', { name: `Slip of ${name}` });
  await expect(slip('Ada')).toContainText('The slip holds.');
  await expect(slip('Ada').getByRole('row').filter({ hasText: '✓ passes' })).toHaveCount(2);

  const typed = { ...solved, [second!.id]: second!.rule };
  await follow(page, await linkOfSlip(slipBy('Eve', COURSE, typed)));
  await expect(slip('Eve')).toContainText('The slip claims more than holds.');
  await expect(slip('Eve').getByRole('row').filter({ hasText: second!.title })).toContainText(
    '✗ does not hold',
  );
  await expect(slip('Ada')).toBeVisible();

  // A slip that came before its course waits for it.
  await follow(page, await linkOfSlip(slipBy('Mara', CLASS, { 'path-end': PASSES })));
  await expect(slip('Mara')).toContainText('The course of this slip is not in this browser.');
  await follow(page, await linkTo(CLASS));
  await expect(course.dialog()).toContainText('0 of 2 lessons passed');
  await course.dialog().getByRole('button', { name: 'Results', exact: true }).click();
  await expect(slip('Mara')).toContainText('1 lesson passed of 2. The slip holds.');

  // A teacher revises a lesson: works of both versions count, by the version that they are of.
  const toCmd = (text: string) => text.replaceAll('whoami.exe', 'cmd.exe');
  const [old] = CLASS.lessons;
  const revised = taught('path-end', 'The end of a path', {
    events: toCmd(old!.events),
    expected: ['match', 'match'],
    held: [],
    solutions: [{ does: 'It asks for the end.', rule: toCmd(PASSES) }],
  });
  await follow(page, await linkOfSlip(slipBy('Zoe', CLASS, { 'path-end': toCmd(PASSES) })));
  await expect(slip('Zoe')).toContainText('The slip claims more than holds.');
  await follow(page, await linkTo({ ...CLASS, lessons: [revised, CLASS.lessons[1]!] }));
  await expect(course.dialog()).toContainText('0 of 2 lessons passed');
  await course.dialog().getByRole('button', { name: 'Results', exact: true }).click();
  await expect(slip('Zoe')).toContainText('1 lesson passed of 2. The slip holds.');
  await expect(slip('Zoe')).toContainText('passes by another version of the lesson');
  await expect(slip('Mara')).toContainText('The slip holds.');
});

test.describe('what is no good is told, and the work is unchanged', () => {
  const alone = { title: 'T', about: '', lessons: [taught('one', 'One'), taught('two', 'Two')] };
  const withId = (id: string) => ({ ...alone, lessons: [{ ...taught('x', 'X'), id }] });
  const cut = (hash: string) => hash.slice(0, Math.floor(hash.length / 2));
  const CASES: readonly (readonly [what: string, hash: () => Promise<string>, says: string])[] = [
    ['half a course', async () => cut(await linkTo(CLASS)), 'it is damaged or incomplete'],
    [
      'half a slip',
      async () => cut(await linkOfSlip(slipBy('A', CLASS, { 'path-end': PASSES }))),
      'it is damaged or incomplete',
    ],
    ['the id __proto__', () => linkOf('#course=', withId('__proto__')), 'it holds no lesson'],
    [
      'a link that is a script',
      () =>
        linkOf('#course=', {
          ...alone,
          lessons: [taught('one', 'One', { text: '[x](javascript:alert(1))' })],
        }),
      'it holds no lesson',
    ],
    [
      'a rule in place of a course',
      () => linkOf('#course=', { rule: 'a', events: 'b' }),
      'it holds no lesson',
    ],
    ['a course in place of a slip', () => linkOf('#slip=', alone), 'it holds no slip'],
    ['a lesson that is not here', async () => '#lesson=__proto__', 'There is no lesson “__proto__”'],
    ['a method of objects', async () => '#lesson=constructor', 'There is no lesson “constructor”'],
  ];
  for (const [what, hash, says] of CASES)
    test(what, async ({ page }) => {
      const course = new CoursePage(page);
      await course.open();
      await course.paste('Rule', RULE);
      await course.paste('Events', EVENTS);
      await follow(page, await hash());
      await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
      await expect(course.dialog()).toBeHidden();
      await expect(course.lesson()).toBeHidden();
      expect([await course.text('Rule'), await course.text('Events')]).toEqual([RULE, EVENTS]);
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes('.course.'))),
      ).toEqual([]);
    });
});

test('HTML in any text of a course and a slip stays text; names of objects are names', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (one) => {
    dialogs.push(one.message());
    void one.dismiss();
  });
  const html = (n: number) => `<img src=x onerror=alert(${n})>`;
  const hostile: Course = {
    title: `C ${html(1)}`,
    about: html(2),
    lessons: [
      taught('constructor', `T ${html(3)}`, {
        chapter: html(4),
        teaches: html(5),
        text: `${html(6)} **${html(7)}** \`${html(8)}\`\n\n- ${html(9)}\n\n\`\`\`\n<script>alert(10)</script>\n\`\`\``,
        goal: html(11),
        held: [
          {
            kind: html(12),
            text: taught('x', 'x')
              .events.split('\n')[0]!
              .replace(/C:[^"]*/, 'D:\\\\whoami.exe'),
            expected: 'match',
          },
        ],
        solutions: [{ does: html(13), rule: PASSES }],
        hints: [html(14)],
        settings: { placeholders: JSON.parse('{"__proto__":["x"],"constructor":["y"]}') },
      }),
      taught('to-string', 'Second'),
    ],
  };
  const noHtml = async () => {
    await expect(page.locator('#root img, .learn img, [role=dialog] img, #root script')).toHaveCount(0);
    expect(dialogs).toEqual([]);
  };
  const course = new CoursePage(page);
  await course.open(`./${await linkTo(hostile)}`);
  const dialog = course.dialog();
  for (const n of [1, 2, 3, 4, 5]) await expect(dialog).toContainText(html(n));
  await noHtml();
  await dialog.getByRole('button', { name: 'Begin:' }).click();
  await course.graded();
  await course.paste('Rule', ONLY_SHOWN);
  await expect(course.lesson()).toContainText(`It misses ${html(12)}`);
  for (const step of [1, 2, 3])
    await course
      .lesson()
      .getByRole('button', { name: step === 1 ? 'I am stuck' : 'More help' })
      .click();
  await course.lesson().getByRole('button', { name: 'Show a solution' }).click();
  for (const n of [3, 4, 6, 7, 8, 9, 11, 13]) await expect(course.lesson()).toContainText(html(n));
  await expect(course.lesson()).toContainText('<script>alert(10)</script>');
  await noHtml();
  await course.paste('Rule', PASSES);
  await course.passed().getByRole('button', { name: 'Next: Second' }).click();
  await course.graded();
  // The progress of a lesson with such a name is kept as any other.
  await page.reload();
  await course.ready();
  await course.lesson().getByRole('button', { name: 'All lessons' }).first().click();
  await expect(dialog).toContainText('1 of 2 lessons passed');

  const odd = { constructor: PASSES, 'to-string': PASSES, hasOwnProperty: PASSES };
  const entries = [...Object.entries(odd), ['__proto__', PASSES]];
  await follow(page, await linkOfSlip(slipBy(html(20), hostile, Object.fromEntries(entries))));
  const slip = dialog.getByRole('article', { name: `Slip of ${html(20)}` });
  await expect(slip).toContainText('2 lessons passed of 2. The slip claims more than holds.');
  for (const name of ['hasOwnProperty', '__proto__'])
    await expect(slip.getByRole('row').filter({ hasText: name })).toContainText('? unknown lesson');
  await noHtml();
});
