import { appendFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LogWriter } from '../src/testing/evtx/log';
import { processEvent } from '../src/testing/evtx/sample';
import { openZip } from './catalog-files';
import { CATALOG, done, list, opened, panel, pressAtOnce, run, shown, status, view } from './findings-page';
import { writeLog } from './log-files';
import { Playground } from './playground';
import { runCommand } from './run-command';

/*
 * A catalog over a log of several files: a folder of mixed formats, and files that change or go after they were read.
 */

const EVENTS = 12_000;
const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const whoami = { Channel: SYSMON, EventID: 1, Image: 'C:\\x\\whoami.exe', CommandLine: 'whoami' };
const TOOL =
  'title: Tool\nlevel: medium\nlogsource: {product: windows}\ndetection:\n    selection: {CommandLine|contains: "<3> && exit"}\n    condition: selection\n';
const evtx = new LogWriter();
for (let i = 0; i < 9; i++) evtx.add(processEvent(i));

const made: string[] = [];
test.afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a large file, and what else is to be beside it. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { folder: string; large: string } {
  const large = writeLog(EVENTS, 500, 'security.ndjson');
  const folder = dirname(large);
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, large };
}

test('a folder of files of six formats is one log, cancelled and gone on with, and each finding has its file', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { folder } = folderWith({
    'pc1/System.evtx': evtx.bytes(),
    'pc2/list.json': JSON.stringify([whoami, whoami, { EventID: 4 }], null, 2),
    'pc2/table.csv': `Channel,EventID,Image\n${SYSMON},1,C:\\x\\whoami.exe\n${SYSMON},1,C:\\x\\a.exe\n`,
    'pc2/one.yaml': `---\nChannel: ${SYSMON}\nEventID: 1\nImage: C:\\x\\whoami.exe\n`,
    'pc2/xml.xml': `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>1</EventID><Channel>${SYSMON}</Channel></System><EventData><Data Name="CommandLine">run /all</Data></EventData></Event>`,
    'pc2/picture.bin': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
  });
  const [findings, events] = [2 * (EVENTS / 1000) + 6, EVENTS + 16];
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser');
    await runCommand(page, 'folder of event logs');
    await (await chooser).setFiles(folder);
    await shown(page);
  };
  const playground = await new Playground(page).open();
  await openZip(page, { ...CATALOG, 'rules/tool.yml': TOOL });
  await choose();
  await expect(page.getByText(/^6 files · /)).toBeVisible();
  await pressAtOnce(page, 'Cancel');
  await run(page).click();
  await expect(status(page).first()).toContainText(/^Stopped after /);
  await panel(page).getByRole('button', { name: 'Go on' }).click();
  await done(page, findings, events);

  await view(page, 'Files').click();
  const files = list(page, 'file').getByRole('option');
  await expect(files).toHaveCount(6);
  for (const said of [
    'pc1/System.evtx: 1 match',
    'pc2/list.json: 2 matches',
    'pc2/one.yaml: 1 match',
    'pc2/table.csv: 1 match',
    'pc2/xml.xml: 1 match',
    `security.ndjson: ${2 * (EVENTS / 1000)} matches`,
  ])
    await expect(list(page, 'file').getByRole('option', { name: said })).toBeVisible();
  await files.filter({ hasText: 'System.evtx' }).click();
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
  await view(page, 'Events').click();
  const only = list(page, 'event').getByRole('option');
  await expect(only).toHaveAccessibleName(/^Event [\d,]+: Tool, Medium, pc1\/System\.evtx$/);
  await only.click();
  await expect.poll(() => playground.text('Rule')).toBe(TOOL);
  await expect.poll(() => playground.text('Events')).toContain('&lt;3&gt; &amp;&amp; exit');

  // The link keeps the filter, and not the log.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('It keeps the filters of Findings, too.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(page.getByRole('region', { name: 'Log', exact: true })).toHaveCount(0);
  await choose();
  await expect(panel(page).getByText('The filters of the link that you opened hold')).toBeVisible();
  await run(page).click();
  await expect(panel(page).getByRole('button', { name: 'File pc1/System.evtx' })).toBeVisible();
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
});

test('files that grow or go after they were read are named; what the others have is found, and stays', async ({
  page,
}) => {
  const lines = `${JSON.stringify(whoami)}\n`.repeat(5);
  const { folder, large } = folderWith({
    'grows.ndjson': lines,
    'gone.ndjson': lines,
    // Together they are too large for the editor.
    'more.csv': `A,B\n${`${'x'.repeat(200)},1\n`.repeat(15_000)}`,
  });
  const paths = [
    large,
    ...['gone', 'grows'].map((name) => join(folder, `${name}.ndjson`)),
    join(folder, 'more.csv'),
  ];
  const playground = await opened(page, paths);
  const events = EVENTS + 15_000;
  const log = page.getByRole('region', { name: 'Log', exact: true });
  await expect(log.getByText(`${(events + 10).toLocaleString('en')} events`)).toBeVisible();
  await run(page).click();
  await done(page, 2 * (EVENTS / 1000) + 10, events + 10);

  const [, gone, grows] = paths as [string, string, string];
  rmSync(gone);
  appendFileSync(grows, lines);
  utimesSync(grows, 1_800_000_000, 1_800_000_000);
  // An event of a file that is gone: what was found stays, and the page says which file.
  await list(page, 'event').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const told = (name: string) => page.getByText(`${name} was changed, moved or removed after it was read.`);
  await expect(told('grows.ndjson').first()).toBeVisible();
  await expect(log.getByRole('alert')).toContainText('grows.ndjson was changed');
  await done(page, 2 * (EVENTS / 1000) + 10, events + 10);

  await panel(page).getByRole('button', { name: 'Run again' }).click();
  await done(page, 2 * (EVENTS / 1000), events);
  await expect(panel(page).getByText('2 files can no longer be read')).toBeVisible();
  await expect(
    panel(page).getByRole('listitem').filter({ hasText: 'gone.ndjson was changed' }),
  ).toContainText('no rule was asked about 5 events of it');
  // Another rule over the log: what can be read has its verdicts.
  await playground.paste('Rule', 'title: X\ndetection: {a: {A|startswith: xx}, condition: a}\n');
  const match = page.getByRole('group', { name: 'Verdicts' }).getByRole('button', { name: /^Match/ });
  await expect(match).toHaveText('Match 15,000');
  await expect(log.getByRole('alert')).toContainText('gone.ndjson was changed');
});
