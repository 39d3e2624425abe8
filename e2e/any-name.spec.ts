import { expect, test } from '@playwright/test';
import { Playground } from './playground';

const NAMES = ['constructor', '__proto__', 'toString'];
const RULE = `title: t\nlogsource: {product: test}\ndetection:\n    s:\n        F|expand: '${NAMES.map((n) => `%${n}%`).join('')}'\n    condition: s\n`;

test('placeholders named like members that every object inherits', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"F": "abc"}');
  await playground.paste('Rule', RULE);
  for (const [i, name] of NAMES.entries()) {
    const box = page.getByLabel(`%${name}%`);
    await expect(box).toHaveValue('');
    await box.fill('abc'[i]!);
  }
  await expect(playground.verdict(1, 'match')).toBeVisible();
  // The saved placeholders work like the typed ones.
  await page.reload();
  await playground.ready();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  for (const [i, name] of NAMES.entries()) await expect(page.getByLabel(`%${name}%`)).toHaveValue('abc'[i]!);
  await playground.tab('Rule');
  await playground.tab('Problems');
  expect(errors).toEqual([]);
});
