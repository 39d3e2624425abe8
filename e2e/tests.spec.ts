import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { HistoryPanel } from './history-panel';
import { Playground } from './playground';

/*
 * What the rule must and must not find: expected of events, held beside the verdicts, and carried along.
 */

const event = (Image: string, CommandLine: string, more = {}) =>
  JSON.stringify({ Channel: 'Security', EventID: 4688, Image, CommandLine, ...more });
const EVENTS = [
  event('C:\\Tools\\copier.exe', 'copier.exe ntds.dit D:\\out'),
  event('C:\\Tools\\copier.exe', 'copier.exe sam.hiv D:\\out'),
  event('C:\\Tools\\copier.exe', 'copier.exe notes.txt D:\\out'),
  event('C:\\Backup\\backup.exe', 'backup.exe ntds.dit'),
  event('C:\\Windows\\notepad.exe', 'notepad.exe'),
].join('\n');
const RULE = (body: string) => `title: Accounts database
logsource:
    product: windows
    category: process_creation
detection:
${body}`;
const FIRST = RULE(`    selection:
        CommandLine|contains: 'ntds.dit'
    condition: selection
`);
const BETTER = RULE(`    selection:
        CommandLine|contains:
            - 'ntds.dit'
            - 'sam.hiv'
    filter:
        Image|endswith: '\\backup.exe'
    condition: selection and not filter
`);

const rows = (page: Page) => page.getByRole('region', { name: 'Tests' }).getByRole('listitem');
const want = (page: Page, number: number, verdict: string, met: boolean, must: string) =>
  page.getByRole('option', {
    name: `Event ${number}: ${verdict}, ${met ? '' : 'not '}as expected: it ${must}`,
    exact: true,
  });

