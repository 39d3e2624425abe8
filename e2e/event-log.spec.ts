import { expect, test } from '@playwright/test';
import { LogWriter } from '../src/testing/evtx/log';
import { processEvent } from '../src/testing/evtx/sample';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { Playground } from './playground';

const RULE = `# sigma-disable-file: meta-missing
title: Tool with a flag
logsource: {product: windows}
detection:
    selection:
        Image|endswith: '\\tool3.exe'
        CommandLine|contains: '<3> && exit'
    condition: selection
`;

/** Three chunks: the second has a record whose signature is gone. */
const log = new LogWriter();
for (let chunk = 0; chunk < 3; chunk++) {
  if (chunk > 0) log.nextChunk();
  for (let i = 0; i < 4; i++) log.add(processEvent(chunk * 4 + i));
}
const WHOLE = log.bytes();
const DAMAGED = WHOLE.slice().fill(0, log.records[5]!.start, log.records[5]!.start + 4);

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

test('an event log is opened: its records are XML, with marks through references', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByLabel('Open events file').setInputFiles(file('security.evtx', WHOLE));
  await playground.verdict(4, 'match').click();
  await expect(playground.verdict(12, 'no match')).toBeVisible();
  const pane = page.getByRole('region', { name: 'Events pane' });
  await expect(pane.getByText('security.xml')).toBeVisible();
  await expect(pane.getByText('12 events · XML')).toBeVisible();
  await expect
    .poll(() => playground.marked('Events'))
    .toEqual(expect.arrayContaining(['\\tool3.exe', '&lt;3&gt; &amp;&amp; exit']));
  await expect(page.getByRole('tab', { name: 'Problems' })).not.toContainText('1');
});

test('damage is reported, and the other records are read', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByLabel('Open events file').setInputFiles(file('copy.evtx', DAMAGED));
  await expect(page.getByText('11 events · XML')).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  const problems = page.getByRole('list', { name: 'Problems of copy.evtx' }).getByRole('listitem');
  await expect(problems).toHaveCount(2);
  await expect(problems.first()).toContainText('evtx-chunk-records');
  await problems.first().getByRole('button', { name: 'evtx-chunk-records' }).click();
  await expect(problems.first()).toContainText('Records that were changed');
  await expect(problems.last()).toContainText(`Byte ${log.records[5]!.start}`);
  // The name of the log is dropped when other events replace it.
  await playground.paste('Events', '{"Image": "x"}');
  await expect(problems).toHaveCount(0);
});

test('a dropped file that is not an event log leaves the events unchanged', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"Image": "x"}');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['MZ'], 'wrong.evtx'));
    return data;
  });
  const view = page.getByRole('region', { name: 'Events pane' }).locator('.view-lines');
  await view.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('status').getByText('This is not a Windows event log')).toBeVisible();
  expect(await playground.text('Events')).toBe('{"Image": "x"}');
});

test('long reading is announced and can be cancelled', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"Image": "x"}');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/log-worker/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByLabel('Open events file').setInputFiles(file('large.evtx', WHOLE));
  const notice = page.getByRole('status').getByText('Reading large.evtx…');
  await expect(notice).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Cancel' }).click();
  await expect(notice).toHaveCount(0);
  go();
  expect(await playground.text('Events')).toBe('{"Image": "x"}');
  // The first attempt does not delay the next.
  await page.getByLabel('Open events file').setInputFiles(file('large.evtx', WHOLE));
  await expect(page.getByText('12 events · XML')).toBeVisible();
});

test('several files: damage is reported and listed under the file’s name', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const files = [
    file('copy.evtx', DAMAGED),
    file('whole.evtx', WHOLE),
    file('wrong.evtx', new Uint8Array(9)),
  ];
  await page.getByLabel('Open events file').setInputFiles(files);
  await expect(page.getByText('23 events · XML')).toBeVisible();
  const notice = page.getByRole('status').filter({ hasText: 'copy.evtx from line 1' });
  await expect(notice).toContainText('whole.evtx from line');
  await expect(notice).toContainText('copy.evtx is damaged: 11 records could be read.');
  await expect(notice).toContainText('Not read: wrong.evtx. This is not a Windows event log');
  await notice.getByRole('button', { name: 'Show' }).click();
  const panel = page.getByRole('region', { name: 'Problems' });
  await expect(panel.getByRole('heading')).toHaveText(['copy.evtx']);
  const problems = page.getByRole('list', { name: 'Problems of copy.evtx' }).getByRole('listitem');
  await expect(problems).toHaveCount(2);
  await expect(page.getByRole('tab', { name: 'Problems' })).toContainText('2');
  await playground.paste('Events', '{"Image": "x"}');
  await expect(problems).toHaveCount(0);
});

test('long reading of several files is announced once and can be cancelled', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"Image": "x"}');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/log-worker/, async (route) => {
    await held;
    await route.continue();
  });
  const files = [file('one.evtx', WHOLE), file('two.evtx', WHOLE)];
  await page.getByLabel('Open events file').setInputFiles(files);
  const notice = page.getByRole('status').getByText('Reading one.evtx (1 of 2)…');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('status').getByRole('button', { name: 'Cancel' })).toHaveCount(1);
  await page.getByRole('status').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').getByText('Reading')).toHaveCount(0);
  go();
  expect(await playground.text('Events')).toBe('{"Image": "x"}');
  await page.getByLabel('Open events file').setInputFiles(files);
  await expect(page.getByText('24 events · XML')).toBeVisible();
});
