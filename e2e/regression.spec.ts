import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

test('a rule is opened with its regression data, and written as such again', async ({ page }, info) => {
  const playground = await new Playground(page).open();
  await open(page, zip(2));
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('button', { name: '✓ 2 tests' })).toBeVisible();
  await expect(page.getByText('All as expected.')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write as' }).click();
  await page.getByRole('menuitem', { name: 'Regression data for SigmaHQ' }).click();
  const path = info.outputPath('number.zip');
  await (await saved).saveAs(path);
  const files = unzipSync(await readFile(path));
  expect(strFromU8(files['rules/number.yml']!)).toContain(
    'regression_tests_path: regression_data/rules/number/info.yml',
  );
  const run = spawnSync('npm', ['run', '-s', 'sigma', '--', 'test', path], { encoding: 'utf8' });
  expect([run.status, run.stderr.trim()]).toEqual([0, '1 test in 1 rule file: 1 passed, 0 failed.']);
  // The page opens its own again.
  await open(page, Buffer.from(await readFile(path)));
  await expect.poll(() => playground.text('Rule')).toBe(strFromU8(files['rules/number.yml']!));
  await expect(page.getByRole('button', { name: '✓ 2 tests' })).toBeVisible();
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
