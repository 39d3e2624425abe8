import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { EVENTS, Playground, RULE } from './playground';

/** Rules of our own for the events of the other tests. */
const rule = (title: string, level: string, detection: string) =>
  `title: ${title}\nlevel: ${level}\nlogsource: {product: windows, category: process_creation}\ndetection:\n    selection: ${detection}\n    condition: selection\n`;

const RULES = {
  'rules/whoami-all.yml': rule('All privileges', 'high', "{CommandLine|contains: ' /all'}"),
  'rules/whoami.yml': rule('Any whoami', 'low', "{Image|endswith: '\\whoami.exe'}"),
  'rules/agent.yml': rule('From the agent', 'critical', "{ParentImage|endswith: '\\agent.exe'}"),
  'rules/never.yml': rule('Never', 'medium', '{CommandLine: nothing}'),
  'rules/broken.yml': rule('Broken', 'high', '{CommandLine|contians: x}'),
  'readme.md': '# no rule',
};

const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });
const runAll = (page: Page) => page.getByRole('button', { name: 'Run all on my events' });
const status = (page: Page) => page.getByRole('region', { name: 'Catalog of rules' }).getByRole('status');

test('a zip of rules runs on all events, and its findings are listed by level', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();

  await page.getByRole('button', { name: '1 file cannot run' }).click();
  const broken = page.getByRole('region', { name: 'Files that cannot run' });
  await expect(broken).toContainText('rules/broken.yml line 5');
  await expect(broken).toContainText('contians');

  await runAll(page).click();
  await expect(status(page)).toHaveText('3 rules match 3 of 5 events · 1 unreadable');
  await expect(findings(page).getByRole('listitem')).toHaveText([
    /Critical 1 rule, 1 match/,
    /From the agent.*1 event:3/,
    /High 1 rule, 1 match/,
    /All privileges.*1 event:1/,
    /Low 1 rule, 3 matches/,
    /Any whoami.*3 events:123/,
  ]);

  await findings(page).getByRole('button', { name: 'Event 3', exact: true }).first().click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('Only event 3').click();
  await expect(findings(page).getByRole('heading')).toHaveText([/Critical/, /Low/]);
  await page.getByRole('button', { name: /^Low/ }).click();
  await expect(findings(page).getByRole('heading')).toHaveText([/Critical/]);
});

test('findings by technique and by event', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const tagged = (text: string, ...tags: string[]) =>
    `${text}tags: [${tags.map((tag) => `attack.${tag}`).join(', ')}]\n`;
  await openZip(page, {
    'all.yml': tagged(RULES['rules/whoami-all.yml'], 'discovery', 't1033'),
    'any.yml': tagged(RULES['rules/whoami.yml'], 't1033', 't1059.001'),
    'agent.yml': RULES['rules/agent.yml'],
  });
  await runAll(page).click();
  await expect(status(page)).toContainText('3 rules match');
  const grouped = page.getByRole('group', { name: 'Grouped by' });
  await grouped.getByRole('button', { name: 'Technique' }).click();
  await expect(grouped.getByRole('button', { name: 'Technique' })).toHaveAttribute('aria-pressed', 'true');
  await expect(findings(page).getByRole('listitem')).toHaveText([
    /^Execution 1 rule, 3 matches/,
    /^T1059.001 Command and Scripting Interpreter: PowerShell 1 rule, 3 matches/,
    /^Low Any whoami/,
    /^Discovery 2 rules, 4 matches/,
    /^T1033 System Owner\/User Discovery 2 rules, 4 matches/,
    /^High All privileges/,
    /^Low Any whoami/,
    /^No technique 1 rule, 1 match/,
    /^Critical From the agent/,
  ]);

  await grouped.getByRole('button', { name: 'Event' }).click();
  const rulesOf = (event: number) =>
    findings(page)
      .getByRole('list', { name: `Rules that match event ${event}`, exact: true })
      .getByRole('listitem');
  await expect(rulesOf(1)).toHaveText([/^High All privileges/, /^Low Any whoami/]);
  await expect(rulesOf(2)).toHaveText([/^Low Any whoami/]);
  await expect(rulesOf(3)).toHaveText([/^Critical From the agent/, /^Low Any whoami/]);
  await expect(findings(page)).toContainText('Event 3 Sysmon 1 · 2 rules');
  await findings(page).getByRole('button', { name: 'Event 3' }).click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('Only event 3').click();
  await expect(rulesOf(1)).toHaveCount(0);
  await page.getByRole('button', { name: /^Low/ }).first().click();
  await expect(rulesOf(3)).toHaveText([/^Critical From the agent/]);
  await rulesOf(3).getByRole('button').click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/agent.yml']);
});

