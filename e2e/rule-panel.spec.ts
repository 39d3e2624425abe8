import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground } from './playground';

const panel = (page: Page): Locator => page.getByRole('region', { name: 'The rule’s page' });

/** The cells of a table, one line for each row. */
async function cells(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const texts = await row.locator('th, td').allInnerTexts();
      return texts.map((text) => text.replace(/\s+/g, ' ').trim());
    }),
  );
}

async function open(page: Page, rule?: string): Promise<Playground> {
  const playground = await new Playground(page).open();
  if (rule !== undefined) await playground.paste('Rule', rule);
  await playground.tab('Rule');
  await expect(panel(page)).toBeVisible();
  return playground;
}

const rule = (meta: string, logsource = 'product: test') =>
  `title: A\n${meta}logsource: {${logsource}}\ndetection: {s: {A: 1}, condition: s}\n`;

test('the page of the certificate export, to the letter', async ({ page }) => {
  await open(page);
  const sheet = panel(page);
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText(
    'Certificate Or Private Key Saved To File By PowerShell',
  );
  expect(await sheet.getByLabel('Facts').locator('div').allInnerTexts()).toEqual([
    expect.stringMatching(/^Status\s+experimental$/),
    expect.stringMatching(/^Level\s+medium$/),
    expect.stringMatching(/^Author\s+Sigma Playground$/),
    expect.stringMatching(/^Date\s+2026-11-24$/),
    expect.stringMatching(/^Id\s+d116cd0a-2338-4bd0-9ef4-ab2fc58b329b$/),
  ]);
  await expect(sheet).toContainText(
    'Detects PowerShell commands that write a certificate, perhaps with its private key, to a file.',
  );
  expect(await sheet.getByRole('list', { name: 'References' }).getByRole('link').allInnerTexts()).toEqual([
    'https://attack.mitre.org/techniques/T1059/001/',
    'https://attack.mitre.org/techniques/T1552/004/',
  ]);
  expect(await sheet.getByRole('list', { name: 'False positives' }).allInnerTexts()).toEqual([
    'An administrator who moves a certificate to another server',
  ]);
  expect(await cells(sheet.getByRole('table', { name: 'ATT&CK coverage' }))).toEqual([
    ['Execution', 'T1059.001 Command and Scripting Interpreter: PowerShell'],
    ['Credential Access', 'T1552.004 Unsecured Credentials: Private Keys'],
  ]);
  await expect(sheet).toContainText('ATT&CK Enterprise 19.2');
  expect(await cells(sheet.getByRole('table', { name: 'Event coverage' }))).toEqual([
    [
      'Sysmon',
      '1',
      'Process creation',
      'CommandLine ParentImage',
      'Sysmon runs with ProcessCreate rules that include the event.',
    ],
    [
      'Security-Auditing',
      '4688',
      'A new process has been created.',
      'CommandLine ParentImage as ParentProcessName',
      'Audit policy, Detailed Tracking: Audit Process Creation. For the command line also Include command line in process creation events.',
    ],
  ]);
});