async function withExpectations(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', FIRST);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(4, 'match')).toBeVisible();
  await playground.verdicts().focus();
  await page.keyboard.press('Home');
  // 1 and 2 must match, the others must not.
  for (const [i, key] of ['+', '+', '-', '-', '-'].entries()) {
    await expect(page.getByRole('option', { name: new RegExp(`^Event ${i + 1}:`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
  }
  await expect(want(page, 5, 'no match', true, 'must not match')).toBeVisible();
  return playground;
}

test('a rule is written against five expectations until all are met', async ({ page }) => {
  const playground = await withExpectations(page);
  await expect(want(page, 1, 'match', true, 'must match')).toBeVisible();
  await expect(want(page, 2, 'no match', false, 'must match')).toBeVisible();
  await expect(want(page, 4, 'match', false, 'must not match')).toBeVisible();
  await playground.tab('Tests');
  await expect(page.getByText('2 of 5 not as expected.')).toBeVisible();
  // What is not as expected comes first, each with its reason.
  await expect(rows(page).first()).toContainText('Event 2 must match: no match');
  await expect(rows(page).first()).toContainText('ntds.dit');
  await expect(rows(page).nth(1)).toContainText('Event 4 must not match: match');
  await playground.paste('Rule', BETTER);
  await expect(page.getByText('All as expected.')).toBeVisible();
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  // Broken by an edit, the test leads to its reason and a repair.
  await playground.paste('Rule', BETTER.replace("            - 'sam.hiv'\n", ''));
  await expect(page.getByText('1 of 5 not as expected.')).toBeVisible();
  await rows(page).first().getByRole('button', { name: 'Explain and repair' }).click();
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await repairs
    .getByRole('button', { name: /^Apply: Add/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
});

test('a rule is made to meet its tests by hand: a repair, then a filter from an event', async ({ page }) => {
  const playground = await withExpectations(page);
  await playground.tab('Tests');
  await rows(page).first().getByRole('button', { name: 'Explain and repair' }).click();
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await repairs
    .getByRole('button', { name: /^Apply: Add/ })
    .first()
    .click();
  await expect(want(page, 2, 'match', true, 'must match')).toBeVisible();
  await expect(want(page, 4, 'match', false, 'must not match')).toBeVisible();
  const { x, y } = await playground.place('Events', EVENTS.indexOf('backup.exe') + 2);
  await page.mouse.click(x, y);
  await page.getByRole('button', { name: 'Make a rule' }).click();
  await page.getByRole('menuitem', { name: 'Exclude with a filter' }).click();
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
});

test('a new rule is made from the tests, and says which it does not meet', async ({ page }) => {
  const playground = await withExpectations(page);
  const make = async () => {
    await page.getByRole('button', { name: 'Make a rule' }).click();
    await page.getByRole('menuitem', { name: 'New rule for the tests' }).click();
    return page.getByRole('dialog', { name: 'New rule' });
  };
  const first = await make();
  await expect(first).toContainText('tests are met.');
  await first.getByRole('button', { name: 'Close' }).click();
  // Two events with the same text in all that a rule can look for: one must match, one must not.
  await playground.paste(
    'Events',
    `${EVENTS}\n${event('C:\\Windows\\notepad.exe', 'notepad.exe', { n: 1 })}`,
  );
  await expect(playground.verdict(6, 'no match')).toBeVisible();
  await page.getByRole('option', { name: /^Event 6:/ }).click();
  await playground.verdicts().focus();
  await page.keyboard.press('+');
  await expect(want(page, 6, 'no match', false, 'must match')).toBeVisible();
  const dialog = await make();
  await expect(dialog).toContainText('Not met: event');
  await dialog.getByRole('button', { name: 'Use this rule' }).click();
  await playground.tab('Tests');
  await expect(page.getByText(/^\d of 6 not as expected\.$/)).toBeVisible();
});

test('a repair that would break another test says so', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', FIRST);
  await playground.paste('Events', [event('a.exe', 'a.exe x'), event('b.exe', 'b.exe a.exe x')].join('\n'));
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await playground.tab('Tests');
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  await playground.verdicts().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await playground.tab('Explain');
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await expect(repairs).toContainText('Event 2 would fail: the tests expect otherwise.');
});

test('what is expected of an event stays with it through edits, undo, a reload and a link', async ({
  page,
  browser,
}) => {
  const playground = await withExpectations(page);
  await playground.paste('Rule', BETTER);
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  // An event before the others, and one of them edited in place.
  const added = event('C:\\new.exe', 'new.exe');
  const more = `${added}\n${EVENTS.replace('notes.txt', 'sam.hiv.txt')}`;
  await playground.paste('Events', more);
  await expect(want(page, 4, 'match', false, 'must not match')).toBeVisible();
  await expect(page.getByRole('button', { name: '✗ 1 of 5 tests fails' })).toBeVisible();
  await playground.box('Events').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await new Playground(other).open(link);
  await expect(other.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  await other.context().close();
});

test('present verdicts are taken as right, and all tests are removed; both can be undone', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', FIRST);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(4, 'match')).toBeVisible();
  await playground.tab('Tests');
  await expect(page.getByText('No tests yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('No tests yet.')).toBeVisible();
  await page.getByRole('button', { name: 'must match', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('No tests yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await rows(page).first().getByRole('button', { name: 'Remove the test of event 1' }).click();
  await expect(page.getByText('No tests yet.')).toBeVisible();
});

test('the panel is accessible, light and dark', async ({ page }) => {
  const playground = await withExpectations(page);
  await playground.tab('Tests');
  await expect(rows(page)).toHaveCount(5);
  expect(await violations(page)).toEqual([]);
});

test('tests are written into the rule, and opened from it elsewhere; the file beside it runs in the terminal', async ({
  page,
}, info) => {
  const playground = await withExpectations(page);
  await playground.paste('Rule', BETTER);
  await playground.tab('Tests');
  const write = async (form: string) => {
    await page.getByRole('button', { name: 'Write as' }).click();
    await page.getByRole('menuitem', { name: form }).click();
  };
  await write('Exemplars in the rule');
  await expect.poll(() => playground.text('Rule')).toContain('rsigma.exemplars:');
  const rule = await playground.text('Rule');
  expect(rule.startsWith(BETTER)).toBe(true);
  await expect(page.getByText('The rule carries 5 tests.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(BETTER);

  const saved = page.waitForEvent('download');
  await write('A file beside the rule');
  const download = await saved;
  const folder = info.outputPath('rules');
  await download.saveAs(`${folder}/${download.suggestedFilename()}`);
  await writeFile(`${folder}/${download.suggestedFilename().replace('_test.yaml', '.yaml')}`, BETTER);
  const run = spawnSync('npm', ['run', '-s', 'sigma', '--', 'test', folder], { encoding: 'utf8' });
  expect([run.status, run.stderr.trim()]).toEqual([0, '5 tests in 1 rule file: 5 passed, 0 failed.']);

  await playground.paste('Events', '');
  await playground.paste('Rule', rule);
  await page.getByRole('button', { name: 'Open them as events' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
});

test('an exported work carries its tests into a fresh profile', async ({ page, browser }, info) => {
  const playground = await withExpectations(page);
  await playground.paste('Rule', BETTER);
  await expect(page.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  const history = await new HistoryPanel(page).open();
  const saved = page.waitForEvent('download');
  await history.dialog().getByRole('button', { name: 'Export work' }).click();
  const path = info.outputPath('work.zip');
  await (await saved).saveAs(path);
  const other = await (await browser.newContext()).newPage();
  const fresh = await new Playground(other).open();
  const there = await new HistoryPanel(other).open();
  await there.dialog().getByLabel('Import an export').setInputFiles(path);
  await expect.poll(() => fresh.text('Rule')).toBe(BETTER);
  await expect(other.getByRole('button', { name: '✓ 5 tests' })).toBeVisible();
  await other.context().close();
});

test('events that are equal share a test, and the panel says so', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', FIRST);
  const [one, two] = EVENTS.split('\n');
  await playground.paste('Events', [one, two, one].join('\n'));
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await playground.verdicts().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('-');
  await playground.tab('Tests');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).filter({ hasText: 'shared with an equal event' })).toHaveCount(2);
  await expect(rows(page).filter({ hasText: 'Event 2' })).not.toContainText('shared');
  await page.getByRole('button', { name: 'Remove the test of event 3 and of those equal to it' }).click();
  await expect(rows(page)).toHaveCount(1);
});