test('moving through the findings of 10,000 events and 150 rules stays fast', async ({ page }) => {
  test.slow();
  await new Playground(page).open();
  const line = JSON.parse(EVENTS.split('\n')[0] ?? '') as object;
  const events = Array.from({ length: 10_000 }, (_, i) => JSON.stringify({ ...line, RecordID: i }));
  await page.getByLabel('Open events file').setInputFiles({
    name: 'many.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(events.join('\n')),
  });
  await expect(page.locator('.pane-status').filter({ hasText: '10,000 events' })).toBeVisible();
  const many = Array.from({ length: 150 }, (_, i) => [
    `${i}.yml`,
    rule(`Rule ${i}`, i % 2 ? 'high' : 'low', "{CommandLine|contains: ' /all'}"),
  ]);
  await openZip(page, Object.fromEntries(many));
  await runAll(page).click();
  await expect(status(page)).toHaveText('150 rules match 10,000 of 10,000 events');
  const took = async (act: () => Promise<void>) => {
    const begun = Date.now();
    await act();
    return Date.now() - begun;
  };
  const grouped = page.getByRole('group', { name: 'Grouped by' });
  for (const name of ['Event', 'Technique', 'Level', 'Event']) {
    const ms = await took(async () => {
      await grouped.getByRole('button', { name }).click();
      await expect(findings(page).getByText('Rule 1', { exact: true }).first()).toBeVisible();
    });
    expect(ms, name).toBeLessThan(4000);
  }
  await findings(page).getByRole('button', { name: '144 more' }).first().click();
  await expect(
    findings(page).getByRole('list', { name: 'Rules that match event 1', exact: true }).getByRole('listitem'),
  ).toHaveCount(150);
  await findings(page).focus();
  // Rows are measured as they come on screen, and so the end may move once.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(findings(page).getByRole('button', { name: 'Event 10000' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await findings(page).getByRole('listitem').count()).toBeLessThan(400);
});

test('rules whose placeholders are set later are loaded again', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const waiting = rule('Tools', 'high', "{Image|endswith|expand: '\\%tools%'}");
  await openZip(page, { 'tools.yml': waiting, 'any.yml': RULES['rules/whoami.yml'] });
  await expect(page.getByText('1 rule in 2 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toBeVisible();
  await playground.paste('Rule', waiting);
  const field = page.getByRole('group', { name: 'Placeholders' }).getByRole('textbox');
  await field.fill('whoami.exe');
  await expect(page.getByText('The placeholders have changed since these rules were loaded.')).toBeVisible();
  await page.getByRole('button', { name: 'Reload them' }).click();
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toHaveCount(0);
  await expect(page.getByText('The placeholders have changed')).toHaveCount(0);
  await runAll(page).click();
  await expect(status(page)).toContainText('2 rules match 3 of 5 events');
  // A run reads them by itself.
  await field.fill('nothing.exe');
  await runAll(page).click();
  await expect(status(page)).toContainText('1 rule matches 3 of 5 events');
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
});

test('results follow the log source switch and say when they belong to earlier events', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await runAll(page).click();
  await expect(status(page)).toContainText('3 of 5 events');
  await page.getByText('Ignore log sources').click();
  await expect(page.getByText('This run respected log sources')).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(status(page)).toContainText('4 of 5 events');
  await expect(page.getByText('This run respected log sources')).toBeHidden();

  await playground.paste('Events', EVENTS.split('\n').slice(1).join('\n'));
  await expect(page.getByText('The events have changed since this run.')).toBeVisible();
  await expect(findings(page).getByRole('button', { name: 'Event 3' }).first()).toBeDisabled();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(status(page)).toContainText('3 of 4 events');
  await expect(page.getByText('The events have changed since')).toBeHidden();
});