test('a revoked technique and the retired tactic are replaced by a click, and undo reverts it', async ({
  page,
}) => {
  const text = rule('tags: [attack.execution, attack.t1086, attack.defense-evasion]\n');
  const playground = await open(page, text);
  const notes = panel(page).getByRole('list', { name: 'Tags that are out of date or not known' });
  await expect(notes).toContainText('T1086 was revoked. It is now T1059.001');
  await notes.getByRole('button', { name: 'Replace with attack.t1059.001' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(text.replace('t1086', 't1059.001'));
  await expect(notes.getByRole('button')).toHaveText([
    'Replace with attack.stealth',
    'Replace with attack.defense-impairment',
  ]);
  await notes.getByRole('button', { name: 'Replace with attack.stealth' }).click();
  await expect(notes).toHaveCount(0);
  expect(await cells(panel(page).getByRole('table', { name: 'ATT&CK coverage' }))).toEqual([
    ['Execution', 'T1059.001 Command and Scripting Interpreter: PowerShell'],
    ['Stealth', 'no technique'],
  ]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => playground.text('Rule')).toBe(text);
});

test('Problems says the same about a tag as the Rule tab, with the same fix', async ({ page }) => {
  const text = rule('tags: [attack.execution, attack.t1086, attack.t9999]\n');
  const playground = await open(page, text);
  const notes = panel(page).getByRole('list', { name: 'Tags that are out of date or not known' });
  const told = await notes.locator('.coverage-note').allInnerTexts();
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' });
  const ofTags = problems.getByRole('listitem').filter({ hasText: 'attack-' });
  await expect(ofTags).toHaveCount(2);
  const listed = await ofTags.locator('.problems-text').allInnerTexts();
  expect(told.map((note) => note.replace(/^.*?: /s, ''))).toEqual(listed);
  await expect(ofTags.getByRole('img', { name: 'info' })).toHaveCount(2);
  await problems.getByRole('button', { name: 'Replace with attack.t1059.001' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(text.replace('t1086', 't1059.001'));
  await expect(ofTags).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => playground.text('Rule')).toBe(text);
});

test('groups and software are named, and an unknown id is reported as unknown', async ({ page }) => {
  await open(page, rule('tags: [attack.g0007, attack.s0002, attack.t9999]\n'));
  await expect(panel(page)).toContainText('Group G0007 · Software S0002');
  await expect(panel(page)).toContainText('T9999 is not a technique of ATT&CK Enterprise 19.2.');
});

test('the coverage is saved as a Navigator layer', async ({ page }) => {
  await open(page);
  const waits = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Save Navigator layer' }).click();
  const download = await waits;
  expect(download.suggestedFilename()).toBe('certificate-export-layer.json');
  const layer = JSON.parse(await readFile((await download.path()) ?? '', 'utf8'));
  expect(layer.domain).toBe('enterprise-attack');
  expect(
    layer.techniques.flatMap((t: { score?: number; techniqueID: string; tactic: string }) =>
      t.score ? [`${t.tactic} ${t.techniqueID}`] : [],
    ),
  ).toEqual(['execution T1059.001', 'credential-access T1552.004']);
});

test('it is the page of the chosen rule among several, and keeps the last good one', async ({ page }) => {
  const one = rule('tags: [attack.impact]\n', 'product: windows, service: security');
  const two = one.replace('title: A', 'title: B').replace('attack.impact', 'attack.execution');
  const playground = await open(page, `${one}---\n${two}`);
  const title = panel(page).getByRole('heading', { level: 2 });
  const choose = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Documents' }).getByRole('button', { name }).click();
  await choose(/^Rule B:/);
  await expect(title).toHaveText('B');
  await choose(/^Rule A:/);
  await expect(title).toHaveText('A');
  await expect(panel(page).getByRole('table', { name: 'ATT&CK coverage' })).toContainText('Impact');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('[');
  await expect(panel(page)).toContainText('Shown as it was before the error');
  await expect(title).toHaveText('A');
});

const COUNT = `title: Many of A
description: Somebody tries again and again.
level: high
tags: [attack.credential-access]
correlation:
    type: event_count
    rules: [a]
    group-by: [User]
    timespan: 5m
    condition: {gte: 3}
`;

const FILTER = `title: No robots
logsource: {product: test}
filter:
    rules: [a]
    robots: {User|startswith: robot}
    condition: not robots
`;

const NAMED = rule('name: a\n');

test('a correlation has a page of its own: its words, and what it does', async ({ page }) => {
  const playground = await open(page, `${NAMED}---\n${COUNT}---\n${FILTER}`);
  const title = panel(page).getByRole('heading', { level: 2 });
  await expect(title).toHaveText('A');
  const documents = page.getByRole('navigation', { name: 'Documents' });
  await documents.getByRole('button', { name: /^Correlation Many of A/ }).click();
  await expect(title).toHaveText('Many of A Correlation');
  await expect(panel(page)).toContainText('Somebody tries again and again.');
  await expect(panel(page).getByLabel('Facts')).toContainText('high');
  await expect(panel(page).getByRole('table', { name: 'ATT&CK coverage' })).toContainText(
    'Credential Access',
  );
  const stages = panel(page).getByRole('region', { name: 'Stages' });
  const lines = await stages.locator('dl > div').allInnerTexts();
  expect(lines.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
    'Type event_count counts the events of a group',
    'Rules a A',
    'Group by User',
    'Timespan 5m from the first event to the last',
    'Condition number of events ≥ 3',
    'Its rules alone give no alert generate is not true',
  ]);
  await stages.getByRole('button', { name: '5m' }).click();
  await expect.poll(() => playground.cursorLine('Rule')).toBe(14);
  // The evaluated rule stays the same, and a click shows its page again.
  await expect(documents.getByRole('button', { name: /^Rule A:/ })).toHaveAttribute('aria-current', 'true');
  await documents.getByRole('button', { name: /^Filter No robots/ }).click();
  await expect(title).toHaveText('No robots Filter');
  await expect(panel(page).getByRole('region', { name: 'Applies to' })).toContainText('A');
  await expect(panel(page).getByRole('region', { name: 'Stages' })).toContainText('not robots');
  await documents.getByRole('button', { name: /^Rule A:/ }).click();
  await expect(title).toHaveText('A');
});

test('a text without a rule shows the page of its first document', async ({ page }) => {
  const playground = await open(page, FILTER);
  const title = panel(page).getByRole('heading', { level: 2 });
  await expect(title).toHaveText('No robots Filter');
  await expect(panel(page)).toContainText('No rule in this text.');
  await expect(panel(page)).toContainText('A filter has no verdict of its own');
  await playground.paste('Rule', COUNT);
  await expect(title).toHaveText('Many of A Correlation');
  await expect(panel(page)).toContainText('This correlation does not compile. See Problems.');
});

test('on paper there is only the rule’s page, and nothing is cut off', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.page-header, .monaco-editor, .low-tabs').filter({ visible: true })).toHaveCount(
    0,
  );
  const controls = panel(page).locator('button:not(.go-text)');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  const { height, whole } = await panel(page).evaluate((el) => ({
    height: el.getBoundingClientRect().height,
    whole: el.scrollHeight,
  }));
  expect(height).toBeGreaterThanOrEqual(whole - 1);
  await expect(panel(page).getByRole('table', { name: 'Event coverage' })).toBeVisible();
});

