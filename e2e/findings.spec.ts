import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { RULES, rule } from './catalog-page';
import { CATALOG, done, list, opened, panel, pressAtOnce, run, status, view } from './findings-page';
import { eventText, writeLog } from './log-files';
import { SLOW_LINEAR, slowText } from './slow-patterns';
import { endThread, expectStarted, holdThreads } from './threads-held';

/** Enough for several shares. */
const EVENTS = 20_000;
/** Events in a table and in XML beside them, one of each of which is found. */
const TABLE = [
  'UtcTime,Channel,EventID,Computer,User,Image,CommandLine',
  ...Array.from(
    { length: 50 },
    (_, i) =>
      `2025-11-0${1 + (i % 9)} 10:00:00,Microsoft-Windows-Sysmon/Operational,1,table-pc,=cmd(),C:\\x\\${i === 20 ? 'whoami' : 'tool'}.exe,tool ${i}`,
  ),
].join('\n');
const XML = Array.from(
  { length: 30 },
  (_, i) =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>1</EventID><TimeCreated SystemTime="2025-12-01T00:00:00Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>xml-pc</Computer></System><EventData><Data Name="Image">C:\\x\\tool.exe</Data><Data Name="CommandLine">${i === 4 ? 'run /all' : 'run'}</Data></EventData></Event>`,
).join('\n');
/** Two rules find each of 20 events; of the others, each rule finds one. */
const FINDINGS = 2 * (EVENTS / 1000) + 2;
const TOTAL = EVENTS + 80;

let paths: string[] = [];
test.beforeAll(() => {
  const path = writeLog(EVENTS);
  const beside = (name: string, text: string) => {
    const made = join(dirname(path), name);
    writeFileSync(made, text);
    return made;
  };
  paths = [path, beside('table.csv', TABLE), beside('events.xml', XML)];
});
test.afterAll(() => rmSync(dirname(paths[0]!), { recursive: true }));

const all = (page: Page) => done(page, FINDINGS, TOTAL);

test('a whole catalog runs over files of three formats, and a finding opens event and rule', async ({
  page,
}) => {
  const playground = await opened(page, paths);
  await run(page).click();
  await all(page);
  const first = list(page, 'event').getByRole('option').first();
  await expect(first).toHaveAccessibleName('Event 8: All privileges, High, security.ndjson');
  await list(page, 'event').focus();
  await page.keyboard.press('End');
  await expect(list(page, 'event').getByRole('option').last()).toHaveAccessibleName(
    `Event ${(EVENTS + 55).toLocaleString('en')}: All privileges, High, events.xml`,
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text('Events')).toBe(eventText(7));
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami-all.yml']);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  await expect(page.getByText(/The rule was replaced by/)).toBeVisible();
});

test('filters combine, and the timeline is brushed by keyboard and pointer', async ({ page }) => {
  await opened(page, paths);
  await run(page).click();
  await all(page);
  await view(page, 'Hosts').click();
  await list(page, 'host').getByRole('option', { name: 'table-pc: 1 match' }).click();
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
  await view(page, 'Rules').click();
  await expect(list(page, 'rule').getByRole('option')).toHaveCount(1);
  await panel(page).getByRole('button', { name: 'Host table-pc' }).click();
  await list(page, 'rule')
    .getByRole('option', { name: /^Any whoami, Low: 21 matches/ })
    .click();
  await expect(status(page).nth(1)).toHaveText('21 findings in 21 events');
  await view(page, 'Users').click();
  const user = list(page, 'user').getByRole('option').first();
  const named = /^(\S+): /.exec((await user.getAttribute('aria-label'))!)![1]!;
  await user.click();
  await expect(panel(page).getByRole('button', { name: `User ${named}`, exact: true })).toBeVisible();
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
  await panel(page).getByRole('button', { name: 'Show all' }).click();
  await all(page);
  await view(page, 'Techniques').click();
  await expect(list(page, 'technique').getByRole('option')).toHaveAccessibleName('T1033: 21 matches');

  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('slider', { name: 'From' }).focus();
  await page.keyboard.press('End');
  // The last bar has the event in XML alone.
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
  await page.keyboard.press('Home');
  await all(page);
  const box = (await timeline.getByRole('img').boundingBox())!;
  await page.mouse.move(box.x + box.width - 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + 10);
  await page.mouse.up();
  await expect(status(page).nth(1)).toHaveText('1 finding in 1 event');
  expect(await violations(page, '.found')).toEqual([]);
});

test('findings are saved in four forms, and a formula in them is none', async ({ page }) => {
  await opened(page, paths);
  await run(page).click();
  await all(page);
  const save = async (form: string) => {
    const download = page.waitForEvent('download');
    await panel(page).getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: form }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const csv = (await save('CSV')).trimEnd().split('\r\n');
  expect(csv).toHaveLength(FINDINGS + 1);
  expect(csv.find((line) => line.includes('table-pc'))).toContain(",'=cmd(),");
  const lines = (await save('JSON Lines')).trimEnd().split('\n');
  expect(lines).toHaveLength(FINDINGS);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    event: 8,
    user: 'ACME\\user7',
    rule: { title: 'All privileges' },
  });
  const layer = JSON.parse(await save('ATT&CK Navigator layer'));
  expect(layer.techniques).toEqual([expect.objectContaining({ techniqueID: 'T1033', score: 1 })]);
  const report = await save('Report in Markdown');
  expect(report).toContain('### Any whoami');
  expect(report).toContain(`${FINDINGS} matches of 2 rules in`);
});

test('a run is cancelled and gone on with, and counts each event once', async ({ page }) => {
  await opened(page, paths);
  await pressAtOnce(page, 'Cancel');
  await run(page).click();
  await expect(status(page).first()).toContainText(/^Stopped after /);
  await panel(page).getByRole('button', { name: 'Go on' }).click();
  await all(page);
});

test('the share of a worker that is ended is scanned again, and counted once', async ({ page }) => {
  await page.addInitScript(holdThreads);
  await opened(page, paths);
  await run(page).click();
  await endThread(page, 'log-scan', 'scan', 2);
  await all(page);
  const workers = await page.evaluate(() => Math.max(1, navigator.hardwareConcurrency - 1));
  await expectStarted(page, 'log-scan', Math.min(workers, 12) + 1);
});

test('a rule that hangs is left out and named; the others find what they find', async ({ page }) => {
  const slow = join(dirname(paths[0]!), 'slow.ndjson');
  writeFileSync(slow, `${eventText(7).replace('"Pad":"', `"Pad":"${slowText()}`)}\n`);
  const hangs = rule('Hangs', 'critical', `{Pad|re: '${SLOW_LINEAR}'}`);
  await opened(page, [slow, ...paths], { ...CATALOG, 'rules/hangs.yml': hangs }, './?patience=700');
  await run(page).click();
  await done(page, FINDINGS + 2, TOTAL + 1);
  await panel(page).getByText('1 rule left out').click();
  await expect(panel(page).getByText(/^“Hangs”: It took too long on event 1 and was stopped/)).toBeVisible();
});
