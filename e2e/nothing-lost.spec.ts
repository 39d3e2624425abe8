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
  await playground.paste('Rule', rule);
  await playground.paste('Events', EVENTS);
  await expect(page.getByRole('status').getByText('storage for the page is full')).toBeVisible();
  const isMarked = () =>
    page.evaluate(() =>
      [localStorage, sessionStorage].every((shelf) =>
        /"elsewhere":"\w+"/.test(shelf.getItem('sigma-playground.work') ?? ''),
      ),
    );
  await expect.poll(isMarked).toBe(true);
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

/** Work that is too long for the storage at each change. */
const LONG = `${RULE}# ${'long '.repeat(50_000)}\n`;

/** What the shelves say of where the work is, and whether they have the rule themselves. */
const shelves = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage].map((shelf) => {
      const mark = JSON.parse(shelf.getItem('sigma-playground.work') ?? '{}') as { elsewhere?: string };
      return [Boolean(mark.elsewhere), shelf.getItem('sigma-playground.rule') !== null];
    }),
  );
const IN_DATABASE = [
  [true, false],
  [true, false],
];
const IN_STORAGE = [
  [false, true],
  [false, true],
];

/** Waits until the page has shown what it keeps: work over which a page ends is not opened again by itself. */
const shown = (page: Page) =>
  expect.poll(() => page.evaluate(() => sessionStorage.getItem('sigma-playground.trial'))).toBe(null);

/** The page ends without a word, as in a crash. */
function withoutLeave(): void {
  for (const kind of ['pagehide', 'visibilitychange'])
    window.addEventListener(kind, (event) => event.stopImmediatePropagation(), { capture: true });
}

for (const isCrash of [false, true])
  test(`long work is in the database while it is edited, and there after a ${isCrash ? 'crash' : 'reload'}`, async ({
    page,
    context,
  }) => {
    if (isCrash) await page.addInitScript(withoutLeave);
    const playground = await new Playground(page).open();
    await playground.paste('Events', EVENTS);
    await playground.paste('Rule', LONG);
    await expect.poll(() => shelves(page)).toEqual(IN_DATABASE);
    // The rest is written beside it.
    await page.getByRole('option', { name: /^Event 2: / }).click();
    const chosen = () => page.evaluate(() => sessionStorage.getItem('sigma-playground.selected'));
    await expect.poll(chosen).toBe('1');
    await expect(page.getByText('storage for the page is full')).toHaveCount(0);
    if (isCrash) {
      await shown(page);
      const other = await new Playground(await context.newPage()).open();
      await expect.poll(async () => (await other.text('Rule')) === LONG).toBe(true);
      await other.page.close();
    }
    await page.reload();
    await playground.ready();
    if (!isCrash) expect(await shelves(page)).toEqual(IN_STORAGE);
    await expect.poll(async () => (await playground.text('Rule')) === LONG).toBe(true);
    expect(await playground.text('Events')).toBe(EVENTS);
    await expect(page.getByRole('option', { name: /^Event 2: /, selected: true })).toBeVisible();
    // Short again, it is in the storage.
    await playground.paste('Rule', RULE);
    await expect.poll(() => shelves(page)).toEqual(IN_STORAGE);
    await shown(page);
    await page.reload();
    await playground.ready();
    expect(await playground.text('Rule')).toBe(RULE);
    const history = await new HistoryPanel(page).open();
    await expect(history.states().first()).toBeVisible();
  });

for (const [why, init] of [
  ['History is switched off', () => localStorage.setItem('sigma-playground.history', 'false')],
  [
    'the browser has no database',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
] as const)
  test(`where ${why}, long work is in the storage`, async ({ page }) => {
    await page.addInitScript(init);
    const playground = await new Playground(page).open();
    await playground.paste('Rule', LONG);
    await expect.poll(() => shelves(page)).toEqual(IN_STORAGE);
    await page.reload();
    await playground.ready();
    await expect.poll(async () => (await playground.text('Rule')) === LONG).toBe(true);
  });

test('a tab that changed nothing does not put its long work over that of another when it is left', async ({
  page,
  context,
}) => {
  const one = await new Playground(page).open();
  await one.paste('Rule', LONG);
  await expect.poll(() => shelves(page)).toEqual(IN_DATABASE);
  const two = await new Playground(await context.newPage()).open();
  await expect.poll(async () => (await two.text('Rule')) === LONG).toBe(true);
  await page.bringToFront();
  await one.paste('Rule', RULE);
  await stored(page, RULE);
  await two.page.close();
  const three = await new Playground(await context.newPage()).open();
  expect(await three.text('Rule')).toBe(RULE);
});

test('a long sheet that waits outlives a crash', async ({ page }) => {
  await page.addInitScript(withoutLeave);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', LONG);
  await expect.poll(() => shelves(page)).toEqual(IN_DATABASE);
  await page.getByRole('button', { name: 'New sheet' }).click();
  await playground.paste('Rule', 'title: Second\n');
  await stored(page, 'title: Second\n');
  const waits = () =>
    page.evaluate(() => /"elsewhere":"\w+"/.test(localStorage.getItem('sigma-playground.sheets') ?? ''));
  await expect.poll(waits).toBe(true);
  await shown(page);
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).toBe('title: Second\n');
  await page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab').first().click();
  await expect.poll(async () => (await playground.text('Rule')) === LONG).toBe(true);
});
