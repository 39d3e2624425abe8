import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { Playground } from './playground';

const rule = (title: string, contains: string, level: string | null) => `title: ${title}
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        CommandLine|contains: '${contains}'
    condition: selection
${level === null ? '' : `level: ${level}\n`}`;

const FILES: Readonly<Record<string, string>> = {
  'rules/windows/whoami.yml': rule('Whoami run', 'whoami', 'high'),
  'rules/windows/privileges.yml': rule('Privileges listed', '/priv', 'critical'),
  'rules/windows/any.yml': rule('Any command', 'o', 'low'),
  'rules/windows/plain.yml': rule('Without a level', 'net', null),
  'rules/windows/never.yml': rule('Never seen', 'mimikatz', 'critical'),
  'rules/broken.yml': rule('Broken', 'x', 'high').replace('contains', 'contians'),
  'readme.txt': 'no rule',
};

const sysmon = (more: object) =>
  JSON.stringify({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1, ...more });
const EVENTS = [
  sysmon({ CommandLine: 'whoami' }),
  sysmon({ CommandLine: 'whoami /priv' }),
  sysmon({ CommandLine: 'net stop x' }),
  sysmon({ EventID: 3, CommandLine: 'whoami' }),
].join('\n');

const zipped = (files: Readonly<Record<string, string>>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  );

/** The catalog's panel as a person meets it. */
class CatalogPanel {
  constructor(readonly page: Page) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async open(name: string, buffer: Buffer): Promise<void> {
    const file = { name, mimeType: 'application/zip', buffer };
    await this.page.getByLabel('Files for the catalog').setInputFiles(file);
  }

  async runAll(): Promise<void> {
    await this.button('Run all on my events').click();
  }

  /** The list of results, a line an entry. */
  results(): Locator {
    return this.page.getByRole('region', { name: 'Rules that match' }).getByRole('listitem');
  }

  trouble(): Locator {
    return this.page.locator('.catalog').getByRole('alert');
  }

  status(): Locator {
    return this.page.locator('.catalog').getByRole('status');
  }
}

async function begin(page: Page, address = './'): Promise<{ playground: Playground; panel: CatalogPanel }> {
  const playground = await new Playground(page).open(address);
  await playground.paste('Events', EVENTS);
  await playground.tab('Catalog');
  return { playground, panel: new CatalogPanel(page) };
}

async function loaded(page: Page, address?: string) {
  const begun = await begin(page, address);
  await begun.panel.open('mine.zip', zipped(FILES));
  await expect(page.getByText('5 rules in 6 files')).toBeVisible();
  return begun;
}

const RESULTS = [
  /^critical1 rule, 1 match$/,
  /^Privileges listed .*privileges\.yml1 event:2$/,
  /^high1 rule, 2 matches$/,
  /^Whoami run .*whoami\.yml2 events:12$/,
  /^low1 rule, 3 matches$/,
  /^Any command .*any\.yml3 events:123$/,
  /^no level1 rule, 1 match$/,
  /^Without a level .*plain\.yml1 event:3$/,
];

test('a zip is loaded, what is broken told, and all rules run over the events', async ({ page }) => {
  const { playground, panel } = await loaded(page);
  await panel.button('1 problem').click();
  const problem = page.getByRole('region', { name: 'Problems of the catalog' }).getByRole('listitem');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText('rules/broken.yml:7');
  await expect(problem).toContainText('contians');

  await panel.runAll();
  await expect(panel.status()).toHaveText('4 rules, 7 matches · 4 events');
  await expect(panel.results()).toHaveText(RESULTS);

  await panel.button(/low 1$/).click();
  await expect(panel.results()).toHaveCount(6);
  await panel.button(/low 1$/).click();

  await panel.results().nth(3).getByRole('button', { name: 'Event 2' }).click();
  await expect(page.getByRole('option', { name: /^Event 2:/ })).toHaveAttribute('aria-selected', 'true');

  await page.getByText('Ignore log sources').click();
  await expect(page.getByText('of the earlier choice of log sources')).toBeVisible();
  await panel.button('Run again').click();
  await expect(panel.status()).toHaveText('4 rules, 9 matches · 4 events');

  await playground.paste('Events', sysmon({ CommandLine: 'mimikatz' }));
  await expect(page.getByText('of the earlier text of the events')).toBeVisible();
  await expect(panel.results().nth(3).getByRole('button', { name: 'Event 2' })).toBeDisabled();
  await panel.button('Run again').click();
  await expect(panel.results()).toHaveText([/^critical/, /^Never seen/]);
});

