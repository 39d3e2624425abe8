import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

const pane = (page: Page, side: 'Rule' | 'Events') => page.getByRole('region', { name: `${side} pane` });
const name = (page: Page, side: 'Rule' | 'Events') => pane(page, side).locator('.pane-name');
const clear = (page: Page, side: 'Rule' | 'Events') =>
  pane(page, side).getByRole('button', { name: 'New', exact: true }).click();
const notice = (page: Page, said: string) => page.locator('.notice').filter({ hasText: said });
const undo = (page: Page, said: string) => notice(page, said).getByRole('button', { name: 'Undo' });

const example = (page: Page, title: RegExp) => new Playground(page).example(title);

test.describe('the Undo of a notice reverts the change that the notice is about', () => {
  for (const [own, other, mine, later] of [
    ['Rule', 'Events', RULE, '{"A":1}'],
    ['Events', 'Rule', EVENTS, 'title: later\n'],
  ] as const) {
    test(`and nothing of the other side: ${own}`, async ({ page }) => {
      const playground = await new Playground(page).open();
      await playground.paste(own, mine);
      await clear(page, own);
      await playground.paste(other, later);
      await undo(page, 'cleared').click();
      await expect.poll(() => playground.text(own)).toBe(mine);
      expect(await playground.text(other)).toBe(later);
    });
  }

  test('and the focus goes on to what has changed, or back to where it was', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', EVENTS);
    await clear(page, 'Events');
    await playground.box('Rule').focus();
    await undo(page, 'cleared').click();
    await expect.poll(() => playground.text('Events')).toBe(EVENTS);
    await expect(playground.box('Events')).toBeFocused();
    await clear(page, 'Events');
    const open = pane(page, 'Events').getByRole('button', { name: 'Open', exact: true });
    await open.focus();
    await notice(page, 'cleared').getByRole('button', { name: 'Dismiss' }).focus();
    await page.keyboard.press('Enter');
    await expect(open).toBeFocused();
  });

  test('each side has its own', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    await clear(page, 'Rule');
    await clear(page, 'Events');
    await undo(page, 'events were cleared').click();
    await expect.poll(() => playground.text('Events')).toBe(EVENTS);
    expect(await playground.text('Rule')).toBe('');
    await undo(page, 'rule was cleared').click();
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
    expect(await playground.text('Events')).toBe(EVENTS);
  });

  test('nor a setting that was changed since', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    const ignore = page.getByRole('switch', { name: 'Ignore log sources' });
    await example(page, /^Folder opened/);
    await page.getByText('Ignore log sources').click();
    await undo(page, 'example').click();
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
    await expect.poll(() => playground.text('Events')).toBe(EVENTS);
    await expect(ignore).toBeChecked();
  });

  test('once the text has changed since, the offer disappears, and undo in the editor still works', async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await clear(page, 'Rule');
    await expect(undo(page, 'cleared')).toBeVisible();
    await playground.box('Rule').focus();
    await page.keyboard.insertText('t');
    await expect(notice(page, 'cleared')).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
  });

  test('a version pinned since stays pinned', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await pane(page, 'Rule').getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByRole('button', { name: 'Unpin' }).click();
    await expect(undo(page, 'unpinned')).toBeVisible();
    await pane(page, 'Rule').getByRole('button', { name: 'Pin', exact: true }).click();
    await expect(notice(page, 'unpinned')).toHaveCount(0);
  });
});

test.describe('a name belongs to its text', () => {
  test('a pasted rule has none; one that comes back by undo has its own again', async ({ page }) => {
    const playground = await new Playground(page).open();
    const first = await playground.text('Rule');
    await expect(name(page, 'Rule')).toHaveText('certificate-export.yml');
    await playground.box('Rule').focus();
    await page.keyboard.insertText('x');
    await expect(name(page, 'Rule')).toHaveText('certificate-export.yml');
    await page.keyboard.press('Control+Z');
    await playground.paste('Rule', RULE);
    await expect(name(page, 'Rule')).toHaveText('rule.yml');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => playground.text('Rule')).toBe(first);
    await expect(name(page, 'Rule')).toHaveText('certificate-export.yml');
    await page.keyboard.press('Control+Y');
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
    await expect(name(page, 'Rule')).toHaveText('rule.yml');
  });

  test('cleared or replaced, it comes back by Undo with its text', async ({ page }) => {
    const playground = await new Playground(page).open();
    const file = { name: 'mine.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) };
    await page.getByLabel('Open rule file').setInputFiles(file);
    await expect(name(page, 'Rule')).toHaveText('mine.yml');
    await clear(page, 'Rule');
    await expect(name(page, 'Rule')).toHaveText('rule.yml');
    await undo(page, 'cleared').click();
    await expect(name(page, 'Rule')).toHaveText('mine.yml');
    await example(page, /^Folder opened/);
    await expect(name(page, 'Rule')).not.toHaveText('mine.yml');
    await playground.box('Rule').focus();
    await page.keyboard.press('Control+Z');
    await expect(name(page, 'Rule')).toHaveText('mine.yml');
  });

  test('a version that was pinned comes back under its own', async ({ page }) => {
    const playground = await new Playground(page).open();
    const file = { name: 'mine.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) };
    await page.getByLabel('Open rule file').setInputFiles(file);
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
    await pane(page, 'Rule').getByRole('button', { name: 'Pin', exact: true }).click();
    await playground.paste('Rule', RULE.replace('Whoami', 'Other'));
    await expect(name(page, 'Rule')).toHaveText('rule.yml');
    await page.getByRole('button', { name: /^Back to/ }).click();
    await expect(name(page, 'Rule')).toHaveText('mine.yml');
  });

  for (const [what, text, called] of [
    ['JSON', '[{"a":1}]', 'events.json'],
    ['JSON in lines', EVENTS, 'events.jsonl'],
    ['CSV', 'EventID,Image\n1,C:\\a.exe\n2,C:\\b.exe\n', 'events.csv'],
    ['XML', '<Event><System><EventID>1</EventID></System></Event>', 'events.xml'],
    ['syslog', '<34>Oct 11 22:14:15 host su: failed\n<34>Oct 11 22:14:16 host su: failed\n', 'events.log'],
    ['plain lines', 'something happened\nsomething else\n', 'events.txt'],
  ] as const) {
    test(`pasted ${what} is ${called}, on the page and saved`, async ({ page }) => {
      const playground = await new Playground(page).open();
      await playground.paste('Events', text);
      await expect(name(page, 'Events')).toHaveText(called);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        pane(page, 'Events').getByRole('button', { name: 'Download' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(called);
      expect(await readFile(await download.path(), 'utf8')).toBe(text);
    });
  }
});
