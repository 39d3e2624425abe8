import { expect, test } from '@playwright/test';
import { Playground } from './playground';
import { runCommand } from './run-command';
import { eachView } from './views';
import { cutFaults } from './views-faults';

/*
 * A page of 320 CSS pixels, and one that is zoomed to 200 % (WCAG 1.4.10): in each view nothing is cut, and nothing has to be
 * scrolled in two directions. A diagram may be, as may what is a grid by its nature.
 */

for (const [width, height] of [
  [320, 640],
  [720, 450],
] as const)
  test(`every view fits into ${width} × ${height}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const found: Record<string, string[]> = {};
    await eachView(page, async (view) => {
      const faults = await cutFaults(page);
      if (faults.length > 0) found[view] = faults;
    });
    expect(found).toEqual({});
  });

test('where a page is as wide as a tablet, a lesson stands beside the work, or has the whole page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 900 });
  await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  await runCommand(page, 'learn lessons');
  await page.getByRole('button', { name: /^Begin:/ }).click();
  const text = page.getByRole('article', { name: 'One field, one value' });
  await expect.poll(async () => (await text.boundingBox())?.height ?? 0).toBeGreaterThan(500);
  const rule = await page.getByRole('region', { name: 'Rule pane', exact: true }).boundingBox();
  const lesson = await text.boundingBox();
  expect(rule!.x).toBeGreaterThanOrEqual(lesson!.x + lesson!.width);
  const part = page.getByRole('region', { name: 'Lesson', exact: true });
  await part.getByRole('button', { name: 'Enlarge' }).press('Enter');
  await expect.poll(async () => (await part.boundingBox())?.width).toBe(720);
  await part.getByRole('button', { name: 'Back', exact: true }).press('Enter');
  await expect.poll(async () => (await text.boundingBox())?.width).toBe(lesson!.width);
});
