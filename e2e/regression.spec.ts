import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { evtxJson } from '../src/event';
import { LogWriter } from '../src/testing/evtx/log';
import { processEvent } from '../src/testing/evtx/sample';
import { Playground } from './playground';

/*
 * SigmaHQ's regression data: a rule is opened with it, run, and written again.
 */

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const RULE = `title: Process with a number
id: ${ID}
logsource:
    product: windows
detection:
    selection:
        Image|contains: 'tool'
    condition: selection
`;
const PATH = `regression_data/rules/windows/number/${ID}.evtx`;
const INFO = (count: number) => `id: 9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10
description: N/A
date: 2026-11-30
author: A
rule_metadata:
    - id: ${ID}
      title: Process with a number
regression_tests_info:
    - name: Positive Detection Test
      type: evtx
      provider: Microsoft-Windows-Security-Auditing
      match_count: ${count}
      path: ${PATH}
`;

function log(events: number): Uint8Array {
  const writer = new LogWriter();
  for (let i = 0; i < events; i++) writer.add(processEvent(i));
  return writer.bytes();
}

/** Without its recording where `hasLog` is false. */
const zip = (count: number, hasLog = true) =>
  Buffer.from(
    zipSync({
      'sigma/rules/windows/number.yml': strToU8(RULE),
      'sigma/regression_data/rules/windows/number/info.yml': strToU8(INFO(count)),
      ...(hasLog ? { [`sigma/${PATH}`]: log(2) } : {}),
    }),
  );

const open = (page: Page, buffer: Buffer) =>
  page
    .getByLabel('Open rule file')
    .setInputFiles({ name: 'number.zip', mimeType: 'application/zip', buffer });

/** The zip that the page writes as regression data. */
async function written(page: Page, path: string): Promise<Record<string, Uint8Array>> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write as' }).click();
  await page.getByRole('menuitem', { name: 'Regression data for SigmaHQ' }).click();
  await (await saved).saveAs(path);
  return unzipSync(await readFile(path));
}

function sigmaTest(path: string) {
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'sigma', '--', 'test', path], {
    encoding: 'utf8',
  });
  return [status, stderr.trim()];
}

test('a rule is opened with its regression data, and written again equal', async ({ page }, info) => {
  const playground = await new Playground(page).open();
  await open(page, zip(2));
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('button', { name: '✓ 2 tests' })).toBeVisible();
  await expect(page.getByText('All as expected.')).toBeVisible();
  const path = info.outputPath('number.zip');
  const before = Object.entries(unzipSync(zip(2))).map(([name, bytes]) => [
    name.replace('sigma/', ''),
    bytes,
  ]);
  expect(await written(page, path)).toEqual(Object.fromEntries(before));
  expect(sigmaTest(path)).toEqual([0, '1 test in 1 rule file: 1 passed, 0 failed.']);
  // An event that must not match any more is one fewer in the file that counts them.
  await page
    .getByRole('group', { name: /^Event / })
    .getByRole('button', { name: 'must not match' })
    .click();
  await expect(page.getByText('1 of 2 not as expected.')).toBeVisible();
  const changed = await written(page, path);
  expect(strFromU8(changed['regression_data/rules/windows/number/info.yml']!)).toBe(INFO(1));
  expect(changed[PATH]).toEqual(log(2));
});

test('an event log goes into new regression data as it is, with JSON beside it', async ({ page }, info) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page
    .getByLabel('Open events file')
    .setInputFiles({ name: 'a.evtx', mimeType: 'application/octet-stream', buffer: Buffer.from(log(3)) });
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await playground.tab('Tests');
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  const path = info.outputPath('new.zip');
  const files = await written(page, path);
  const folder = Object.keys(files)
    .find((name) => name.endsWith('/info.yml'))!
    .replace(/info\.yml$/, '');
  expect(files[`${folder}${ID}.evtx`]).toEqual(log(3));
  expect(strFromU8(files[`${folder}${ID}.json`]!)).toBe(evtxJson(log(3)));
  expect(sigmaTest(path)).toEqual([0, '1 test in 1 rule file: 1 passed, 0 failed.']);
  // The page opens its own again.
  await open(page, Buffer.from(await readFile(path)));
  await expect.poll(() => playground.text('Rule')).toContain('regression_tests_path: regression_data/rules/');
  await expect(page.getByRole('button', { name: '✓ 3 tests' })).toBeVisible();
});

