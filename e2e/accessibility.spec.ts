import { expect, test } from '@playwright/test';
import { COURSE } from '../app/course/lessons/index';
import { violations } from './axe';
import { CoursePage } from './course-page';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';

/* `e2e/views.spec.ts` looks at each view; this at more that may stand in some of them, light and dark. */

test.describe('axe finds nothing', () => {
  test.use({ colorScheme: 'light' });

  test('the course: its dialog, and a lesson with help, before and after it passes', async ({ page }) => {
    const course = new CoursePage(page);
    await course.open();
    await course.learn();
    expect(await violations(page), 'list').toEqual([]);
    await course.dialog().getByRole('button', { name: 'Write a lesson', exact: true }).click();
    await course.dialog().getByRole('button', { name: 'New lesson from the present work' }).click();
    await expect(course.dialog().getByRole('region', { name: 'Checks' })).toBeVisible();
    expect(await violations(page), 'writing').toEqual([]);
    await course.dialog().getByRole('button', { name: 'Results', exact: true }).click();
    expect(await violations(page), 'results').toEqual([]);
    await course.dialog().getByRole('button', { name: 'Lessons', exact: true }).click();
    const lesson = COURSE.lessons.find(({ task }) => task === 'rule')!;
    await course.dialog().locator('.learn-lesson').filter({ hasText: lesson.title }).click();
    await course.graded();
    await course.lesson().getByRole('button', { name: 'I am stuck' }).click();
    await expect(course.lesson().getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
    await course.lesson().getByRole('button', { name: 'Show a solution' }).click();
    expect(await violations(page), 'lesson').toEqual([]);
    await course.answer(lesson, lesson.solutions[0]!);
    await expect(course.passed()).toBeVisible();
    expect(await violations(page), 'passed').toEqual([]);
  });

  test('several documents, and their correlations', async ({ page }) => {
    const playground = await new Playground(page).open();
    for (const name of ['New account, with a filter beside the rule', 'Failed logons, then a success']) {
      await playground.example(new RegExp(`^${name}`));
      await expect(page.getByRole('complementary', { name: 'Other documents' })).toBeVisible();
      expect(await violations(page), name).toEqual([]);
    }
    await playground.tab('Correlations');
    await expect(page.getByRole('list', { name: 'Firings of Guessed Password' })).toBeVisible();
    expect(await violations(page), 'Correlations').toEqual([]);
  });

  test('History, with a state that differs on both sides', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    await playground.example(/^Folder opened/);
    const history = await new HistoryPanel(page).open();
    await history.dialog().getByRole('button', { name: 'Star' }).click();
    await expect(history.states().first().getByRole('img', { name: 'Starred' })).toBeVisible();
    expect(await violations(page), 'a state').toEqual([]);
    await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
    await history.dialog().getByText('Keep history').click();
    expect(await violations(page), 'the question, and History off').toEqual([]);
  });

  test('a verdict that an interpretation decided, both ways', async ({ page }) => {
    test.slow();
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE.replace('/priv', 'É'));
    await playground.paste('Events', '{"Image":"C:\\\\whoami.exe","CommandLine":"é"}');
    await playground.verdict(1, 'match').click();
    await playground.tab('Explain');
    await page.getByText('Both readings').click();
    expect(await violations(page), 'the playground’s own reading').toEqual([]);
    await page.getByText('Explain the other reading').click();
    await expect(page.getByRole('heading', { name: 'under the other reading' })).toBeVisible();
    expect(await violations(page), 'the other reading').toEqual([]);
  });

  test('a rule made from events', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    await page.getByRole('option', { name: /^Event 1/ }).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Make a rule' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await violations(page), 'the menu, with a mark').toEqual([]);
    await page.getByRole('menuitem', { name: /New rule from event/ }).click();
    await expect(page.getByRole('dialog', { name: 'New rule' })).toBeVisible();
    expect(await violations(page), 'the new rule').toEqual([]);
  });

  test('problems, and the menus', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', 'title: [\n');
    await playground.paste('Events', '{"a":}');
    await playground.tab('Problems');
    await expect(page.getByRole('list', { name: 'Problems of the rule' })).toBeVisible();
    expect(await violations(page), 'Problems').toEqual([]);
    await playground.paste('Rule', `${RULE}fields: []\n`);
    const problem = page.getByRole('list', { name: 'Problems of the rule' }).getByRole('listitem').last();
    await problem.getByRole('button', { name: 'key-empty' }).click();
    await expect(problem.getByRole('figure')).toHaveCount(2);
    expect(await violations(page), 'an explanation').toEqual([]);
    await problem.getByRole('button', { name: 'Switch this check off' }).click();
    await expect(page.getByRole('button', { name: 'key-empty on again' })).toBeVisible();
    expect(await violations(page), 'a check switched off').toEqual([]);
    await page.getByRole('button', { name: 'Examples' }).click();
    await expect(page.getByRole('option', { name: /^Folder opened/ })).toBeVisible();
    expect(await violations(page), 'Examples').toEqual([]);
  });

  test('the reference: an entry that runs, and one of a check', async ({ page }) => {
    await new Playground(page).open('./#ref=all');
    const entry = page.getByRole('region', { name: 'Entry' });
    await expect(entry.getByRole('region', { name: 'Result' })).toContainText('Event 1: match.');
    expect(await violations(page), 'a modifier').toEqual([]);
    await page.getByRole('combobox', { name: 'Search the reference' }).fill('title-dot');
    await page.keyboard.press('Enter');
    await expect(entry.getByRole('list', { name: 'Problems' })).toBeVisible();
    expect(await violations(page), 'a check').toEqual([]);
  });

  test('what a link contains', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', '{"User":"LAB\\\\mira","a":"10.1.2.3 admmira"}');
    await page.getByRole('button', { name: 'Link options' }).click();
    await expect(page.getByRole('region', { name: 'Still in the text' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('the catalog', async ({ page }) => {
    test.slow();
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    await playground.tab('Catalog');
    await expect(page.getByText('Drop rules here')).toBeVisible();
    expect(await violations(page), 'empty').toEqual([]);
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'text/yaml',
      buffer: Buffer.from(text),
    });
    await page
      .getByLabel('Open files of rules')
      .setInputFiles([file('whoami.yml', RULE), file('broken.yml', 'title: [')]);
    const found = page.getByRole('listbox', { name: 'Rules found' });
    const search = page.getByRole('searchbox', { name: 'Search the rules' });
    await search.fill('whoami');
    await expect(found.locator('mark')).toHaveText('Whoami');
    await page.getByRole('complementary').getByRole('button', { name: 'No status' }).click();
    await found.focus();
    expect(await violations(page), 'rules found').toEqual([]);
    await search.fill('levl:high nothing');
    await expect(page.getByText('No rule matches the whole search.')).toBeVisible();
    expect(await violations(page), 'no rule found').toEqual([]);
    await page.getByRole('button', { name: 'Search help' }).click();
    await expect(page.getByRole('dialog', { name: 'Search help' })).toBeVisible();
    expect(await violations(page), 'help of the search').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Run all on my events' }).click();
    await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
    expect(await violations(page), 'findings').toEqual([]);
    await page.getByRole('button', { name: '1 file cannot run' }).click();
    expect(await violations(page), 'broken files').toEqual([]);
    await page.getByRole('button', { name: 'Findings' }).click();
    await page.getByText('Ignore log sources').click();
    expect(await violations(page), 'outdated findings').toEqual([]);
    await playground.paste('Events', '{}');
    expect(await violations(page), 'findings of earlier events').toEqual([]);
    await playground.paste('Rule', `${RULE}# my own\n`);
    await page.getByRole('button', { name: /^Whoami/ }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(await violations(page), 'the question').toEqual([]);
  });

  test('a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const playground = await new Playground(page).open();
    for (const pane of ['Events', 'Explain', 'More', 'Rule']) {
      await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
      if (pane === 'Events') await expect(playground.verdict(1, 'match')).toBeVisible();
      expect(await violations(page), pane).toEqual([]);
    }
  });
});

test('the theme can be chosen and is kept', async ({ page }) => {
  const playground = await new Playground(page).open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // The editors follow at once.
  const pane = page.getByRole('region', { name: 'Rule pane' });
  const ground = await pane.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect(pane.locator('.monaco-editor-background').first()).toHaveCSS('background-color', ground);
  await page.reload();
  await playground.ready();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a match and a miss are told in sentences, and nothing is while somebody types what changes no verdict', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  const told = page.getByRole('status', { name: 'Verdict' });
  await expect(told).toContainText('Event 1 of the rule “Whoami”: match.');
  await playground.verdict(2, 'no match').click();
  await expect(told).toContainText('Event 2 of the rule “Whoami”: no match.');
  await told.evaluate((region) => {
    const counts = globalThis as unknown as { changes: number };
    counts.changes = 0;
    new MutationObserver((all) => {
      counts.changes += all.length;
    }).observe(region, { subtree: true, childList: true, characterData: true });
  });
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# a remark that changes nothing');
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(0);
});