test('the rule in words: a long list opens on demand, the copy is whole, a filter says what it narrows', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const values = Array.from({ length: 18 }, (_, i) => `tool${i}.exe`);
  const text = `title: Tools
name: tools
logsource: {product: windows, category: process_creation}
detection:
    s: {Image|endswith: [${values.join(', ')}]}
    f: {User: ana}
    condition: s and not f
---
title: Not at night
logsource: {product: windows, category: process_creation}
filter: {rules: [tools], n: {Computer: night}, condition: not n}
`;
  const playground = await open(page, text);
  const documents = page.getByRole('navigation', { name: 'Documents' });
  const words = panel(page).getByRole('region', { name: 'In words' });
  await expect(words).toContainText(
    'This rule alerts when a program starts on Windows (windows / process_creation), and the program (Image) ends with tool0.exe,',
  );
  await expect(words).toContainText(', unless the user (User) is ana, or unless Computer is night.');
  const more = words.getByRole('button', { name: 'and 12 more' });
  await expect(words).not.toContainText('tool17.exe');
  await more.press('Enter');
  await expect(words).toContainText('tool16.exe or tool17.exe');
  await expect(words.getByRole('button', { name: '(fewer)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(more).toBeFocused();
  await words.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const value of values) expect(copied).toContain(`\`${value}\``);
  await documents.getByRole('button', { name: 'Not at night' }).click();
  await expect(words).toContainText(
    'This filter applies to the rule “Tools”, where a program starts on Windows (windows / process_creation): there, no alert is given when Computer is night.',
  );
  await playground.paste(
    'Rule',
    `${text.slice(0, text.indexOf('---'))}---\ntitle: Often\ncorrelation: {type: event_count, rules: [tools], group-by: [User], timespan: 5m, condition: {gte: 3}}\n`,
  );
  await expect(panel(page).getByRole('heading', { level: 2 })).not.toHaveText(/Not at night/);
  await documents.getByRole('button', { name: 'Often' }).click();
  await expect(words).toContainText(
    'This rule alerts when, within 5 minutes and in events with the same User, the number of events that “Tools” finds is at least 3.',
  );
});
