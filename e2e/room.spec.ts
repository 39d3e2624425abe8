import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';
import { runCommand } from './run-command';

/*
 * Room to look: a part with the whole page, three layouts, the size of text; by keyboard, and remembered.
 */

async function again(page: Page, playground: Playground): Promise<void> {
  // What was chosen is kept shortly after.
  await page.reload();
  await playground.ready();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The box of what a screen reader calls by its name. */
async function box(page: Page, name: string) {
  return (await region(page, name).boundingBox())!;
}

/** How far the events are from the rule. */
async function between(page: Page, axis: 'x' | 'y'): Promise<number> {
  return (await box(page, 'Events pane'))[axis] - (await box(page, 'Rule pane'))[axis];
}

test('a part has the whole page and goes back; the focus stays, and it is remembered', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  const before = await box(page, 'Rule pane');
  await playground.box('Rule').focus();
  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await box(page, 'Rule pane')).width).toBe(1440);
  await expect(playground.box('Rule')).toBeFocused();
  await expect(region(page, 'Events pane')).toBeHidden();
  // Only what is seen takes the focus.
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Examples', exact: true })).toBeFocused();
  await again(page, playground);
  expect((await box(page, 'Rule pane')).width).toBe(1440);
  await region(page, 'Rule pane').getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => box(page, 'Rule pane')).toEqual(before);
  await expect(region(page, 'Events pane')).toBeVisible();

  // Escape belongs to the editor; a panel comes to the front of whatever has the page.
  await playground.box('Events').focus();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await box(page, 'Events pane')).width).toBe(1440);
  await runCommand(page, 'tests show');
  await expect(page.getByRole('tab', { name: 'Tests' })).toHaveAttribute('aria-selected', 'true');
  await expect(region(page, 'Events pane')).toBeHidden();
});

test('three layouts, each with its own sizes, and none on a phone', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  const panels = page.getByRole('tablist', { name: 'Panels' });
  await runCommand(page, 'layout stacked');
  await expect.poll(() => between(page, 'x')).toBe(0);
  const width = page.getByRole('separator', { name: 'Width of the panels' });
  const was = await box(page, 'Rule pane');
  await width.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await box(page, 'Rule pane')).width).toBeLessThan(was.width);
  const { width: set } = await box(page, 'Rule pane');

  await runCommand(page, 'three columns');
  await expect.poll(() => between(page, 'y')).toBe(0);
  const events = await box(page, 'Events pane');
  expect((await panels.boundingBox())!.x).toBeGreaterThanOrEqual(events.x + events.width);
  await again(page, playground);
  expect((await box(page, 'Events pane')).x).toBe(events.x);
  await runCommand(page, 'layout stacked');
  await expect.poll(async () => Math.round((await box(page, 'Rule pane')).width)).toBe(Math.round(set));

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('navigation', { name: 'Panes' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enlarge' })).toHaveCount(0);
});

test('text grows in the editors and on the page, and is remembered', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  const height = (selector: string) => () =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).lineHeight));
  const [line, words] = [height('.editor-rule .view-line'), height('.page-header')];
  const was = { line: await line(), words: await words() };
  await playground.box('Rule').focus();
  await page.keyboard.press('Alt+=');
  await page.keyboard.press('Alt+=');
  await expect.poll(line).toBe(Math.round(was.line * 1.3));
  expect(await words()).toBeCloseTo(was.words * 1.3, 1);
  await again(page, playground);
  expect(await line()).toBe(Math.round(was.line * 1.3));
  await runCommand(page, 'text default');
  await expect.poll(line).toBe(was.line);
  await page.keyboard.press('Alt+-');
  await expect.poll(line).toBeLessThan(was.line);
});
