import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';

/*
 * A baseline: events that the rule must stay silent on, beside whatever is in the editor.
 */

const RULE = (value: string) => `title: Copies
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        CommandLine|contains: '${value}'
    condition: selection
`;
const event = (CommandLine: string) => JSON.stringify({ Channel: 'Security', EventID: 4688, CommandLine });
const NORMAL = Array.from({ length: 500 }, (_, i) => event(i % 50 === 0 ? `copy file${i}` : `run ${i}`)).join(
  '\n',
);

const choose = (page: Page, text: string) =>
  page
    .getByLabel('Choose a baseline')
    .setInputFiles({ name: 'normal.jsonl', mimeType: 'application/json', buffer: Buffer.from(text) });
const bar = (page: Page, words: string) =>
  page.getByRole('button', { name: `baseline ${words}`, exact: true });

test('the hits in the baseline stand in the rule’s bar at all times, also after a reload', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE('copy'));
  await playground.paste('Events', event('copy ntds.dit'));
  await playground.tab('Tests');
  await choose(page, NORMAL);
  const row = page.getByRole('region', { name: 'Baseline' });
  await expect(row).toContainText('✗ 10 hits in 500 events');
  await expect(bar(page, '✗ 10')).toBeVisible();
  await playground.paste('Rule', RULE('ntds.dit'));
  await expect(row).toContainText('✓ 0 hits in 500 events');
  await expect(bar(page, '✓ 0')).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(bar(page, '✓ 0')).toBeVisible();
  await playground.paste('Rule', RULE('file5'));
  await expect(bar(page, '✗ 1')).toBeVisible();
});

test('the hits are shown as a log, and the events that were there come back', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE('copy'));
  await playground.paste('Events', event('copy ntds.dit'));
  await playground.tab('Tests');
  await choose(page, NORMAL);
  await page.getByRole('button', { name: 'Show hits' }).click();
  await expect(page.getByText('normal.jsonl').first()).toBeVisible();
  await expect.poll(() => playground.text('Events')).toContain('copy file0');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => playground.text('Events')).toBe(event('copy ntds.dit'));
});

test('a baseline is taken from the present events, removed, and brought back', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE('copy'));
  await playground.paste('Events', NORMAL);
  await playground.tab('Tests');
  await page.getByRole('button', { name: 'Use the present events' }).click();
  const row = page.getByRole('region', { name: 'Baseline' });
  await expect(row).toContainText('✗ 10 hits in 500 events');
  await row.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toContainText('must stay silent on');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toContainText('✗ 10 hits in 500 events');
});
