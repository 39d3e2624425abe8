import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { follow, HistoryPanel, linkTo } from './history-panel';
import { writeLog } from './log-files';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';
import { OTHER, OTHER_EVENTS, SheetRow, two } from './sheet-row';

/*
 * Several rules with their events side by side as tabs. Nothing of one stands beside the text of another.
 */

test('two sheets have rules, events, choices and undo of their own', async ({ page }) => {
  const playground = await new Playground(page).open();
  const sheets = new SheetRow(page);
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(sheets.row()).toHaveCount(0);
  await sheets.add();
  expect(await playground.text('Rule')).toBe('');
  expect(await playground.text('Events')).toBe('');
  await playground.paste('Rule', OTHER);
  await playground.paste('Events', OTHER_EVENTS);
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await playground.verdict(3, 'match').click();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other']);
  await expect(sheets.chosen()).toHaveAccessibleName(/Other.*2 of 3 match/);

  await sheets.tab('Whoami').click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  expect(await playground.text('Events')).toBe(EVENTS);
  await expect(playground.verdict(1, 'match')).toHaveAttribute('aria-selected', 'true');
  // Undo does not lead into the other sheet.
  await playground.box('Rule').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
  expect(await playground.text('Rule')).not.toContain('Other');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);

  await sheets.tab('Other').click();
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
  await expect(playground.verdict(3, 'match')).toHaveAttribute('aria-selected', 'true');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+z');
  expect(await playground.text('Rule')).toBe('');
});

test('the cursor, the scroll and the folds of a text are as they were left', async ({ page }) => {
  const { playground, sheets } = await two(page);
  const long = Array.from({ length: 300 }, (_, i) => `{"a":"${i}"}`).join('\n');
  await playground.paste('Events', long);
  await playground.box('Events').focus();
  await page.keyboard.press('Control+End');
  await expect.poll(() => playground.cursorLine('Events')).toBe(300);
  await expect(page.getByText('{"a":"299"}')).toBeVisible();
  await sheets.tab('Whoami').click();
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  await sheets.tab('Other').click();
  await expect.poll(() => playground.cursorLine('Events')).toBe(300);
  await expect(page.getByText('{"a":"299"}')).toBeVisible();
});

