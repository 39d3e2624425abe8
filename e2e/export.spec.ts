import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';
import { OTHER, OTHER_EVENTS, SheetRow, two } from './sheet-row';

/*
 * All that is kept leaves the page as a zip of plain files when the user says so, and comes back from it.
 */

test('work and History are exported as plain files, and another browser imports them by a drop', async ({
  page,
  browser,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await page.getByText('Ignore log sources').click();
  await playground.example(/^Folder opened/);
  await playground.paste('Rule', 'title: Now\n');
  const history = await new HistoryPanel(page).open();
  await history.states().filter({ hasText: 'Whoami' }).click();
  await history.dialog().getByRole('button', { name: 'Star' }).click();
  await expect(history.states().getByRole('img', { name: 'Starred' })).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    history.dialog().getByRole('button', { name: 'Export all' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^sigma-playground work and history [\d-]+\.zip$/);
  const bytes = await readFile((await download.path())!);
  const files = unzipSync(bytes);
  expect(strFromU8(files['work/rule.yml']!)).toBe('title: Now\n');
  const old = Object.keys(files).find((path) => /^history\/.*Whoami\/rule\.yml$/.test(path))!;
  expect(strFromU8(files[old]!)).toBe(RULE);
  expect(strFromU8(files[old.replace('rule.yml', 'events.jsonl')]!)).toBe(EVENTS);
  expect(JSON.parse(strFromU8(files[old.replace('rule.yml', 'settings.json')]!))).toMatchObject({
    settings: { ignoreLogsource: true },
    kept: { starred: true },
  });

  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  await fresh.paste('Rule', 'title: Mine\n');
  const transfer = await other.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(list)], 'mine.zip', { type: 'application/zip' }));
      return data;
    },
    [...bytes],
  );
  await other
    .getByRole('region', { name: 'Events pane' })
    .locator('.view-lines')
    .dispatchEvent('drop', { dataTransfer: transfer });
  await expect.poll(() => fresh.text('Rule')).toBe('title: Now\n');
  const there = await new HistoryPanel(other).open();
  await expect(there.states().filter({ hasText: 'Mine' })).toHaveCount(1);
  await expect(
    there.states().filter({ hasText: 'Whoami' }).getByRole('img', { name: 'Starred' }),
  ).toBeVisible();
  // Once more, it adds nothing and changes nothing.
  await there.close();
  const dates = async () => {
    await there.open();
    const all = await there.states().allInnerTexts();
    await there.close();
    return all;
  };
  const before = await dates();
  await there.open();
  await there
    .dialog()
    .getByLabel('Import an export')
    .setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: bytes });
  await expect(
    other.getByText('Rule and events of mine.zip are in the editors already. History has its state already.'),
  ).toBeVisible();
  expect(await dates()).toEqual(before);
  await there.open();
  await there.bringBack('Whoami');
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await expect.poll(() => fresh.text('Events')).toBe(EVENTS);
  await expect(other.getByRole('switch', { name: 'Ignore log sources' })).toBeChecked();
  await other.context().close();
});

test('an export of another version, or a damaged one, changes nothing; a zip of rules is a catalog', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: Mine\n');
  const zip = (files: Record<string, string>) =>
    Buffer.from(
      zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
    );
  const history = new HistoryPanel(page);
  const give = async (buffer: Buffer) => {
    await history.open();
    await history
      .dialog()
      .getByLabel('Import an export')
      .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer });
    await expect(history.dialog()).toBeHidden();
  };
  await give(zip({ 'sigma-playground.json': '{"form":7}', 'work/settings.json': '{}' }));
  await expect(page.getByText('a.zip cannot be imported: it was made by another version')).toBeVisible();
  await give(zip({ 'a.yml': RULE }));
  await expect(
    page.getByText('a.zip cannot be imported: it is not an export of the playground'),
  ).toBeVisible();
  await give(Buffer.from('PK nothing'));
  await expect(page.getByText('a.zip cannot be imported: it is damaged or incomplete')).toBeVisible();
  expect(await playground.text('Rule')).toBe('title: Mine\n');
  await page
    .getByLabel('Open rule file')
    .setInputFiles({ name: 'rules.zip', mimeType: 'application/zip', buffer: zip({ 'a.yml': RULE }) });
  await expect(page.getByRole('tab', { name: 'Catalog' })).toHaveAttribute('aria-selected', 'true');
  expect(await playground.text('Rule')).toBe('title: Mine\n');
});

