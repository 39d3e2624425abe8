import { expect, type Page, test } from '@playwright/test';
import { follow, HistoryPanel, linkTo } from './history-panel';
import { writeLog } from './log-files';
import { EVENTS, Playground, RULE, stored } from './playground';

/*
 * Each of these lost work once.
 */

const RESTORE = { name: 'Restore previous work' };

test('of two links opened one after the other, Restore brings back the work before the first', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await follow(page, await linkTo(page, 'title: one\n', '{"A":1}'));
  await expect.poll(() => playground.text('Rule')).toBe('title: one\n');
  await follow(page, await linkTo(page, 'title: two\n', '{"A":2}'));
  await expect.poll(() => playground.text('Rule')).toBe('title: two\n');
  await page.getByRole('button', RESTORE).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a link that was changed is work too: Restore brings that, and History has both', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await follow(page, await linkTo(page, 'title: one\n', '{"A":1}'));
  await expect.poll(() => playground.text('Rule')).toBe('title: one\n');
  await playground.paste('Rule', 'title: one, changed\n');
  await follow(page, await linkTo(page, 'title: two\n', '{"A":2}'));
  await expect.poll(() => playground.text('Rule')).toBe('title: two\n');
  await page.getByRole('button', RESTORE).click();
  await expect.poll(() => playground.text('Rule')).toBe('title: one, changed\n');
  const history = await new HistoryPanel(page).open();
  await history.bringBack('Whoami');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('of two links opened in two visits, Restore brings back the work before the first', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  const links = [
    await linkTo(page, 'title: one\n', '{"A":1}'),
    await linkTo(page, 'title: two\n', '{"A":2}'),
  ];
  for (const [i, link] of links.entries()) {
    await page.goto('about:blank');
    await playground.open(`./${link}`);
    await expect(page.getByText('Your previous work is kept in History')).toBeVisible();
    await stored(page, ['title: one\n', 'title: two\n'][i]!);
  }
  await page.getByRole('button', RESTORE).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

/** More than a browser’s storage takes twice. */
const MANY = Array.from({ length: 27_000 }, (_, i) => `{"EventID":${i},"Text":"${'x'.repeat(80)}"}`).join(
  '\n',
);

test('own events of 2.7 million characters outlive a link and a reload', async ({ page }) => {
  expect(MANY.length).toBeGreaterThan(2_700_000);
  const playground = await new Playground(page).open();
  const file = { name: 'many.jsonl', mimeType: 'application/json', buffer: Buffer.from(MANY) };
  await page.getByLabel('Open events file').setInputFiles(file);
  await expect.poll(async () => (await playground.text('Events')).length).toBe(MANY.length);
  await playground.paste('Rule', RULE);
  await follow(page, await linkTo(page, 'title: one\n', '{"A":1}'));
  await expect(page.getByText('Your previous work is kept in History')).toBeVisible();
  await stored(page, 'title: one\n');
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).toBe('title: one\n');
  const history = await new HistoryPanel(page).open();
  await history.bringBack('Whoami');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect.poll(async () => (await playground.text('Events')) === MANY).toBe(true);
});

test('two tabs have work of their own; a third shows a pair, and History has all', async ({
  page,
  context,
}) => {
  const one = await new Playground(page).open();
  await one.paste('Rule', 'title: First\n');
  await one.paste('Events', '{"Tab":1}');
  await stored(page, 'title: First\n');
  const two = await new Playground(await context.newPage()).open();
  expect(await two.text('Rule')).toBe('title: First\n');
  await two.paste('Events', '{"Tab":2}');
  await two.paste('Rule', 'title: Second\n');
  await stored(two.page, 'title: Second\n');
  // The first tab changes one side only.
  await page.bringToFront();
  await one.paste('Rule', 'title: First again\n');
  await stored(page, 'title: First again\n');
  const three = await new Playground(await context.newPage()).open();
  expect(await three.text('Rule')).toBe('title: First again\n');
  expect(await three.text('Events')).toBe('{"Tab":1}');
  await three.page.close();
  for (const [tab, rule, events] of [
    [one, 'title: First again\n', '{"Tab":1}'],
    [two, 'title: Second\n', '{"Tab":2}'],
  ] as const) {
    await tab.page.reload();
    await tab.ready();
    expect(await tab.text('Rule')).toBe(rule);
    expect(await tab.text('Events')).toBe(events);
    await tab.page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
  }
  for (const tab of [one, two]) {
    const history = await new HistoryPanel(tab.page).open();
    for (const title of ['First again', 'Second'])
      await expect(history.states().filter({ hasText: title }).first()).toBeVisible();
  }
});

/** Fills the storage of the browser and of the tab to the last character. */
function fill(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const shelf of [localStorage, sessionStorage]) {
      let size = 4_000_000;
      for (let i = 0; size > 0; ) {
        try {
          shelf.setItem(`other.${i}`, 'x'.repeat(size));
          i++;
        } catch {
          size = Math.floor(size / 2);
        }
      }
    }
  });
}

