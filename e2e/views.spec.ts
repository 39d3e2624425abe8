import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { eachView } from './views';
import { forcedColourFaults, motionFaults } from './views-faults';
import { keyboardFaults } from './views-keys';

/*
 * What holds in every view. `e2e/reflow.spec.ts` asks whether each fits, and `e2e/accessibility.spec.ts` looks at more that
 * may stand in some of them.
 */

/** All faults, by the view that has them. */
async function faultsOf(page: Page, find: (page: Page, part: string) => Promise<string[]>) {
  const found: Record<string, string[]> = {};
  await eachView(page, async (view, part) => {
    const faults = await find(page, part);
    if (faults.length > 0) found[view] = faults;
  });
  return found;
}

test('axe finds nothing in any view, light and dark', async ({ page }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await faultsOf(page, violations)).toEqual({});
});

test.describe('forced colours, and less motion', () => {
  test.use({ colorScheme: 'dark', contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('whatever has the focus, is chosen or marked can be told in every view, by keyboard alone', async ({
    page,
  }) => {
    test.slow();
    const found = await faultsOf(page, async () => [
      ...(await motionFaults(page)),
      ...(await forcedColourFaults(page)),
      ...(await keyboardFaults(page)),
    ]);
    expect(found).toEqual({});
  });
});
