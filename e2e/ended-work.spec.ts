import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { Playground, RULE, stored } from './playground';
import { poison } from './poison';

test('work on which the page failed is not opened again by itself, and can be opened on request', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  await poison(page, 'page');
  await page.reload();
  const failed = page.getByRole('alert', { name: 'The page failed' });
  await expect(failed).toContainText('The page stopped');
  await poison(page, null);
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).not.toBe(RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  // Nor the next time.
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).not.toBe(RULE);
  const history = await new HistoryPanel(page).open();
  await expect(history.states().filter({ hasText: 'the page stopped over it' })).toHaveCount(1);
  await history.close();
  await page.getByRole('button', { name: 'Open it all the same' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('the page continues where it failed, or starts afresh', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  await poison(page, 'page');
  await page.reload();
  const failed = page.getByRole('alert', { name: 'The page failed' });
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toBeVisible();
  await poison(page, null, true);
  await failed.getByRole('button', { name: 'Start anew' }).click();
  await playground.ready();
  expect(await playground.text('Rule')).not.toBe(RULE);
  await page.reload();
  await playground.ready();
  await page.getByRole('button', { name: 'Open it all the same' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a tab that hangs while it starts, and is closed, does not start the same way again', async ({
  page,
  context,
}) => {
  needsNetwork(FILES_HELD_BACK);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  // The engine never answers, so that nothing is shown whole.
  await context.route(/assets\/worker-.*\.js/, () => {});
  await page.reload();
  await playground.ready();
  const hangs = page.waitForEvent('console', (message) => message.text() === 'hangs');
  void page
    .evaluate(() => {
      console.log('hangs');
      for (;;);
    })
    .catch(() => {});
  await hangs;
  await page.close();
  await context.unroute(/assets\/worker-.*\.js/);
  const next = await context.newPage();
  const after = await new Playground(next).open();
  await expect(next.getByText('was not opened again')).toBeVisible();
  expect(await after.text('Rule')).not.toBe(RULE);
});

test('a second tab, a reload and a page that is left early are no failures', async ({ page, context }) => {
  needsNetwork(FILES_HELD_BACK);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  await context.route(/assets\/worker-.*\.js/, () => {});
  // Closed before the page was complete.
  await page.reload();
  await playground.ready();
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).toBe(RULE);
  // While the first one still starts.
  const second = await new Playground(await context.newPage()).open();
  expect(await second.text('Rule')).toBe(RULE);
  await expect(second.page.getByText('was not opened again')).toHaveCount(0);
});

test('a page that fails later goes on without the work, which is kept', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await stored(page, RULE);
  await poison(page, null);
  await page.reload();
  await playground.ready();
  // Narrow, the page has parts that it did not have before.
  await poison(page, 'phone', true);
  await page.setViewportSize({ width: 390, height: 844 });
  const failed = page.getByRole('alert', { name: 'The page failed' });
  await expect(failed).toBeVisible();
  const saved = page.waitForEvent('download');
  await failed.getByRole('button', { name: 'Save my rule' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toBe(RULE);
  await poison(page, null, true);
  await page.setViewportSize({ width: 1440, height: 900 });
  await failed.getByRole('button', { name: 'Start anew' }).click();
  await playground.ready();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  expect(await playground.text('Rule')).not.toBe(RULE);
  await page.getByRole('button', { name: 'Open it all the same' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});