test('sheets are exported with their titles, and open in a fresh profile in their order, as does one work', async ({
  page,
  browser,
}) => {
  const { playground, sheets } = await two(page);
  await sheets.act(/^Rename/);
  await page.getByRole('textbox', { name: 'Title of the sheet' }).fill('Mine: a/b');
  await page.keyboard.press('Enter');
  await page.getByText('Ignore log sources').click();
  await sheets.act('Duplicate sheet');
  await playground.paste('Rule', 'title: Third\n');
  await sheets.tab('Mine: a/b').click();
  const history = await new HistoryPanel(page).open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    history.dialog().getByRole('button', { name: 'Export work' }).click(),
  ]);
  const bytes = await readFile((await download.path())!);
  const files = unzipSync(bytes);
  expect(Object.keys(files).filter((path) => path.endsWith('rule.yml'))).toEqual([
    'sheets/01 Whoami/rule.yml',
    'sheets/02 Mine_ a_b/rule.yml',
    'sheets/03 Mine_ a_b (copy)/rule.yml',
  ]);
  expect(strFromU8(files['sheets/01 Whoami/events.jsonl']!)).toBe(EVENTS);

  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  const there = new SheetRow(other);
  const give = async (buffer: Buffer) => {
    const panel = await new HistoryPanel(other).open();
    await panel
      .dialog()
      .getByLabel('Import an export')
      .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer });
    await expect(panel.dialog()).toBeHidden();
  };
  await give(bytes);
  const titles = ['Whoami', 'Mine: a/b', 'Mine: a/b (copy)'];
  await expect.poll(() => there.titles()).toEqual(titles);
  expect(await fresh.text('Rule')).toBe(OTHER);
  expect(await fresh.text('Events')).toBe(OTHER_EVENTS);
  await expect(other.getByRole('switch', { name: 'Ignore log sources' })).toBeChecked();
  await there.tab('Mine: a/b (copy)').click();
  await expect.poll(() => fresh.text('Rule')).toBe('title: Third\n');
  await there.tab('Whoami').click();
  await expect.poll(() => fresh.text('Events')).toBe(EVENTS);
  await expect(other.getByRole('switch', { name: 'Ignore log sources' })).not.toBeChecked();
  // What is open already does not come twice.
  await give(bytes);
  await expect(other.getByText('3 were open already')).toBeVisible();
  expect(await there.titles()).toEqual(titles);
  await there.tab('Mine: a/b').click();
  await there.act(/^Close/);
  await give(bytes);
  await expect.poll(() => there.titles()).toEqual(['Whoami', 'Mine: a/b (copy)', 'Mine: a/b']);
  await other.getByRole('status').getByRole('button', { name: 'Undo' }).first().click();
  await expect(there.tabs()).toHaveCount(2);
  await other.context().close();
});

test('a pinned version is exported, and pinned again where it is imported', async ({ page, browser }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await playground.paste('Rule', RULE.replace("' /all'", "' /groups'"));
  const history = await new HistoryPanel(page).open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    history.dialog().getByRole('button', { name: 'Export work' }).click(),
  ]);
  const path = (await download.path())!;
  expect(strFromU8(unzipSync(await readFile(path))['work/pinned.yml']!)).toBe(RULE);
  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  await other.getByLabel('Open events file').setInputFiles({
    name: 'work.zip',
    mimeType: 'application/zip',
    buffer: await readFile(path),
  });
  await expect.poll(() => fresh.text('Events')).toBe(EVENTS);
  await fresh.tab('Compare');
  await expect
    .poll(() => other.evaluate(() => localStorage.getItem('sigma-playground.pinned')))
    .toBe(JSON.stringify(RULE));
  await other.context().close();
});
