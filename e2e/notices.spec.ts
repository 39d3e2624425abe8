import { expect, type Locator, type Page, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';

const box = async (of: Locator) => (await of.boundingBox())!;

/** Opens files that cause a long notice. */
async function openMany(page: Page): Promise<void> {
  const files = Array.from({ length: 12 }, (_, i) => ({
    name: `a-file-with-quite-a-long-name-${i}.jsonl`,
    mimeType: 'application/json',
    buffer: Buffer.from(EVENTS),
  }));
  await page.getByLabel('Open events file').setInputFiles(files);
  await expect(page.locator('.notice').filter({ hasText: 'a-file-with-quite-a-long-name-0' })).toHaveCount(1);
}

for (const [width, height] of [
  [1440, 900],
  [853, 900],
  [720, 900],
  [390, 844],
  [320, 700],
] as const) {
  test(`notices of any length cover nothing below the header, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    const pane = page.getByRole('region', { name: 'Rule pane' });
    await pane.getByRole('button', { name: 'New', exact: true }).click();
    const panes = page.getByRole('navigation', { name: 'Panes' });
    if (await panes.isVisible()) await panes.getByRole('button', { name: /^Events/ }).click();
    await openMany(page);
    const main = await box(page.getByRole('main'));
    const share = await box(page.getByRole('button', { name: 'Share' }));
    const room = await box(page.locator('.notices'));
    expect(room.y + room.height).toBeLessThanOrEqual(main.y);
    expect(room.x + room.width).toBeLessThanOrEqual(share.x);
    // Nor a tool of the header.
    for (const button of await page.locator('.page-header button, .page-header label').all()) {
      if (await button.evaluate((b) => b.closest('.notices') !== null)) continue;
      const tool = await box(button);
      const isBeside = tool.x >= room.x + room.width || tool.x + tool.width <= room.x;
      expect(isBeside || tool.y >= room.y + room.height).toBe(true);
    }
    // The whole notice is visible, with its buttons.
    const newest = page.locator('.notice').first();
    await expect(newest).toContainText('a-file-with-quite-a-long-name-0');
    const { x, y, width: wide, height: high } = await box(newest);
    expect(x).toBeGreaterThanOrEqual(room.x);
    expect(y).toBeGreaterThanOrEqual(room.y);
    expect(x + wide).toBeLessThanOrEqual(room.x + room.width + 1);
    expect(y + high).toBeLessThanOrEqual(room.y + room.height + 1);
    await newest.getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('.notice').first().getByRole('button', { name: 'Dismiss' }).click();
    // The earlier notice is visible again.
    await page
      .locator('.notice')
      .filter({ hasText: 'The rule was cleared' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
  });
}

test('notices lie above an open dialog, and can be used there', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page
    .getByRole('region', { name: 'Rule pane' })
    .getByRole('button', { name: 'New', exact: true })
    .click();
  const history = await new HistoryPanel(page).open();
  // A role is found only where the dialog does not hide the page, and a click arrives only where no veil lies.
  await page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(history.dialog()).toBeVisible();
});
