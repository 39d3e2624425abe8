import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary?.split('\n')[1] ?? ''}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every panel', async ({ page }) => {
      test.slow();
      const playground = await new Playground(page).open();
      await expect(playground.verdict(1, 'match')).toBeVisible();
      for (const tab of ['Matches', 'Explain', 'Rule', 'Problems']) {
        await playground.tab(tab);
        expect(await violations(page), tab).toEqual([]);
      }
      await playground.verdict(2, 'no match').click();
      await playground.tab('Explain');
      expect(await violations(page), 'a miss').toEqual([]);
    });

    test('several documents, and their correlations', async ({ page }) => {
      const playground = await new Playground(page).open();
      for (const name of ['New account, with a filter beside the rule', 'Failed logons, then a success']) {
        await page.getByRole('button', { name: 'Examples' }).click();
        await page.getByRole('menuitem', { name }).click();
        await expect(page.getByRole('complementary', { name: 'Other documents' })).toBeVisible();
        expect(await violations(page), name).toEqual([]);
      }
      await playground.tab('Correlations');
      await expect(page.getByRole('list', { name: 'Firings of Guessed Password' })).toBeVisible();
      expect(await violations(page), 'Correlations').toEqual([]);
    });

    test('problems, and the menus', async ({ page }) => {
      const playground = await new Playground(page).open();
      await playground.paste('Rule', 'title: [\n');
      await playground.paste('Events', '{"a":}');
      await playground.tab('Problems');
      await expect(page.getByRole('list', { name: 'Problems of the rule' })).toBeVisible();
      expect(await violations(page), 'Problems').toEqual([]);
      await page.getByRole('button', { name: 'Examples' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await violations(page), 'Examples').toEqual([]);
    });

    test('the share dialog', async ({ page }) => {
      await new Playground(page).open();
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const playground = await new Playground(page).open();
      for (const pane of ['Events', 'Explain', 'More', 'Rule']) {
        await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
        if (pane === 'Events') await expect(playground.verdict(1, 'match')).toBeVisible();
        expect(await violations(page), pane).toEqual([]);
      }
    });
  });
}

test('the theme can be chosen and is kept', async ({ page }) => {
  const playground = await new Playground(page).open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await playground.ready();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
