import { expect, test } from '@playwright/test';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { Playground } from './playground';

test('a first visit shows a working example, already evaluated', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(page.getByText(/\d+ match(es)? · \d+ do(es)? not/)).toBeVisible();
  await expect.poll(() => playground.marked('Events')).toContain('Export-PfxCertificate ');
  await expect(page.getByRole('tree', { name: 'Condition' })).toBeVisible();
});

test('the hints of a first visit stay closed once closed', async ({ page }) => {
  const playground = await new Playground(page).open();
  const hints = page.getByRole('complementary', { name: 'First steps' });
  await expect(hints.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Close the hints' }).click();
  await expect(hints).toBeHidden();
  await page.waitForTimeout(600);
  await page.reload();
  await playground.ready();
  await expect(hints).toBeHidden();
});

test('the example is evaluated, and typing works, while Monaco does not load', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  await page.route(/assets\/create-.*\.js/, () => {});
  await page.goto('./');
  const playground = new Playground(page);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.box('Events').fill('{"EventID":1}');
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
});

test('text typed before Monaco loads is kept, with the cursor', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/assets\/create-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  const playground = new Playground(page);
  await playground.box('Rule').fill('title: early');
  release();
  await playground.ready();
  await page.keyboard.type(' bird');
  await expect.poll(() => playground.text('Rule')).toBe('title: early bird');
});