const OTHER = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c002';

test('rules with their tests are listed, green and red, and one is opened', async ({ page }) => {
  const playground = await new Playground(page).open();
  const other = (text: string) => text.replaceAll(ID, OTHER).replaceAll('with a number', 'of another kind');
  const files = {
    'rules/windows/number.yml': strToU8(RULE),
    'regression_data/rules/windows/number/info.yml': strToU8(INFO(2)),
    [PATH]: log(2),
    'rules/windows/other.yml': strToU8(other(RULE)),
    'regression_data/rules/windows/other/info.yml': strToU8(
      other(INFO(2)).replace('windows/number', 'windows/other'),
    ),
    [other(PATH).replace('windows/number', 'windows/other')]: log(1),
    'rules/windows/bare.yml': strToU8(RULE.replace(ID, ID.replace('c001', 'c003'))),
  };
  await open(page, Buffer.from(zipSync(files)));
  const many = page.getByRole('region', { name: 'Tests of many rules' });
  await expect(many.getByRole('status')).toHaveText(
    '✗ 1 of 2 tests failed, of 2 rules; 1 rule without a test.',
  );
  const rows = page.getByRole('region', { name: 'Tests by rule' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('Process of another kind Positive Detection Test: failed');
  await expect(rows.nth(0)).toContainText('Expected 2 matching events, but the event matches.');
  await expect(rows.nth(1)).toContainText('Process with a number Positive Detection Test: passed');
  await rows.nth(1).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('button', { name: '✓ 2 tests' })).toBeVisible();
  await expect(page.getByText('All as expected.')).toBeVisible();
  await many.getByRole('button', { name: 'Show the list' }).click();
  await expect(rows).toHaveCount(2);
  await many.getByRole('button', { name: 'Close' }).click();
  await expect(many).toBeHidden();
  expect(await playground.text('Rule')).toBe(RULE);
});

test('a pattern that hangs is told as such, and the other tests go on', async ({ page }) => {
  await new Playground(page).open('./?patience=700');
  const slow = RULE.replace("|contains: 'tool'", () => "|re: '^(?=.*a)(a+)+$'").replaceAll(ID, OTHER);
  const hangs = `{Image: '${'a'.repeat(60)}!'}`;
  const tested = {
    'a.yml': strToU8(`${slow}testcases:\n    match:\n        - ${hangs}\n`),
    'a_test.yml': strToU8(`match: true\nevent: ${hangs}\n`),
    'b.yml': strToU8(RULE),
    'b_test.yml': strToU8('match: true\nevent: {Image: tool}\n'),
  };
  await open(page, Buffer.from(zipSync(tested)));
  await expect(page.getByRole('region', { name: 'Tests of many rules' }).getByRole('status')).toHaveText(
    '✗ 2 of 3 tests failed, of 2 rules.',
  );
  await expect(page.getByText(/^It took too long at the pattern/)).toHaveCount(2);
});

test('a count that is not met is told', async ({ page }) => {
  const playground = await new Playground(page).open();
  await open(page, zip(1));
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByText('Positive Detection Test: 1 event should match, and 2 do.')).toBeVisible();
});

test('tests whose recording is missing are told, with the file', async ({ page }) => {
  await new Playground(page).open();
  await open(page, zip(2, false));
  await expect(
    page.getByText(`number.yml came with 1 test, but without the events of it. Not found: ${PATH}.`),
  ).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Rules found' }).getByRole('option')).toHaveCount(1);
});

test('test documents beside a rule are opened with it', async ({ page }) => {
  const playground = await new Playground(page).open();
  const tests = `event: {Channel: Security, Image: tool}\n---\nmatch: false\nevent: {Channel: Security, Image: other}\n`;
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/yaml',
    buffer: Buffer.from(text),
  });
  await page
    .getByLabel('Open rule file')
    .setInputFiles([file('number.yml', RULE), file('number_test.yml', tests)]);
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('button', { name: '✓ 2 tests' })).toBeVisible();
});
