import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';

const rule = (selection: string, condition = 'selection') =>
  `title: T\nlogsource:\n    product: test\ndetection:\n    selection: # kept\n        F: a\n${selection}    condition: ${condition}\n`;
const EVENTS = '{"F":"a","G":"bcd"}\n{"F":"a","G":"xyz"}\n{"F":"q","G":"bcd"}';

/** Selects a stretch of the events with the keys. */
async function select(page: Page, playground: Playground, part: string): Promise<void> {
  await playground.box('Events').focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < EVENTS.indexOf(part); i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < part.length; i++) await page.keyboard.press('Shift+ArrowRight');
}

async function make(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Make a rule' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test.beforeEach(async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', rule(''));
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(3, 'no match')).toBeVisible();
});

test('the context menu adds part of a value to the selection, and undo reverts it', async ({ page }) => {
  const playground = new Playground(page);
  await select(page, playground, 'cd');
  await page.keyboard.press('Shift+F10');
  // The menu ignores clicks in its first moment, so that none hits it by accident.
  const item = page.getByRole('menuitem', { name: 'Add to the Selection' });
  await expect(async () => {
    await item.click({ timeout: 1000 });
    await expect(item).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect.poll(() => playground.text('Rule')).toBe(rule("        G|endswith: 'cd'\n"));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(rule(''));
});

test('selected text is excluded with a filter', async ({ page }) => {
  const playground = new Playground(page);
  await select(page, playground, 'bcd');
  await make(page, 'Exclude with a filter');
  await expect
    .poll(() => playground.text('Rule'))
    .toBe(rule("    filter:\n        G: 'bcd'\n", 'selection and not filter'));
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toBeVisible();
});

test('a rule is made from the marked events and none of the others, and says why', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await page.getByRole('listbox', { name: 'Verdicts' }).press('m');
  await page.getByRole('option', { name: /^Event 3/ }).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('option', { name: /, marked$/ })).toHaveCount(2);
  await make(page, /New rule for the 2 marked events/);
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await expect(dialog).toContainText('G is bcd in both marked events, and in 0 of 1 other.');
  await dialog.getByRole('button', { name: 'Use this rule' }).click();
  await expect.poll(() => playground.text('Rule')).toContain("    selection:\n        G: 'bcd'\n");
  await expect(page.getByRole('option', { name: /^Event \d: match/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(rule(''));
});

test('a rule is made from one event, even if there is no rule yet', async ({ page }) => {
  const playground = new Playground(page);
  await playground.paste('Rule', '');
  await playground.paste(
    'Events',
    '{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\x\\\\tool.exe"}',
  );
  await make(page, 'New rule from event 1');
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await expect(dialog).toContainText('category: process_creation');
  await dialog.getByRole('button', { name: 'Use this rule' }).click();
  await expect.poll(() => playground.text('Rule')).toContain("Image|endswith: '\\tool.exe'");
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('if nothing distinguishes the events, the page says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.paste('Events', '{"F":"a"}\n{"F":"a"}');
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await page.getByRole('option', { name: /^Event 1/ }).click({ modifiers: ['Shift'] });
  await make(page, /New rule for the marked event/);
  await expect(
    page.getByText('The marked events share nothing that separates them from event 2.'),
  ).toBeVisible();
});