test('a rule is opened in the editor; one of the person’s own is asked about first', async ({ page }) => {
  const { playground, panel } = await loaded(page);
  await panel.runAll();
  await panel.button(/^Privileges listed/).click();
  const first = FILES['rules/windows/privileges.yml'] ?? '';
  await expect.poll(() => playground.text('Rule')).toBe(first);
  await expect(playground.verdict(2, 'match')).toBeVisible();

  // It stands as it was opened: the next takes its place unasked.
  await panel.button(/^Any command/).click();
  await expect.poll(() => playground.text('Rule')).toBe(FILES['rules/windows/any.yml'] ?? '');

  const own = rule('My own', 'x', null);
  await playground.paste('Rule', own);
  await panel.button(/^Whoami run/).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  expect(await playground.text('Rule')).toBe(own);
  await panel.button(/^Whoami run/).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(FILES['rules/windows/whoami.yml'] ?? '');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(own);
});

test('it outlives a reload, is replaced, and removed', async ({ page }) => {
  const { playground, panel } = await loaded(page);
  await page.reload();
  await playground.ready();
  await expect(page.getByText('5 rules in 6 files')).toBeVisible();
  await expect(page.getByText('mine.zip')).toBeVisible();
  await panel.runAll();
  await expect(panel.results()).toHaveText(RESULTS);

  await panel.open('other.yml', Buffer.from(rule('Other', 'whoami', 'medium')));
  await expect(page.getByText('1 rule in 1 file')).toBeVisible();
  await expect(panel.results()).toHaveCount(0);

  await panel.open('torn.zip', Buffer.from('this is no archive'));
  await expect(panel.trouble()).toContainText('no zip archive');
  await expect(page.getByText('1 rule in 1 file')).toBeVisible();

  await panel.button('Remove').click();
  await expect(panel.button('Open a folder')).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(panel.button('Open a folder')).toBeVisible();
});

test('a folder is opened, with the folders in it', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('mine');
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { panel } = await begin(page);
  await page.getByLabel('Folder for the catalog').setInputFiles(folder);
  await expect(page.getByText('5 rules in 6 files')).toBeVisible();
  await expect(page.locator('.catalog-name')).toHaveText('mine');
  await panel.runAll();
  await expect(panel.results().nth(1)).toContainText('mine/rules/windows/privileges.yml');
});

test('files are dropped on it', async ({ page }) => {
  const { panel } = await begin(page);
  const transfer = await page.evaluateHandle(
    (texts) => {
      const data = new DataTransfer();
      for (const [i, text] of texts.entries()) data.items.add(new File([text], `${i}.yml`));
      data.items.add(new File(['x'], 'notes.txt'));
      return data;
    },
    [rule('One', 'whoami', 'low'), rule('Two', 'net', 'low')],
  );
  await expect(panel.button('Open a folder')).toBeVisible();
  const target = page.locator('.catalog');
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
});

