import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readStatistics } from '../src/catalog';
import { violations } from './axe';
import { openZip } from './catalog-files';
import { Playground } from './playground';

const built = (name: string) => readFileSync(new URL(`../public/catalog/${name}`, import.meta.url), 'utf8');

/** Rules of our own, by what they look for. */
const rule = (title: string, id: string, selection: string, filter?: string) =>
  `title: ${title}\nid: ${id}\nlevel: high\nlogsource: {product: windows, category: process_creation}\ndetection:\n    s: {${selection}}\n${
    filter ? `    f: {${filter}}\n` : ''
  }    condition: s${filter ? ' and not f' : ''}\n`;

const MINE = rule('Mine', 'one', "Image|endswith: '\\shell.exe', CommandLine|contains: [alpha, beta]");
const RULES = {
  // The catalog's own copy of the rule in the editor.
  'mine.yml': MINE,
  'twin.yml': rule('Twin', 'two', "Image|endswith: '\\SHELL.exe', CommandLine|contains: [ALPHA, beta]"),
  'half.yml': rule('Half', 'three', 'CommandLine|contains: [alpha, gamma]'),
  'common.yml': rule('Common', 'four', "Image|endswith: '\\shell.exe', User: who"),
  'parent.yml': rule('Parent', 'five', 'Company: Delta', "ParentImage|endswith: '\\shell.exe'"),
  'other.yml': `title: Other\nlogsource: {product: linux}\ndetection:\n    s: {exe|endswith: x}\n    condition: s\n`,
};

async function load(page: Page, files: Record<string, string> = RULES): Promise<void> {
  await openZip(page, files);
  const rules = Object.keys(files).length;
  await expect(page.getByText(`${rules} rules in ${rules} files`)).toBeVisible();
}

async function open(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', MINE);
  await load(page);
  return playground;
}

const view = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const similar = (page: Page) => page.getByRole('region', { name: 'Similar rules' });

test('rules similar to the one in the editor: most similar first, with the indicators in common', async ({
  page,
}) => {
  const playground = await open(page);
  await view(page, 'Similar');
  const found = similar(page).getByRole('list').first().locator(':scope > li');
  await expect(similar(page).getByRole('status')).toHaveText(
    '3 rules have an indicator in common with Mine, the rule in the editor.',
  );
  await expect(found).toHaveText([
    /^Twin.*100% similar/,
    /^(Half|Common).*% similar/,
    /^(Half|Common).*% similar/,
  ]);
  await expect(found.first().locator('.similar-shared li')).toHaveText([
    'CommandLine contains beta in 2 rules',
    /^(Image ends with .shell.exe|CommandLine contains alpha) in 3 rules$/,
    /^(Image ends with .shell.exe|CommandLine contains alpha) in 3 rules$/,
  ]);

  // The list follows the rule as it is typed.
  await playground.paste('Rule', rule('Mine', 'one', 'CommandLine|contains: gamma'));
  await expect(found).toHaveText([/^Half/]);
  await expect(found.first()).toContainText('CommandLine contains gamma in 1 rule');
  await playground.paste('Rule', rule('Mine', 'one', 'CommandLine|contains: nothing'));
  await expect(similar(page).getByRole('status')).toHaveText(
    'No other rule has an indicator in common with Mine, the rule in the editor.',
  );
});

