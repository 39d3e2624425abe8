import { expect, type Page, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE, stored } from './playground';

/*
 * Work that would hold the page while it is written to the storage is in the browser's database while it is edited, and in
 * the storage once the page is left. Nothing of it is lost, whatever the browser keeps.
 */

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
