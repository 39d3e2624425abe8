import { expect, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE, stored } from './playground';
import { poison } from './poison';
import { listed, OTHER, SheetRow, two } from './sheet-row';

/*
 * Sheets are kept as the work is: whole, for each browser tab its own, and in History where there is no room.
 */

test('after a reload the sheets are there in their order, each with its choices', async ({ page }) => {
  const { playground, sheets } = await two(page);
  await playground.verdict(3, 'match').click();
  await playground.tab('Matches');
  await sheets.chosen().focus();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await sheets.tab('Whoami').click();
  await playground.tab('Explain');
  await expect.poll(() => listed(page)).toBe(2);
  await page.reload();
  await playground.ready();
  await expect.poll(() => sheets.titles()).toEqual(['Other', 'Whoami']);
  await expect(sheets.tab('Other')).toHaveAccessibleName(/2 of 3 match/);
  expect(await playground.text('Rule')).toBe(RULE);
  await sheets.tab('Other').click();
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
  await expect(playground.verdict(3, 'match')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'Matches' })).toHaveAttribute('aria-selected', 'true');
});

test('work that an earlier version of the page has stored is the first sheet', async ({ page }) => {
  await page.addInitScript(
    ([rule, events]) => {
      if (localStorage.length > 0) return;
      localStorage.setItem('sigma-playground.rule', JSON.stringify(rule));
      localStorage.setItem('sigma-playground.events', JSON.stringify(events));
      localStorage.setItem('sigma-playground.work', '{"page":"earlier","elsewhere":""}');
    },
    [RULE, EVENTS] as const,
  );
  const playground = await new Playground(page).open();
  const sheets = new SheetRow(page);
  expect(await playground.text('Rule')).toBe(RULE);
  await sheets.add();
  expect(await sheets.titles()).toEqual(['Whoami', 'Untitled']);
  await expect.poll(() => listed(page)).toBe(2);
  await page.reload();
  await playground.ready();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Untitled']);
  await sheets.tab('Whoami').click();
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
});

test('two browser tabs have sheets of their own; a third begins with those that changed last', async ({
  page,
  context,
}) => {
  const { sheets } = await two(page);
  await expect.poll(() => listed(page)).toBe(2);
  await stored(page, OTHER);
  const other = await new Playground(await context.newPage()).open();
  const there = new SheetRow(other.page);
  await expect.poll(() => there.titles()).toEqual(['Whoami', 'Other']);
  await there.tab('Whoami').click();
  await there.act('Close');
  await expect(there.row()).toHaveCount(0);
  await there.add();
  await other.paste('Rule', 'title: Third\n');
  await expect.poll(() => listed(other.page)).toBe(2);
  await page.bringToFront();
  await sheets.act('Duplicate sheet');
  await expect.poll(() => listed(page)).toBe(3);
  await page.reload();
  await new Playground(page).ready();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other', 'Other (copy)']);
  await other.page.reload();
  await other.ready();
  await expect.poll(() => there.titles()).toEqual(['Other', 'Third']);
  const third = await new Playground(await context.newPage()).open();
  await expect.poll(() => new SheetRow(third.page).titles()).toEqual(['Whoami', 'Other', 'Other (copy)']);
});

test('work over which the page failed is held back, and the other sheets are there', async ({ page }) => {
  const { playground, sheets } = await two(page);
  await expect.poll(() => listed(page)).toBe(2);
  await stored(page, OTHER);
  await poison(page, 'page');
  await page.reload();
  await expect(page.getByRole('alert', { name: 'The page failed' })).toContainText('The page stopped');
  await poison(page, null);
  await page.reload();
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(sheets.row()).toHaveCount(0);
  await page.reload();
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await page.getByRole('button', { name: 'Open it all the same' }).click();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other']);
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
});

test('a sheet for which the storage has no room comes back from History', async ({ page }) => {
  const { playground, sheets } = await two(page);
  await expect.poll(() => listed(page)).toBe(2);
  const large = Array.from({ length: 100 }, (_, i) => `{"a":"${i} ${'x'.repeat(160)}"}`).join('\n');
  await page.evaluate(() => {
    for (const shelf of [localStorage, sessionStorage])
      for (let i = 0, size = 1_000_000; size > 1000; i++)
        try {
          shelf.setItem(`other.${i}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
  });
  await playground.paste('Events', large);
  await expect(page.getByRole('status').getByText('storage for the page is full')).toBeVisible();
  await sheets.tab('Whoami').click();
  const isElsewhere = () =>
    page.evaluate(() =>
      [localStorage, sessionStorage].every((shelf) =>
        /"elsewhere":"\w+"/.test(shelf.getItem('sigma-playground.sheets') ?? ''),
      ),
    );
  await expect.poll(isElsewhere).toBe(true);
  await page.reload();
  await playground.ready();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other']);
  await sheets.tab('Other').click();
  await expect.poll(() => playground.text('Events')).toBe(large);
  expect(await playground.text('Rule')).toBe(OTHER);
});

test('a sheet that cannot be read is in History as it stood, and told', async ({ page }) => {
  const { playground } = await two(page);
  await new SheetRow(page).tab('Whoami').click();
  await stored(page, RULE);
  await page.evaluate(() => {
    for (const shelf of [localStorage, sessionStorage])
      for (const key of Object.keys(shelf))
        if (key.startsWith('sigma-playground.sheet.')) shelf.setItem(key, '{"texts":"of a newer version"}');
  });
  await page.goto('about:blank');
  await page.goBack();
  await playground.ready();
  await expect(page.getByText('A sheet cannot be read')).toBeVisible();
  expect(await playground.text('Rule')).toBe(RULE);
  const history = await new HistoryPanel(page).open();
  await expect(history.states().filter({ hasText: 'could not be read' })).toHaveCount(1);
});