test('while the engine is held up by one sheet, nothing of it stands beside the other', async ({ page }) => {
  const hangs = "title: Hangs\ndetection:\n    s:\n        F|re: '^(?=.*a)(a+)+$'\n    condition: s\n";
  const playground = await new Playground(page).open('./?patience=700');
  const sheets = new SheetRow(page);
  await playground.paste('Rule', OTHER);
  await playground.paste('Events', OTHER_EVENTS);
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await sheets.add();
  await playground.paste('Events', `{"F":"${'a'.repeat(60)}!"}`);
  await page.evaluate(() => {
    const page = globalThis as unknown as { banners: number };
    page.banners = 0;
    new MutationObserver(() => {
      const tab = document.querySelector('[role="tab"][aria-selected="true"] .sheets-title');
      if (tab?.textContent === 'Other' && document.querySelector('.page-banner')) page.banners++;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await playground.paste('Rule', hangs);
  await sheets.tab('Other').click();
  await expect(sheets.chosen()).toContainText('Other');
  // Until its own come, there are no verdicts: neither the other's nor those that it had.
  await expect(playground.verdicts().getByRole('option')).toHaveCount(0);
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
  await sheets.tab('Hangs').click();
  await expect(playground.banner()).toContainText('took too long');
  await sheets.tab('Other').click();
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
  expect(await page.evaluate(() => (globalThis as unknown as { banners: number }).banners)).toBe(0);
});

test('a sheet is renamed in place: Enter keeps, Escape does not, and nothing gives it back to the rule', async ({
  page,
}) => {
  const { playground, sheets } = await two(page);
  const name = page.getByRole('textbox', { name: 'Title of the sheet' });
  await sheets.tab('Other').dblclick();
  await expect(name).toHaveValue('Other');
  await name.fill('Mine');
  await name.press('Enter');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Mine']);
  await expect(sheets.chosen()).toBeFocused();
  await page.keyboard.press('F2');
  await name.fill('Not mine');
  await name.press('Escape');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Mine']);
  await playground.paste('Rule', OTHER.replace('Other', 'Another'));
  expect(await sheets.titles()).toEqual(['Whoami', 'Mine']);
  await sheets.act(/^Rename/);
  await name.fill(' ');
  await name.press('Enter');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Another']);
});

test('the row by keyboard: arrows, Home and End choose, Alt+Shift moves, Delete closes', async ({ page }) => {
  const { playground, sheets } = await two(page);
  await sheets.act('Duplicate sheet');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other', 'Other (copy)']);
  expect(await playground.text('Rule')).toBe(OTHER);
  await sheets.chosen().focus();
  const chosen = () => sheets.chosen().locator('.sheets-title').textContent();
  for (const [key, called] of [
    ['ArrowRight', 'Whoami'],
    ['ArrowLeft', 'Other (copy)'],
    ['Home', 'Whoami'],
    ['ArrowRight', 'Other'],
    ['End', 'Other (copy)'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(chosen).toBe(called);
    await expect(sheets.chosen()).toBeFocused();
  }
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other (copy)', 'Other']);
  await expect(sheets.chosen()).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => sheets.titles()).toEqual(['Other (copy)', 'Whoami', 'Other']);
  await page.keyboard.press('Delete');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other']);
  await expect.poll(chosen).toBe('Whoami');
  await expect(sheets.chosen()).toBeFocused();
  // From an editor, too.
  await playground.box('Rule').focus();
  await page.keyboard.press('Alt+Shift+PageDown');
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
  await expect(playground.box('Rule')).toBeFocused();
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  // With one sheet there is no row, and the focus is not lost.
  await sheets.chosen().focus();
  await page.keyboard.press('Delete');
  await expect(sheets.row()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New sheet' })).toBeFocused();
  expect(await playground.text('Rule')).toBe(OTHER);
});

test('tabs are dragged to another place, and Escape brings one back', async ({ page }) => {
  const { sheets } = await two(page);
  await sheets.act('Duplicate sheet');
  await expect(sheets.tabs()).toHaveCount(3);
  const drag = async (from: string, to: string) => {
    const [a, b] = await Promise.all([sheets.tab(from).boundingBox(), sheets.tab(to).boundingBox()]);
    await page.mouse.move(a!.x + 20, a!.y + 12);
    await page.mouse.down();
    await page.mouse.move(b!.x + b!.width / 2 + (b!.x > a!.x ? 4 : -4), b!.y + 12, { steps: 8 });
  };
  await drag('Whoami', 'Other (copy)');
  await expect.poll(() => sheets.titles()).toEqual(['Other', 'Other (copy)', 'Whoami']);
  await page.mouse.up();
  await expect(sheets.chosen()).toContainText('Whoami');
  await drag('Whoami', 'Other');
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other', 'Other (copy)']);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => sheets.titles()).toEqual(['Other', 'Other (copy)', 'Whoami']);
});

test('a closed sheet is in History, and Undo brings it back at its place, with the undo of its text', async ({
  page,
}) => {
  const { playground, sheets } = await two(page);
  await sheets.tab('Whoami').click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await sheets.chosen().locator('[data-close]').click();
  await expect(sheets.row()).toHaveCount(0);
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
  const notice = page.getByRole('status').filter({ hasText: '“Whoami” was closed.' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => sheets.titles()).toEqual(['Whoami', 'Other']);
  await expect(sheets.chosen()).toContainText('Whoami');
  expect(await playground.text('Rule')).toBe(RULE);
  expect(await playground.text('Events')).toBe(EVENTS);
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => playground.text('Rule')).not.toBe(RULE);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  // One that is not chosen, by the middle button.
  await sheets.tab('Other').click({ button: 'middle' });
  await expect(sheets.row()).toHaveCount(0);
  expect(await playground.text('Rule')).toBe(RULE);
  const history = await new HistoryPanel(page).open();
  await expect(history.states().filter({ hasText: 'before its sheet was closed' })).toHaveCount(2);
});

test('what an example, a link or a file replaces can be kept beside it', async ({ page }) => {
  const playground = await new Playground(page).open();
  const sheets = new SheetRow(page);
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await playground.example(/^Folder opened/);
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect.poll(async () => (await sheets.titles())[0]).toBe('Whoami');
  await expect(sheets.tabs()).toHaveCount(2);
  await sheets.tab('Whoami').click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  expect(await playground.text('Events')).toBe(EVENTS);

  await follow(page, await linkTo(page, OTHER, OTHER_EVENTS));
  await expect.poll(() => playground.text('Rule')).toBe(OTHER);
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect
    .poll(async () => (await sheets.titles()).filter((t) => t === 'Whoami' || t === 'Other'))
    .toEqual(['Whoami', 'Other']);
});

test('a large log is closed with the sheet in which it is open, and opened there again', async ({ page }) => {
  const { playground, sheets } = await two(page);
  const log = page.getByRole('listbox', { name: 'Events of the log' });
  await page.getByLabel('Open events file').setInputFiles(writeLog(18_000));
  await expect(log).toBeVisible();
  await expect.poll(() => playground.text('Events')).toContain('Wörk');
  await sheets.tab('Whoami').click();
  await expect(log).toBeHidden();
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(log).toBeVisible();
  expect(await playground.text('Rule')).toBe(OTHER);
});

test('many sheets fit into their row, which is accessible, light and dark', async ({ page }) => {
  test.slow();
  const playground = await new Playground(page).open();
  const sheets = new SheetRow(page);
  for (let i = 0; i < 9; i++) {
    await sheets.add();
    await playground.paste('Rule', i === 3 ? `title: Broken\ndetection: [` : `${OTHER}# ${i}`);
    // Only the sheet that is shown is read: a broken one is known as such once it was.
    if (i === 3) await expect(sheets.chosen().getByText('does not compile')).toBeVisible();
  }
  for (const width of [1440, 720, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(sheets.row().getByText('does not compile')).toBeVisible();
    await sheets.chosen().focus();
    await page.keyboard.press('End');
    await expect(sheets.tabs().last()).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press('Home');
    await expect(sheets.tabs().first()).toBeInViewport({ ratio: 0.9 });
    await expect(page.getByRole('button', { name: 'Sheet actions' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('html[data-resting]')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page), `${width} px`).toEqual([]);
  }
});

test('while the row of sheets is on its way, what adds a sheet is there, and the page is not at rest', async ({
  page,
}) => {
  needsNetwork(FILES_HELD_BACK);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/SheetStrip-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('button', { name: 'New sheet' }).click();
  const row = page.getByRole('tablist', { name: 'Sheets' });
  await expect(page.getByRole('button', { name: 'New sheet' })).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect.poll(() => playground.text('Rule')).toBe('');
  await expect(page.locator('html[data-resting]')).toHaveCount(0);
  letGo();
  await page.locator('html[data-resting]').waitFor({ state: 'attached' });
  await expect(row.getByRole('tab')).toHaveCount(2);
});
