import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('work survives a reload', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).toBe(RULE);
  expect(await playground.text('Events')).toBe(EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('a broken field in the storage does not affect others', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.reload();
  await page.evaluate(() => {
    for (const shelf of [localStorage, sessionStorage]) shelf.setItem('sigma-playground.events', '{"broken');
    localStorage.setItem('sigma-playground.layout', '[1,2]');
    sessionStorage.setItem('sigma-playground.selected', '"x"');
  });
  await page.reload();
  await playground.ready();
  expect(await playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('option').first()).toBeVisible();
});

test('New clears a side, and undo restores the text', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const pane = page.getByRole('region', { name: 'Rule pane' });
  await pane.getByRole('button', { name: 'New' }).click();
  await expect.poll(() => playground.text('Rule')).toBe('');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await pane.getByRole('button', { name: 'New' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a file is opened, and its text downloaded again', async ({ page }) => {
  const playground = await new Playground(page).open();
  await page
    .getByLabel('Open events file')
    .setInputFiles({ name: 'mine.jsonl', mimeType: 'application/json', buffer: Buffer.from(EVENTS) });
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  const pane = page.getByRole('region', { name: 'Events pane' });
  await expect(pane.getByText('mine.jsonl')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mine.jsonl');
  expect(await readFile(await download.path(), 'utf8')).toBe(EVENTS);
});

test('a file dropped on a pane is opened', async ({ page }) => {
  const playground = await new Playground(page).open();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.yml', { type: 'text/yaml' }));
    return data;
  }, RULE);
  const view = page.getByRole('region', { name: 'Rule pane' }).locator('.view-lines');
  await view.dispatchEvent('dragover', { dataTransfer: transfer });
  await view.dispatchEvent('drop', { dataTransfer: transfer });
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('an example replaces both sides, and undo in a notice restores them', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await playground.example('Folder opened to everyone');
  await expect.poll(() => playground.text('Rule')).not.toBe(RULE);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
});
