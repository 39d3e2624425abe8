import { expect, test } from '@playwright/test';
import { Playground } from './playground';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('one pane at a time, and nothing scrolls sideways', async ({ page }) => {
  const playground = await new Playground(page).open();
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await expect(panes.getByRole('button')).toHaveText(['Rule', /Events \d+\/\d+/, 'Explain', 'More']);
  for (const [name, seen] of [
    ['Rule', playground.box('Rule')],
    ['Events', playground.box('Events')],
    ['Explain', page.getByRole('tree', { name: 'Condition' })],
    ['More', page.getByRole('button', { name: 'Examples' })],
  ] as const) {
    await panes.getByRole('button', { name }).click();
    await expect(page.locator('.editor-plain')).toHaveCount(0);
    await expect(seen).toBeVisible();
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
  }
});

test('a text keeps its undo while other panes are shown', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: one');
  await playground.paste('Rule', 'title: two');
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await panes.getByRole('button', { name: 'Explain' }).click();
  await panes.getByRole('button', { name: 'Rule' }).click();
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).not.toBe('title: two');
});
