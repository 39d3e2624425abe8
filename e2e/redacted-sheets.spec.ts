import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { HistoryPanel } from './history-panel';
import { Playground } from './playground';
import { runCommand } from './run-command';
import { SheetRow } from './sheet-row';

/*
 * Sheets that are exported with made-up names: the same in all of them, with their tests.
 */

const FAILED = `title: Failed
name: failed
logsource: {product: windows, service: security}
detection:
    selection:
        EventID: 4625
    condition: selection
`;
const MANY = `title: Many
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 1m
    condition:
        gte: 3
`;
const event = (second: number, User: string) =>
  JSON.stringify({
    '@timestamp': new Date(Date.UTC(2026, 10, 20, 8, 0, second)).toISOString(),
    EventID: 4625,
    Channel: 'Security',
    User,
  });

test('exported sheets have the same made-up names, and their tests hold as before', async ({
  page,
  browser,
}, info) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', `${FAILED}---\n${MANY}`);
  await playground.paste(
    'Events',
    ['ana', 'ana', 'ana', 'bob', 'bob'].map((user, i) => event(i, user)).join('\n'),
  );
  await playground.tab('Correlations');
  const expected = page
    .getByRole('region', { name: 'Many', exact: true })
    .getByRole('group', { name: 'Test' });
  await expected.getByRole('button', { name: 'as it fires now' }).click();
  await expect(expected).toContainText('✓ as expected');
  await new SheetRow(page).add();
  await playground.paste('Rule', FAILED);
  await playground.paste('Events', [event(0, 'bob'), event(1, 'ana')].join('\n'));
  // Each of the two commands opens the dialog at its button, beside the switch for made-up names.
  const dialog = new HistoryPanel(page).dialog();
  for (const [words, button] of [
    ['export all', 'Export all'],
    ['work as a zip', 'Export work'],
  ] as const) {
    await runCommand(page, words);
    await expect(dialog.getByRole('button', { name: button })).toBeFocused();
    if (button === 'Export all') await playground.escape(dialog);
  }
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('switch', { name: 'Replace names' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const path = info.outputPath('work.zip');
  await (await saved).saveAs(path);
  const files = Object.entries(unzipSync(await readFile(path))).filter(([name]) => /events\.\w+$/.test(name));
  const users = files.map(([, bytes]) =>
    new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((line) => JSON.parse(line).User),
  );
  const [ana, bob] = [users[0]![0], users[0]![3]];
  expect(users).toEqual([
    [ana, ana, ana, bob, bob],
    [bob, ana],
  ]);
  expect([ana, bob]).not.toEqual(['ana', 'bob']);
  const other = await (await browser.newContext()).newPage();
  await new Playground(other).open();
  const there = await new HistoryPanel(other).open();
  await there.dialog().getByLabel('Import an export').setInputFiles(path);
  const sheets = new SheetRow(other);
  await sheets.tabs().first().click();
  await expect(other.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await other.context().close();
});
