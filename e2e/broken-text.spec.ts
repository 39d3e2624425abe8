import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('malformed YAML keeps the last good result and shows where the error is', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.paste('Rule', RULE.replace('detection:', 'detection: ['));
  await expect(page.getByText('showing the last good result')).toBeVisible();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.tab('Problems');
  const problem = page.getByRole('list', { name: 'Problems of the rule' }).getByRole('button').first();
  await expect(problem).toContainText(/Rule \d+:\d+/);
  await problem.click();
  await expect(playground.box('Rule')).toBeFocused();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('compiles')).toBeVisible();
});

test('a malformed event is reported at its position and the others are evaluated', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(5, 'error')).toBeVisible();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.tab('Problems');
  await expect(page.getByRole('list', { name: 'Problems of the events' })).toContainText('Events 5:');
});

test('paths with single backslashes are fixed by one click, or from the keyboard', async ({ page }) => {
  const written = String.raw`{"Image":"C:\Windows\whoami.exe"}
{"Image":"C:\temp\whoami.exe"}`;
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    "title: T\ndetection:\n    s:\n        Image|endswith: '\\whoami.exe'\n    condition: s\n",
  );
  await playground.paste('Events', written);
  await expect(playground.verdict(1, 'error')).toBeVisible();
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the events' });
  await problems.getByRole('button', { name: 'Double the backslashes in all 2 events' }).first().click();
  await expect.poll(() => playground.text('Events')).toBe(written.replaceAll('\\', '\\\\'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Events')).toBe(written);
  await expect(playground.verdict(1, 'error')).toBeVisible();
  const { x, y } = await playground.place('Events', written.indexOf('\\W') + 1);
  await page.mouse.click(x, y);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('Double the backslashes in this event').click();
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('an empty rule and empty events are not errors', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const playground = await new Playground(page).open();
  await playground.paste('Rule', '');
  await playground.paste('Events', '');
  await page.waitForTimeout(300);
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible();
  expect(errors).toEqual([]);
});
