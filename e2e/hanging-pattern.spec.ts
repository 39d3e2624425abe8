import { expect, test } from '@playwright/test';
import { Playground } from './playground';

const rule = (pattern: string) =>
  `title: t\ndetection:\n    s:\n        F|re: '${pattern}'\n    condition: s\n`;
const EVENTS = `{"F":"${'a'.repeat(60)}!"}`;

test('a pattern that hangs other engines just runs', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', rule('(a+)+$'));
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
});

test('a pattern that needs backtracking is stopped and named, and the page goes on', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=700');
  await playground.paste('Events', EVENTS);
  const pattern = '^(?=.*a)(a+)+$';
  await playground.paste('Rule', rule(pattern));
  await expect(playground.banner()).toContainText(pattern);
  await expect(playground.banner()).toContainText('took too long');

  await playground.paste('Rule', rule('^a+!$'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
});
