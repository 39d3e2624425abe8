import { expect, test } from '@playwright/test';
import { violationsNow } from './axe';
import { Playground } from './playground';

const RULE = `title: Whoami
logsource: {product: windows}
detection:
    selection:
        CommandLine|contains: 'whoami'
    condition: selection
`;

const XML = `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>1</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel></System><EventData><Data Name="CommandLine">cmd &amp; whoami</Data></EventData></Event>`;
const JSON_EVENT = `{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","CommandLine":"whoami /all"}`;

/** A table as programs export it: doubled quotes, and a comma and a line break within a value. */
const CSV = [
  'Image,CommandLine,Channel,EventID,Note',
  'C:\\Windows\\notepad.exe,notepad,Microsoft-Windows-Sysmon/Operational,1,plain',
  'C:\\Windows\\cmd.exe,"cmd /c ""echo a, b"" & whoami /all",Microsoft-Windows-Sysmon/Operational,1,"two\nlines"',
].join('\n');

const RENDERED = `Process Create:
RuleName: -
UtcTime: 2026-03-04 05:06:07.089
ProcessId: 4242
Image: C:\\Windows\\System32\\cmd.exe
CommandLine: cmd.exe /c whoami /groups
ParentImage: C:\\Windows\\explorer.exe
`;

/** The only mark of a match in the events is where `text` has `marked`. */
async function expectMark(playground: Playground, text: string, marked: string): Promise<void> {
  const start = text.indexOf(marked);
  expect(text.indexOf(marked, start + 1)).toBe(-1);
  await expect
    .poll(async () =>
      (await playground.marks('Events'))
        .filter((m) => m.className.split(' ').includes('mark-match'))
        .map(({ start, end, text }) => ({ start, end, text })),
    )
    .toEqual([{ start, end: start + marked.length, text: marked }]);
}

test('a table is recognised, and the mark is in its cell', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', CSV);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await expectMark(playground, CSV, 'whoami');
  await expect(page.getByRole('button', { name: /^Format: CSV/ })).toBeVisible();
});

test('Sysmon’s text is recognised, and the mark is in its line', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', RENDERED);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expectMark(playground, RENDERED, 'whoami');
  await page.getByRole('button', { name: /^Format: / }).click();
  await expect(page.getByRole('dialog', { name: 'How the events are read' })).toContainText(
    '1 event, from line 1',
  );
});

test('XML is recognised, and the page says why', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', XML);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expectMark(playground, XML, 'whoami');
  await page.getByRole('button', { name: 'Format: XML' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await expect(dialog).toContainText('1 event, from line 1');
  await expect(dialog).toContainText('because it begins with an XML tag');
  await playground.escape(dialog);
});

test('Splunk’s text of a Windows event is recognised, and the mark is in its message', async ({ page }) => {
  const text = [
    '11/24/2026 10:00:00 AM\nLogName=Security\nEventCode=4688\nType=Information',
    'Message=A new process has been created.\n\nProcess Information:',
    '\tNew Process Name:\tC:\\Windows\\System32\\cmd.exe\n\tProcess Command Line:\tcmd /c whoami\n',
  ].join('\n');
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', text);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expectMark(playground, text, 'whoami');
  await expect(page.getByRole('button', { name: /^Format: Splunk WinEventLog text/ })).toBeVisible();
});

test('a log of IIS serves rules for web servers, which look for the path in the query', async ({ page }) => {
  const rule = `title: T\nlogsource: {category: webserver}\ndetection:\n    s: {cs-uri-query|contains: /shell/}\n    condition: s\n`;
  const text =
    '#Fields: date time cs-method cs-uri-stem cs-uri-query sc-status\n2026-11-24 10:00:00 GET /shell/x.aspx a=b 200\n2026-11-24 10:00:01 GET / - 200\n';
  const playground = await new Playground(page).open();
  await playground.paste('Rule', rule);
  await playground.paste('Events', text);
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await playground.verdict(1, 'match').click();
  await expectMark(playground, text, '/shell/');
  await expect(page.getByRole('region', { name: 'Why' })).toContainText(
    'The log has the path separately in cs-uri-stem',
  );
});

test('one text has JSON and XML; the choice of one format is kept and can be undone', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', `${JSON_EVENT}\n${XML}`);
  await expect(playground.verdict(2, 'match')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await page.getByRole('button', { name: /^Format: JSON object and XML/ }).click();
  await expect(dialog).toContainText('from line 2');
  await dialog.getByRole('radio', { name: 'JSON', exact: true }).check();
  await expect(playground.verdict(2, 'error')).toBeAttached();
  // Kept with the work.
  await page.waitForTimeout(600);
  await page.reload();
  await playground.ready();
  await page.getByRole('button', { name: /^Format: / }).click();
  await expect(dialog.getByRole('radio', { name: 'JSON', exact: true })).toBeChecked();
  await dialog.getByRole('radio', { name: 'As recognised' }).check();
  await expect(playground.verdict(2, 'match')).toBeAttached();
});

test('files that are opened together are read one after the other', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page
    .getByLabel('Open events file')
    .setInputFiles([file('one.json', JSON_EVENT), file('two.xml', `${XML}\n`)]);
  await expect(page.getByText('one.json from line 1; two.xml from line 2.')).toBeVisible();
  expect(await playground.text('Events')).toBe(`${JSON_EVENT}\n${XML}\n`);
  await expect(playground.verdict(2, 'match')).toBeVisible();
});