test('a rule opens in the editor, after a question if it replaces the user’s own', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await runAll(page).click();
  await findings(page)
    .getByRole('button', { name: /All privileges/ })
    .click();
  const dialog = page.getByRole('alertdialog', { name: 'Replace your rule?' });
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  expect(await playground.text('Rule')).toBe(RULE);

  await findings(page)
    .getByRole('button', { name: /All privileges/ })
    .click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami-all.yml']);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rule pane' }).getByText('whoami-all.yml')).toBeVisible();

  // A rule as it came from the catalog is nobody's own work.
  await findings(page)
    .getByRole('button', { name: /Any whoami/ })
    .click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami.yml']);
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a rule in a file with several opens as the chosen one', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const [all, any] = [RULES['rules/whoami-all.yml'], RULES['rules/whoami.yml']];
  const text = `${all}---\n${any}`;
  await openZip(page, { 'two.yml': text });
  await runAll(page).click();
  const open = (title: string) => findings(page).getByRole('button', { name: title }).click();
  await open('Any whoami');
  await expect.poll(() => playground.text('Rule')).toBe(text);
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await open('All privileges');
  await expect(playground.verdict(2, 'no match')).toBeVisible();
});

test('the catalog is there after a reload, until it is removed', async ({ page }) => {
  const requests: string[] = [];
  const playground = await new Playground(page).open();
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  expect(requests.filter((r) => !r.startsWith('GET '))).toEqual([]);
  await page.reload();
  await playground.ready();
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Drop rules here')).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(page.getByText('Drop rules here')).toBeVisible();
  await expect(runAll(page)).toBeHidden();
});

test('dropped files replace the catalog; a file that is not an archive is reported', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  const transfer = await page.evaluateHandle(
    ([one = '', two = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([one], 'one.yml'));
      data.items.add(new File([two], 'two.yaml'));
      data.items.add(new File(['no zip'], 'bad.zip'));
      data.items.add(new File(['x'], 'notes.txt'));
      return data;
    },
    [RULES['rules/whoami.yml'], RULES['rules/never.yml']],
  );
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await panel.dispatchEvent('dragover', { dataTransfer: transfer });
  await panel.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  await expect(page.getByRole('region', { name: 'Files that cannot run' })).toContainText(
    'bad.zipThis is not a zip archive',
  );
});

test('a folder is read with everything in it, chosen or dropped', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  await mkdir(join(folder, 'windows'));
  await writeFile(join(folder, 'top.yml'), RULES['rules/whoami.yml']);
  await writeFile(join(folder, 'windows', 'deep.yml'), RULES['rules/agent.yml']);
  await writeFile(join(folder, 'windows', 'broken.yml'), RULES['rules/broken.yml']);
  await writeFile(join(folder, 'readme.md'), 'no rule');
  await new Playground(page).open();
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await page.getByLabel('Open folder of rules').setInputFiles(folder);
  await expect(page.getByText('2 rules in 3 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  const broken = page.getByRole('region', { name: 'Files that cannot run' });
  await expect(broken).toContainText(`${basename(folder)}/windows/broken.yml`);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Drop rules here')).toBeVisible();

  // A folder dropped as the system drops it.
  const box = await page.getByRole('region', { name: 'Catalog of rules' }).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: (box?.x ?? 0) + 200,
      y: (box?.y ?? 0) + 120,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    });
  }
  await expect(page.getByText('2 rules in 3 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  await expect(broken).toContainText(`${basename(folder)}/windows/broken.yml`);
  await rm(folder, { recursive: true });
});

