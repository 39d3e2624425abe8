import { expect, test } from '@playwright/test';
import { violationsNow } from './axe';
import { Playground } from './playground';

const RULE = `title: Control library run from a user's folder
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\rundll32.exe'
        CommandLine|contains: '\\Public\\'
        ParentImage|endswith: '\\cmd.exe'
    condition: selection
`;

const ROW = {
  Timestamp: '2026-05-11T07:42:10.1234567Z',
  DeviceName: 'ws-14.corp.example',
  ActionType: 'ProcessCreated',
  FileName: 'rundll32.exe',
  FolderPath: 'C:\\Windows\\System32\\rundll32.exe',
  ProcessId: 7312,
  ProcessCommandLine: 'rundll32 C:\\Users\\Public\\tool.dll,Start',
  AccountDomain: 'corp',
  AccountName: 'mira',
  InitiatingProcessFolderPath: 'c:\\windows\\system32\\cmd.exe',
};
const JSON_EVENT = JSON.stringify(ROW);
const CSV = `${Object.keys(ROW).join(',')}\n${Object.values(ROW)
  .map((value) => `"${value}"`)
  .join(',')}\n`;

/** The characters of the events that match, with the place of each. */
async function expectMarks(playground: Playground, text: string, marked: readonly string[]): Promise<void> {
  const places = marked.map((part) => ({ start: text.lastIndexOf(part), text: part }));
  await expect
    .poll(async () =>
      (await playground.marks('Events'))
        .filter((m) => m.className.split(' ').includes('mark-match'))
        .map(({ start, text }) => ({ start, text })),
    )
    .toEqual(places.sort((a, b) => a.start - b.start));
}

test('a row of Defender matches by its own names, and the page says which they are', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', JSON_EVENT);
  await playground.verdict(1, 'match').click();
  const path = JSON_EVENT.indexOf('rundll32.exe"', JSON_EVENT.indexOf('FolderPath')) - 2;
  expect(JSON_EVENT.slice(path, path + 14)).toBe('\\\\rundll32.exe');
  await expectMarks(playground, JSON_EVENT, ['\\\\rundll32.exe', '\\\\Public\\\\', '\\\\cmd.exe']);
  await playground.tab('Explain');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText(
    'ActionType is ProcessCreated and InitiatingProcessFolderPath is c:\\windows\\system32\\cmd.exe, so it is Defender DeviceProcessEvents on Windows',
  );
  await expect(why).toContainText('Defender DeviceProcessEvents names it FolderPath.');
  await expect(why).toContainText('FolderPath is C:\\Windows\\System32\\rundll32.exe');
});

test('the same row from a table, and the dialog names the log sources', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', CSV);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expectMarks(playground, CSV, ['\\rundll32.exe', '\\Public\\', '\\cmd.exe']);
  await page.getByRole('button', { name: /^Format: CSV/ }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  const from = dialog.getByRole('region', { name: 'Log sources' });
  await expect(from).toContainText('Defender DeviceProcessEvents 1 event, from event 1');
  await expect(from).toContainText('ActionType is ProcessCreated');
  expect(await violationsNow(page, '.formats')).toEqual([]);
});

test('a rule for other events says why it does not apply, and what a source never has', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE.replace('process_creation', 'registry_set'));
  await playground.paste('Events', JSON_EVENT);
  await playground.verdict(1, 'not applicable').click();
  await playground.tab('Explain');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('this event is Defender DeviceProcessEvents.');
  const misses = RULE.replace('ParentImage|endswith', 'CurrentDirectory|endswith');
  await playground.paste('Rule', misses.replace('process_creation', 'registry_set'));
  await expect(why.locator('.card').first()).toHaveText('logsourceIn the rule');
  await playground.paste('Rule', misses);
  await expect(why).toContainText('Defender DeviceProcessEvents never has CurrentDirectory.');
});