test('a mapped field turns a miss into a match, and is part of a link', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const event = '{"process":{"args_line":"whoami /all"},"user":"ana"}';
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', event);
  await page.getByText('Ignore log sources').click();
  await playground.verdict(1, 'no match').click();
  await playground.tab('Explain');
  await page.getByRole('button', { name: 'Map the field…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  const own = dialog.getByRole('combobox', { name: 'In the events' });
  await expect(own).toBeFocused();
  await expect(dialog.getByRole('combobox', { name: 'In the rule' })).toHaveValue('CommandLine');
  await expect(dialog.locator('datalist option[value="process.args_line"]')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Write the field’s name in the events.');
  await page.keyboard.type('process.args_line');
  await page.keyboard.press('Enter');
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'process.args_line is CommandLine' }),
  ).toBeVisible();
  expect(await violationsNow(page, '.formats')).toEqual([]);
  await playground.escape(dialog);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expectMark(playground, event, 'whoami');

  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect(fresh.verdict(1, 'match')).toBeVisible();
  await fresh.page.waitForTimeout(600);
  await fresh.page.reload();
  await fresh.ready();
  await expect(fresh.verdict(1, 'match')).toBeVisible();
  await fresh.page.getByRole('button', { name: /^Format: / }).click();
  await fresh.page.getByRole('button', { name: 'Remove process.args_line is CommandLine' }).click();
  await expect(fresh.verdict(1, 'no match')).toBeAttached();
  await other.close();
});

test('on a phone the button in Explain brings the form to the front', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', '{"cmd":"whoami"}');
  await page.getByText('Ignore log sources').click();
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await panes.getByRole('button', { name: 'Explain' }).click();
  await page.getByRole('button', { name: 'Map the field…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await dialog.getByRole('combobox', { name: 'In the events' }).fill('cmd');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove cmd is CommandLine' })).toBeVisible();
  const box = await dialog.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  expect(await violationsNow(page, '.formats')).toEqual([]);
  await playground.escape(dialog);
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('text in an unknown format is read as plain lines, and the page says so and what it could be', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', "title: T\ndetection:\n    k:\n        - 'whoami'\n    condition: k\n");
  await playground.paste('Events', 'someone ran whoami\nnobody did');
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  const note = page.getByRole('complementary', { name: 'Format of the events' });
  await expect(note).toContainText('It is read as plain lines');
  await expect(page.getByRole('button', { name: 'Format: plain lines' })).toBeVisible();
  await playground.paste('Events', 'C:\\logs\\events.evtx');
  await expect(note).toContainText('a file name');
  await playground.paste('Events', '{"a":"whoami"}');
  await expect(note).toBeHidden();
});