test('where the storage is full that is told, and the work is there after a reload and in a new tab', async ({
  page,
  context,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: Small\n');
  await stored(page, 'title: Small\n');
  await fill(page);
  const rule = `${RULE}# ${'long '.repeat(2000)}\n`;
  /** The states of History that both shelves name. */
  const marks = () =>
    page.evaluate(() =>
      [localStorage, sessionStorage].map(
        (shelf) => /"elsewhere":"(\w+)"/.exec(shelf.getItem('sigma-playground.work') ?? '')?.[1] ?? '',
      ),
    );
  await playground.paste('Rule', rule);
  await expect.poll(async () => (await marks()).includes('')).toBe(false);
  const [ofRule] = await marks();
  await playground.paste('Events', EVENTS);
  await expect(page.getByRole('status').getByText('storage for the page is full')).toBeVisible();
  // The state with the events takes the place of that without.
  await expect.poll(async () => (await marks()).some((mark) => mark === ofRule || mark === '')).toBe(false);
  await page.reload();
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toBe(rule);
  expect(await playground.text('Events')).toBe(EVENTS);
  const other = await new Playground(await context.newPage()).open();
  await expect.poll(() => other.text('Rule')).toBe(rule);
  expect(await other.text('Events')).toBe(EVENTS);
  await other.page.close();
  // Nor does it go with History, where it alone is.
  const history = await new HistoryPanel(page).open();
  await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
  await history.dialog().getByRole('button', { name: 'Delete all' }).click();
  await expect(history.states()).toHaveCount(1);
  await expect(history.states()).toContainText('storage was full');
  await page.reload();
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toBe(rule);
});

/** The state of History that a mark in the storage names. */
const elsewhereOf = (mark: string) => /"elsewhere":"(\w*)"/.exec(mark)?.[1] ?? '';

test('where the storage is full, a reload at no moment shows anything older than the text before', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: Small\n');
  await stored(page, 'title: Small\n');
  await fill(page);
  const mark = () => page.evaluate(() => sessionStorage.getItem('sigma-playground.work') ?? '');
  const AT_ONCE = 'at once';
  const REFUSED = 'once the storage has refused it, on its way into History or there';
  const THERE = 'once the storage names the state of History';
  let before = 'title: Small\n';
  for (const [i, moment] of [AT_ONCE, REFUSED, THERE, AT_ONCE, REFUSED].entries()) {
    const rule = `${RULE}# ${`${i} long `.repeat(2000)}\n`;
    const former = moment === THERE ? elsewhereOf(await mark()) : await mark();
    await playground.paste('Rule', rule);
    if (moment === REFUSED) await expect.poll(mark).not.toBe(former);
    if (moment === THERE)
      await expect.poll(async () => [former, ''].includes(elsewhereOf(await mark()))).toBe(false);
    await page.reload();
    await playground.ready();
    await page.locator('html[data-resting]').waitFor({ state: 'attached' });
    const now = await playground.text('Rule');
    // Their ends tell them apart.
    expect([rule, before].map((text) => text.slice(-40))).toContain(now.slice(-40));
    if (moment === THERE) expect(now.slice(-40)).toBe(rule.slice(-40));
    before = now;
  }
});

test('own events that a large log replaces are in History after a reload, which closes the log', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.getByLabel('Open events file').setInputFiles(writeLog(18_000));
  await expect(page.getByRole('listbox', { name: 'Events of the log' })).toBeVisible();
  await expect.poll(() => playground.text('Events')).not.toBe(EVENTS);
  await page.reload();
  await playground.ready();
  const history = await new HistoryPanel(page).open();
  await history.bringBack('before a large log was opened');
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  expect(await playground.text('Rule')).toBe(RULE);
});
