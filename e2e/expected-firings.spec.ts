import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { violations } from './axe';
import { HistoryPanel } from './history-panel';
import { Playground } from './playground';

/*
 * What a correlation must fire on: said in its panel, held beside what it fires on, and carried along.
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
id: 6c6b2c1e-4d0b-4a53-9d0c-0d4d5a1c7e11
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 1m
    condition:
        gte: 3
`;
const RULE = `${FAILED}---\n${MANY}`;
const event = (second: number, User: string, EventID = 4625) =>
  JSON.stringify({
    '@timestamp': new Date(Date.UTC(2026, 10, 20, 8, 0, second)).toISOString(),
    EventID,
    Channel: 'Security',
    User,
  });
const EVENTS = [event(0, 'ana'), event(10, 'ana'), event(20, 'ana'), event(30, 'bob'), event(40, 'bob')].join(
  '\n',
);

const panel = (page: Page) => page.getByRole('region', { name: 'Many', exact: true });
const test1 = (page: Page) => panel(page).getByRole('group', { name: 'Test' });
const rows = (page: Page) => page.getByRole('region', { name: 'Tests' }).getByRole('listitem');

async function open(page: Page, rule = RULE): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', rule);
  await playground.paste('Events', EVENTS);
  await playground.tab('Correlations');
  await expect(panel(page)).toBeVisible();
  return playground;
}

async function expectsPresent(page: Page): Promise<Playground> {
  const playground = await open(page);
  await test1(page).getByRole('button', { name: 'as it fires now' }).click();
  await expect(test1(page)).toContainText('✓ as expected: it must fire once, on events 1, 2 and 3');
  return playground;
}

test('what a correlation fires on is taken as right; an edit breaks it, and its reason leads to a repair', async ({
  page,
}) => {
  const playground = await expectsPresent(page);
  await expect(page.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await playground.paste('Rule', RULE.replace('gte: 3', 'gte: 4'));
  await expect(page.getByRole('button', { name: '✗ 1 of 1 test fails' })).toBeVisible();
  await playground.tab('Tests');
  await expect(page.getByText('1 of 1 not as expected.')).toBeVisible();
  await expect(rows(page).first()).toContainText('Many must fire once, on events 1, 2 and 3: does not fire');
  await expect(rows(page).first()).toContainText(
    'The closest window for User ana: the number of events was 3 (required: number of events ≥ 4).',
  );
  const repairs = page.getByRole('list', { name: 'Changes with which Many does what is expected' });
  await repairs.getByRole('button', { name: 'Apply: Lower gte from 4 to 3' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByText('All as expected.')).toBeVisible();
});

test('by keys: as it fires now, not at all, and neither', async ({ page }) => {
  await open(page);
  await panel(page).getByRole('button', { name: 'Many' }).focus();
  await page.keyboard.press('+');
  await expect(test1(page)).toContainText('✓ as expected: it must fire once, on events 1, 2 and 3');
  await page.keyboard.press('-');
  await expect(test1(page)).toContainText('✗ not as expected: it must not fire');
  await page.keyboard.press('-');
  await expect(test1(page).getByRole('button', { name: 'no test' })).toHaveAttribute('aria-pressed', 'true');
});

test('a correlation that is to fire on what came closest, written until it does', async ({ page }) => {
  const playground = await open(page, RULE.replace('gte: 3', 'gte: 4'));
  await expect(panel(page)).toContainText('no firing');
  await panel(page).getByRole('button', { name: 'Must fire on these' }).click();
  await expect(test1(page)).toContainText('✗ not as expected: it must fire once, on events 1, 2 and 3');
  await playground.tab('Tests');
  const repairs = page.getByRole('list', { name: 'Changes with which Many does what is expected' });
  await expect(repairs).toContainText('Lower gte from 4 to 3');
  await playground.tab('Correlations');
  await test1(page).getByRole('spinbutton', { name: 'How often Many must fire' }).fill('2');
  await expect(test1(page)).toContainText('✗ not as expected: it must fire 2 times');
  await playground.paste('Rule', RULE.replace('gte: 3', 'gte: 2'));
  await expect(test1(page)).toContainText('✓ as expected: it must fire 2 times');
});

test('it stays through edits, a new title, undo, a reload and a link', async ({ page, browser }) => {
  const playground = await expectsPresent(page);
  await playground.paste(
    'Events',
    `${event(50, 'eve')}\n${EVENTS.replace('2026-11-20T08:00:10', '2026-11-20T08:00:11')}`,
  );
  await expect(test1(page)).toContainText('✓ as expected: it must fire once, on events 2, 3 and 4');
  await playground.paste('Rule', RULE.replace('title: Many', 'title: Many failures'));
  await expect(page.getByRole('region', { name: 'Many failures' })).toContainText('✓ as expected');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(test1(page)).toContainText('✓ as expected');
  await page.reload();
  await playground.ready();
  await expect(page.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await new Playground(other).open(link);
  await expect(other.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await other.context().close();
});

test('present verdicts and firings are taken as right together, and removed together', async ({ page }) => {
  const playground = await open(page);
  await playground.tab('Tests');
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(rows(page)).toHaveCount(6);
  await expect(page.getByRole('button', { name: '✓ 6 tests' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('No tests yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Remove the test of Many' }).click();
  await expect(rows(page)).toHaveCount(5);
});

test('both panels are accessible with a test that fails, light and dark', async ({ page }) => {
  const playground = await expectsPresent(page);
  await playground.paste('Rule', RULE.replace('gte: 3', 'gte: 4'));
  await expect(test1(page)).toContainText('✗ not as expected');
  expect(await violations(page)).toEqual([]);
  await playground.tab('Tests');
  await expect(rows(page).first()).toContainText('Lower gte from 4 to 3');
  expect(await violations(page)).toEqual([]);
});

test('sheets with tests are exported, and imported into a fresh profile', async ({ page, browser }, info) => {
  const playground = await expectsPresent(page);
  const history = await new HistoryPanel(page).open();
  const saved = page.waitForEvent('download');
  await history.dialog().getByRole('button', { name: 'Export work' }).click();
  const path = info.outputPath('work.zip');
  await (await saved).saveAs(path);
  await playground.escape(history.dialog());
  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  const there = await new HistoryPanel(other).open();
  await there.dialog().getByLabel('Import an export').setInputFiles(path);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await expect(other.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await other.context().close();
});

async function write(page: Page, form: string): Promise<void> {
  await page.getByRole('button', { name: 'Write as' }).click();
  await page.getByRole('menuitem', { name: form }).click();
}

test('tests of correlations stand in the rule as exemplars, are opened from there, and run in the terminal', async ({
  page,
}, info) => {
  const playground = await expectsPresent(page);
  await playground.tab('Tests');
  await write(page, 'Exemplars in the rule');
  await expect.poll(() => playground.text('Rule')).toContain('offset: 20s');
  const rule = await playground.text('Rule');
  await expect(page.getByText('The rule carries 1 test, 1 of correlations.')).toBeVisible();
  const path = info.outputPath('many.yml');
  await writeFile(path, rule);
  const run = spawnSync('npm', ['run', '-s', 'sigma', '--', 'test', path], { encoding: 'utf8' });
  expect([run.status, run.stderr.trim()]).toEqual([0, '1 test in 1 rule file: 1 passed, 0 failed.']);
  await page.getByRole('button', { name: 'Remove all' }).click();
  await playground.paste('Events', '');
  await page.getByRole('button', { name: 'Open it as events' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  await expect(rows(page)).toHaveText([/Many must fire once, on events 1, 2 and 3: as expected/]);
  // The other forms say what they cannot hold.
  await write(page, 'Test cases in the rule');
  await expect(page.getByText('1 test of correlations is left out: this form cannot hold it.')).toBeVisible();
});

test('regression data says how often a correlation fires; it runs in the terminal, and is opened again', async ({
  page,
  browser,
}, info) => {
  const playground = await expectsPresent(page);
  await playground.tab('Tests');
  const saved = page.waitForEvent('download');
  await write(page, 'Regression data for SigmaHQ');
  const path = info.outputPath('data.zip');
  await (await saved).saveAs(path);
  const folder = info.outputPath('data');
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await readFile(path))))) {
    await mkdir(dirname(`${folder}/${name}`), { recursive: true });
    await writeFile(`${folder}/${name}`, bytes);
  }
  const run = spawnSync('npm', ['run', '-s', 'sigma', '--', 'test', folder], { encoding: 'utf8' });
  expect([run.status, run.stderr.trim()]).toEqual([0, '1 test in 1 rule file: 1 passed, 0 failed.']);
  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  await other.getByLabel('Open rule file').setInputFiles(path);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await expect(other.getByRole('button', { name: '✓ 1 test' })).toBeVisible();
  await expect(rows(other)).toHaveText([/Many must fire once, on events 1, 2 and 3: as expected/]);
  await other.context().close();
});

test('repairs of an event and changes for a variant name the test of a correlation that they break', async ({
  page,
}) => {
  const base = FAILED.replace('EventID: 4625', "CommandLine|contains: ' /all'");
  const playground = await open(page, `${base}---\n${MANY.replace('gte: 3', 'gte: 2')}`);
  const said = (second: number, line: string) =>
    event(second, 'ana').replace('}', `,"CommandLine":${JSON.stringify(line)}}`);
  await playground.paste('Events', [said(0, 'whoami /all'), said(10, 'whoami -all')].join('\n'));
  await test1(page).getByRole('button', { name: 'must not fire' }).click();
  await expect(test1(page)).toContainText('✓ as expected: it must not fire');
  await playground.tab('Explain');
  await page.getByText('Variants of the command line').click();
  const dash = page.getByRole('table', { name: 'Variants' }).getByRole('row', { name: 'Accept any dash' });
  await expect(dash.first()).toContainText('The test of “Many” would fail.');
  await playground.verdicts().focus();
  await page.keyboard.press('End');
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await expect(repairs).toContainText('The test of “Many” would fail.');
});

test('Compare says which tests each version meets', async ({ page }) => {
  const playground = await expectsPresent(page);
  await playground.verdicts().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await playground.paste('Rule', RULE.replace('4625', '4624'));
  const table = page.getByRole('table', { name: 'Tests of both versions' });
  await expect(table.getByRole('row')).toHaveText([
    'Tests metBreaks',
    'Pinned2 of 2none',
    'Current0 of 2event 1, “Many”',
  ]);
});