test('rules similar to one of the catalog; opening one of them asks first', async ({ page }) => {
  const playground = await open(page);
  await view(page, 'Similar');
  await page.getByRole('button', { name: 'Similar rules: Common' }).click();
  await expect(similar(page).getByRole('status')).toHaveText(
    '2 rules have an indicator in common with Common.',
  );
  await similar(page).getByRole('button', { name: 'Twin', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toContainText('“Twin” would replace your rule');
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['twin.yml']);
  await page.getByRole('button', { name: 'Similar to the rule in the editor' }).click();
  await expect(similar(page).getByRole('status')).toContainText('with Twin, the rule in the editor');
  await expect(similar(page).getByRole('list').first().locator(':scope > li').first()).toContainText('Mine');
});

test('from a list of rules to the rules similar to one of them, by mouse and by keyboard', async ({
  page,
}) => {
  await open(page);
  const list = page.getByRole('listbox', { name: 'Rules found' });
  await list.getByRole('option', { name: /^Half/ }).hover();
  await list.getByRole('option', { name: /^Half/ }).getByTitle('Similar rules').click();
  await expect(similar(page).getByRole('status')).toHaveText(
    '2 rules have an indicator in common with Half.',
  );
  await view(page, 'Rules');
  await list.focus();
  await page.keyboard.press('Home');
  const first = await list.getByRole('option').first().locator('strong').textContent();
  await page.keyboard.press('Shift+Enter');
  await expect(similar(page).getByRole('status')).toContainText(`${first}`);
});

test('statistics of a log source: fields, operators and values of the loaded rules', async ({ page }) => {
  await open(page);
  await view(page, 'Statistics');
  const statistics = page.getByRole('region', { name: 'Statistics' });
  await expect(statistics.getByRole('combobox', { name: 'Log source' })).toHaveValue(
    'windows|process_creation|',
  );
  const rows = statistics.locator('tbody tr');
  await expect(statistics.locator('caption')).toContainText('5 rules of mine.zip have this log source.');
  await expect(rows).toHaveText([
    'CommandLine60% (3)contains 100%contains alpha 3contains beta 2',
    'Image60% (3)ends with 100%ends with \\shell.exe 3',
    'Company20% (1)match 100%',
    'ParentImage20% (1)ends with 100%',
    'User20% (1)match 100%',
  ]);
  await statistics.getByRole('combobox', { name: 'Log source' }).selectOption('linux||');
  await expect(rows).toHaveText(['exe100% (1)ends with 100%']);
});

test('statistics are beside the rule, first the built-in ones and then those of the loaded rules', async ({
  page,
}) => {
  const { rules, fields } = readStatistics(JSON.parse(built('statistics.json'))).get(
    'windows|process_creation|',
  )!;
  const line = fields.find(({ field }) => field === 'CommandLine')!;
  const playground = await new Playground(page).open();
  await playground.paste('Rule', MINE);
  await playground.tab('Rule');
  const beside = page.getByRole('region', { name: 'Statistics of the log source' });
  const percent = Math.round((100 * line.rules) / rules);
  await expect(beside).toContainText(
    `CommandLine is used by ${percent}% of the ${rules.toLocaleString('en')} rules of this log source, mostly with contains`,
  );
  await expect(beside).toContainText('Counted in SigmaHQ, commit');

  // The same without a catalog, as a table.
  await beside.getByRole('button', { name: 'More statistics' }).click();
  const table = page.getByRole('region', { name: 'Statistics' });
  await expect(table.locator('tbody tr').first()).toContainText(`${fields[0]!.field}`);
  await expect(table.locator('caption')).toContainText(`${rules.toLocaleString('en')} rules of SigmaHQ`);
  await table.getByRole('button', { name: 'Open a catalog' }).click();
  await expect(page.getByText('Drop rules here, or open them')).toBeVisible();

  await load(page);
  await playground.tab('Rule');
  await expect(beside).toContainText(
    'CommandLine is used by 60% of the 5 rules of this log source, in each with contains.',
  );
  await expect(beside).toContainText('Counted in mine.zip.');
  await beside.getByRole('button', { name: 'Similar rules' }).click();
  await expect(similar(page).getByRole('status')).toContainText('3 rules have');
});

test('indicators are counted in the loaded catalog, without the rule itself, and a click lists the others', async ({
  page,
}) => {
  const playground = await open(page);
  await playground.tab('Indicators');
  const panel = page.getByRole('region', { name: 'The rule’s indicators' });
  await expect(panel.locator('caption')).toHaveText(
    'Corpus: how many other rules of your catalog look for the same. mine.zip: 6 rules.',
  );
  await expect(panel.locator('td.indicators-corpus')).toHaveText(['2', '2', '1']);
  const count = panel.getByRole('button', { name: '2: other rules with \\shell.exe' });
  await count.click();
  await expect(count).toHaveAttribute('aria-expanded', 'true');
  const detail = panel.locator('.indicators-card');
  await expect(detail).toContainText(
    '2 of 5 other rules look for it; 2 of the 4 others of windows / process_creation.',
  );
  await expect(detail).toContainText('The same value elsewhere: ParentImage ends with in 1 rule');
  await expect(detail).toContainText('Image is used by 60% of the 5 rules of this log source');
  const list = detail.getByRole('listbox', { name: 'Other rules with this indicator' });
  await expect(list.getByRole('option')).toHaveText([/^Common/, /^Twin/]);
  await list.getByRole('option').first().click();
  await expect(page.getByRole('alertdialog')).toContainText('“Common” would replace your rule');
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['common.yml']);
  await expect(panel.locator('td.indicators-corpus')).toHaveText(['2', '0']);
  await panel.getByRole('button', { name: '0: other rules with who' }).click();
  await expect(panel.locator('.indicators-card').last()).toContainText('None of 5 other rules looks for it.');
});

test('the parts about other rules are accessible, light and dark', async ({ page }) => {
  test.slow();
  const playground = await open(page);
  await view(page, 'Similar');
  await expect(similar(page).getByRole('status')).toContainText('3 rules have');
  expect(await violations(page), 'rules like one').toEqual([]);
  await view(page, 'Statistics');
  await expect(page.getByRole('table', { name: 'Fields of the log source' })).toBeVisible();
  expect(await violations(page), 'statistics').toEqual([]);
  await playground.tab('Indicators');
  await page.getByRole('button', { name: '2: other rules with \\shell.exe' }).click();
  await expect(page.getByRole('listbox', { name: 'Other rules with this indicator' })).toBeVisible();
  expect(await violations(page), 'the detail of an indicator').toEqual([]);
});