test('a long run shows its progress and can be cancelled, and typing does not wait for it', async ({
  page,
}) => {
  test.slow();
  const playground = await new Playground(page).open();
  const line = JSON.stringify({
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    CommandLine: 'abc '.repeat(60),
  });
  const events = Array.from({ length: 20_000 }, () => line).join('\n');
  await page
    .getByLabel('Open events file')
    .setInputFiles({ name: 'many.jsonl', mimeType: 'application/json', buffer: Buffer.from(events) });
  await expect(page.locator('.pane-status').filter({ hasText: '20,000 events' })).toBeVisible();
  // Expressions in which no text is certain to stand have to be run on every event.
  const slow = Array.from({ length: 2000 }, (_, i) => [
    `${i}.yml`,
    rule(`Slow ${i}`, 'low', `{CommandLine|re: '[ab].*[bc].*[\\x{100}-\\x{${(0x200 + i).toString(16)}}]'}`),
  ]);
  await openZip(page, {
    ...Object.fromEntries(slow),
    'any.yml': rule('Any', 'high', '{CommandLine|contains: abc}'),
  });
  await expect(page.getByText('2,001 rules in 2,001 files')).toBeVisible();
  await runAll(page).click();
  await expect(page.getByText(/^[\d,]+ of 20,000 events$/)).toBeVisible();
  // Results stream in while the run goes on, and the editor's own engine answers meanwhile.
  await expect(findings(page).getByText('Any', { exact: true })).toBeVisible();
  await playground.paste('Rule', RULE);
  await expect(page.getByText('20,000 do not')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText('before it was cancelled');
  await expect(runAll(page)).toBeEnabled();
});

test('a pattern that hangs is stopped and named, and the rest runs without it', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=400');
  const event = {
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    CommandLine: `${'a'.repeat(40)}!`,
  };
  await playground.paste('Events', JSON.stringify(event));
  await openZip(page, {
    'hangs.yml': rule('Hangs', 'high', "{CommandLine|re: '(?=a)(a+)+$'}"),
    'fine.yml': rule('Fine', 'low', '{CommandLine|contains: aaa}'),
  });
  await runAll(page).click();
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await expect(panel.getByRole('alert')).toContainText('The pattern (?=a)(a+)+$ took too long');
  await expect(page.getByText('1 rule in 2 files')).toBeVisible();
  await expect(status(page)).toHaveText('1 rule matches 1 of 1 event');
  // It stands there for as long as the results do.
  await expect(panel.getByRole('alert')).toContainText('The pattern (?=a)(a+)+$ took too long');
});

test('of several patterns the one that hangs is found, and its rule named and listed', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=400');
  const event = (CommandLine: string) =>
    JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', CommandLine });
  const fine = ['aab', 'aab aa'].map(event);
  await playground.paste('Events', [...fine, event(`${'a'.repeat(40)}!`), ...fine].join('\n'));
  await openZip(page, {
    'first.yml': rule('First', 'high', "{CommandLine|re: '(?=a)aab'}"),
    'hangs.yml': rule('Hangs', 'high', "{CommandLine|re: '^(?=a)(a+)+$'}"),
    'last.yml': rule('Last', 'low', "{CommandLine|re: 'a(?=b)'}"),
    'fine.yml': rule('Fine', 'low', '{CommandLine|contains: a}'),
  });
  await runAll(page).click();
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await expect(panel.getByRole('alert')).toContainText('The rule “Hangs” took too long on event 3');
  await expect(panel.getByRole('alert')).toContainText('^(?=a)(a+)+$');
  await expect(status(page)).toHaveText('3 rules match 5 of 5 events');
  await expect(page.getByText('3 rules in 4 files')).toBeVisible();
  await panel.getByRole('button', { name: /cannot run/ }).click();
  await expect(page.getByRole('region', { name: 'Files that cannot run' })).toContainText('hangs.yml');
});

test('on a phone a finding leads to its event and its rule', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  const panes = page.getByRole('navigation', { name: 'Panes' });
  const go = (name: string) => panes.getByRole('button', { name }).click();
  await go('Events');
  await playground.paste('Events', EVENTS);
  await go('More');
  await openZip(page, RULES);
  await runAll(page).click();
  await findings(page).getByRole('button', { name: 'Event 3' }).first().click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await go('More');
  await findings(page)
    .getByRole('button', { name: /From the agent/ })
    .click();
  await expect(page.getByRole('region', { name: 'Rule pane' })).toBeVisible();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/agent.yml']);
});