test('reading is cancelled, and the rules from before stay; so is a run, and what it found stays', async ({
  page,
}) => {
  test.slow();
  const { panel } = await loaded(page);
  const many = Object.fromEntries(
    Array.from({ length: 8000 }, (_, i) => [`${i}.yml`, rule(`Rule ${i}`, `whoami ${i}`, 'low')]),
  );
  await panel.open('many.zip', zipped(many));
  await expect(page.getByText(/^Reading [1-9][\d,]* of 8,000 files$/)).toBeVisible();
  await panel.button('Cancel').click();
  await expect(panel.button('Cancel')).toBeHidden();
  await expect(page.getByText('5 rules in 6 files')).toBeVisible();
  await expect(page.getByText('mine.zip')).toBeVisible();

  const text = Array.from({ length: 120_000 }, () => sysmon({ CommandLine: 'whoami /priv' })).join('\n');
  await page.getByLabel('Open events file').setInputFiles({
    name: 'many.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(page.locator('.bar-name', { hasText: 'many.jsonl' })).toBeVisible();
  await panel.runAll();
  await expect(panel.results().first()).toBeVisible();
  await panel.button('Cancel').click();
  await expect(panel.status()).toHaveText(/^3 rules, .* stopped after [\d,]+ events$/);
  await expect(panel.results()).toHaveCount(6);
});

test('a rule of a file of several is the one that the page shows; a placeholder is set for all', async ({
  page,
}) => {
  const { playground, panel } = await begin(page);
  const holder = rule('Placed', '%who%', 'high').replace('contains', 'contains|expand');
  const text = `${rule('First', 'whoami', 'low')}---\n${rule('Second', '/priv', 'medium')}---\n${holder}`;
  await panel.open('three.yml', Buffer.from(text));
  await expect(page.getByText('2 rules in 1 file')).toBeVisible();
  await panel.runAll();
  await panel.button(/^Second/).click();
  await expect.poll(() => playground.text('Rule')).toBe(text);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await panel.button(/^First/).click();
  await expect(playground.verdict(1, 'match')).toBeVisible();

  await page.getByRole('textbox', { name: '%who%' }).fill('net');
  await panel.runAll();
  await expect(page.getByText('3 rules in 1 file')).toBeVisible();
  await expect(panel.results().nth(1)).toHaveText(/^Placed three.yml1 event:3$/);
});

test('typing in the rule does not wait for a run', async ({ page }) => {
  const { playground, panel } = await loaded(page);
  await panel.runAll();
  await playground.paste('Rule', rule('Mine', 'stop', null));
  await expect(playground.verdict(3, 'match')).toBeVisible();
});

test('a pattern that hangs is named, and the rules without it go on', async ({ page }) => {
  const { playground, panel } = await begin(page, './?patience=700');
  const slow = rule('Slow', '^(?=.*a)(a+)+$', 'high').replace('contains', 're');
  await panel.open('slow.zip', zipped({ 'slow.yml': slow, 'a.yml': rule('Good', 'aaa', 'low') }));
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await playground.paste('Events', sysmon({ CommandLine: `${'a'.repeat(60)}!` }));
  await panel.runAll();
  await expect(panel.trouble()).toContainText('^(?=.*a)(a+)+$');
  await expect(page.getByText('1 rule in 2 files')).toBeVisible();
  await panel.runAll();
  await expect(panel.results()).toHaveText([/^low/, /^Good/]);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no finding of axe at ${width} in ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const playground = await new Playground(page).open();
      const phone = page.getByRole('navigation', { name: 'Panes' });
      if (width < 700) await phone.getByRole('button', { name: 'Events' }).click();
      await playground.paste('Events', EVENTS);
      if (width < 700) await phone.getByRole('button', { name: 'More' }).click();
      await playground.tab('Catalog');
      const panel = new CatalogPanel(page);
      const violations = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.flatMap((v) =>
          v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`),
        );
      await expect(panel.button('Open a folder')).toBeVisible();
      expect(await violations(), 'empty').toEqual([]);
      await panel.open('mine.zip', zipped(FILES));
      await panel.button('1 problem').click();
      expect(await violations(), 'problems').toEqual([]);
      await panel.runAll();
      await expect(panel.results().first()).toBeVisible();
      expect(await violations(), 'results').toEqual([]);
      await panel.results().nth(3).getByRole('button', { name: 'Event 2' }).click();
      if (width < 700) await expect(page.getByRole('region', { name: 'Events pane' })).toBeVisible();
      await expect(page.getByRole('option', { name: /^Event 2:/ })).toHaveAttribute('aria-selected', 'true');
    });
  }
}
