import { expect, test } from '@playwright/test';
import { violationsNow } from './axe';
import { EVENTS, Playground, RULE } from './playground';

test.beforeEach(async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
});

test('evasions of a matching command line are listed, and one that slips through is caught with one click', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  const table = page.getByRole('table', { name: 'Variants' });
  await expect(table).toHaveCount(0);
  await page.getByText('Variants of the command line').click();
  const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('Other case')).toContainText('✓ still matches');
  const dash = row('Other option character');
  await expect(dash).toContainText('✗ slips through');
  await expect(dash.locator('.value')).toHaveText('whoami -all');
  await expect(dash.locator('mark')).toHaveText('-');
  await expect(row('Tab instead of a space').locator('mark')).toHaveText('⇥');

  await dash.getByRole('button', { name: /windash/ }).click();
  const changed = RULE.replace('CommandLine|contains:', 'CommandLine|contains|windash:');
  await expect.poll(() => playground.text('Rule')).toBe(changed);
  await expect(dash).toContainText('✓ still matches');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(dash).toContainText('✗ slips through');
});

test('one that slips through says so where the event must match', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  await page.getByText('Variants of the command line').click();
  const table = page.getByRole('table', { name: 'Variants' });
  await expect(table).toContainText('✗ slips through');
  await expect(table).not.toContainText('must match');
  await playground.verdicts().press('+');
  await expect(table).toContainText('✗ slips through, though event 1 must match');
});

test('variants belong to a match: a miss has none', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  await page.getByText('Variants of the command line').click();
  await expect(page.getByRole('table', { name: 'Variants' })).toBeVisible();
  await playground.verdict(2, 'no match').click();
  await expect(page.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  await expect(page.getByText('Variants of the command line')).toHaveCount(0);
});

test('they are offered only where there is a command line', async ({ page }) => {
  const playground = new Playground(page);
  await playground.paste('Rule', 'title: T\ndetection:\n    s:\n        F: a\n    condition: s\n');
  await playground.paste('Events', '{"F":"a"}\n{"F":"a","CommandLine":"whoami /all"}');
  await playground.tab('Explain');
  const offer = page.getByText('Variants of the command line');
  await playground.verdict(1, 'match').click();
  await expect(page.getByRole('heading', { name: 'Why event 1 matches' })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await playground.verdict(2, 'match').click();
  await expect(offer).toBeVisible();
});

test('the table is accessible', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  await page.getByText('Variants of the command line').click();
  await expect(page.getByRole('table', { name: 'Variants' })).toBeVisible();
  expect(await violationsNow(page, '.variants')).toEqual([]);
});
