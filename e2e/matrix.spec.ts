import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { EVENTS, Playground } from './playground';

const rule = (title: string, level: string, category: string, image: string, tags: readonly string[]) => ({
  name: `${title}.yml`,
  mimeType: 'text/yaml',
  buffer: Buffer.from(
    [
      `title: ${title}`,
      `level: ${level}`,
      `tags: [${tags.map((tag) => `attack.${tag}`).join(', ')}]`,
      `logsource: {product: windows, category: ${category}}`,
      `detection: {selection: {Image|endswith: ${image}}, condition: selection}`,
    ].join('\n'),
  ),
});

const RULES = [
  rule('Shell', 'high', 'process_creation', 'whoami.exe', ['execution', 't1059.001']),
  rule('Revoked id', 'low', 'process_creation', 'never.exe', ['t1086', 't1059']),
  rule('Discovery', 'medium', 'process_creation', 'whoami.exe', ['t1033']),
  rule('Connection', 'low', 'network_connection', 'whoami.exe', ['t1071.001']),
  rule('Task', 'low', 'process_creation', 'schtasks.exe', ['persistence', 't1053.005']),
  rule('Tactic alone', 'low', 'process_creation', 'never.exe', ['impact']),
  rule('Industrial', 'low', 'process_creation', 'never.exe', ['t0886']),
];

async function openMatrix(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await page.getByLabel('Open files of rules').setInputFiles(RULES);
  await expect(page.getByText('7 rules in 7 files')).toBeVisible();
  await page.getByRole('button', { name: 'ATT&CK', exact: true }).click();
  return playground;
}

const matrix = (page: Page) => page.getByRole('region', { name: 'ATT&CK matrix' });
const cell = (page: Page, tactic: string, name: string | RegExp) =>
  page.getByRole('tree', { name: tactic, exact: true }).getByRole('treeitem', { name });

test('the matrix says how many rules each technique has, and leads to them', async ({ page }) => {
  await openMatrix(page);
  await expect(matrix(page).getByRole('status')).toHaveText(
    '4 of 222 techniques and 3 of 475 sub-techniques have rules · 5 of 7 rules name one',
  );
  await expect(matrix(page).getByRole('heading')).toHaveCount(15);
  await expect(matrix(page).getByRole('heading').first()).toHaveText('Reconnaissance');
  await expect(matrix(page).getByRole('heading').last()).toHaveText('Impact');
  const execution = matrix(page).getByRole('region', { name: 'Execution' });
  await expect(execution).toContainText(/3 rules\s*2 of 20 techniques/);
  await expect(matrix(page).getByRole('region', { name: 'Impact' })).toContainText(
    '1 more without a technique',
  );
  const shell = cell(
    page,
    'Execution',
    'T1059 Command and Scripting Interpreter: 2 rules (1 of the technique itself)',
  );
  await expect(shell).toHaveText(/T1059.*2.*Command and Scripting Interpreter/);
  await expect(cell(page, 'Persistence', /^T1053 /)).toHaveText(/1/);
  await page.getByText('1 tag not in the matrix').click();
  await expect(matrix(page)).toContainText(
    'attack.t0886 belongs to the ICS domain, which is not in this matrix, 1 rule',
  );

  // Sub-techniques, by pointer and by keys.
  await shell.getByTitle('Show sub-techniques').click();
  await expect(cell(page, 'Execution', 'T1059.001 PowerShell: 2 rules')).toBeVisible();
  await shell.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(shell).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Execution', 'T1059.001 PowerShell: 2 rules')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(matrix(page)).toBeHidden();
  await expect(page.getByRole('listbox', { name: /Rules/ }).getByRole('option')).toHaveCount(2);
});

test('gaps, covered techniques, levels and log sources', async ({ page }) => {
  await openMatrix(page);
  const execution = page.getByRole('tree', { name: 'Execution' }).getByRole('treeitem', { level: 1 });
  await expect(execution).toHaveCount(20);
  await page.getByRole('button', { name: 'With rules' }).click();
  await expect(execution).toHaveText([/T1053/, /T1059/]);
  await expect(matrix(page).getByRole('region', { name: 'Exfiltration' })).toContainText('None');
  await page.getByRole('button', { name: 'Gaps' }).click();
  await expect(cell(page, 'Execution', /^T1047 .*no rule/)).toBeVisible();
  // Covered itself, with gaps among its parts.
  await expect(cell(page, 'Execution', /^T1059 /)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show sub-techniques' }).click();
  await expect(cell(page, 'Execution', /^T1059\.003 .*no rule/)).toBeVisible();
  await expect(cell(page, 'Execution', /^T1059\.001 /)).toHaveCount(0);
  await page.getByRole('button', { name: 'With rules' }).click();

  await page.getByRole('button', { name: 'Levels counted: Any level' }).click();
  await page.getByRole('menuitemradio', { name: 'Medium and above' }).click();
  await expect(matrix(page).getByRole('status')).toContainText('2 of 222 techniques');
  await page.getByRole('button', { name: 'Levels counted' }).click();
  await page.getByRole('menuitemradio', { name: 'Any level' }).click();
  await page.getByRole('button', { name: 'Log sources counted: any' }).click();
  await page.getByRole('menuitemradio', { name: 'windows / network_connection' }).click();
  await expect(matrix(page).getByRole('status')).toHaveText(
    '1 of 222 techniques and 1 of 475 sub-techniques have rules · 1 of 1 rule names one',
  );
});

test('what fired in the last run, with its events, and as a Navigator layer', async ({ page }) => {
  await openMatrix(page);
  await expect(page.getByRole('button', { name: 'Fired' })).toBeDisabled();
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(page.getByText('3 rules match 4 of 5 events')).toBeVisible();
  await page.getByRole('button', { name: 'ATT&CK', exact: true }).click();
  await page.getByRole('button', { name: 'Fired' }).click();
  await expect(matrix(page).getByRole('status')).toHaveText(
    '3 of 222 techniques and 2 of 475 sub-techniques fired · 3 of 3 rules that fired name one',
  );
  const discovery = cell(page, 'Discovery', 'T1033 System Owner/User Discovery: 1 rule, 3 events');
  await expect(discovery).toContainText('3 events');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save Navigator layer' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('7-files-layer.json');
  const layer = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(layer).toMatchObject({
    name: '7 files: fired rules',
    domain: 'enterprise-attack',
    versions: { attack: '19', layer: '4.5' },
  });
  expect(
    layer.techniques.map((t: { techniqueID: string; score: number }) => `${t.techniqueID} ${t.score}`),
  ).toEqual(['T1059 1', 'T1059.001 1', 'T1033 1', 'T1071 1', 'T1071.001 1']);
  await discovery.click();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Discovery');
  await expect(page.getByRole('region', { name: 'Findings' })).not.toContainText('Shell');
  await page.getByRole('button', { name: 'Only T1033' }).click();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Shell');
});

test('on a phone the tactics are a list that expands', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await new Playground(page).open();
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await page.getByLabel('Open files of rules').setInputFiles(RULES);
  await page.getByRole('button', { name: 'ATT&CK', exact: true }).click();
  await expect(page.getByRole('tree')).toHaveCount(0);
  await expect(matrix(page).getByRole('region', { name: 'Execution' })).toContainText('2 of 20 techniques');
  await page.getByRole('button', { name: 'Execution' }).click();
  await expect(cell(page, 'Execution', /^T1059 /)).toBeVisible();
  expect(await matrix(page).evaluate((m) => m.scrollWidth <= m.clientWidth)).toBe(true);
});

test('the matrix is accessible, light and dark', async ({ page }) => {
  test.slow();
  await openMatrix(page);
  // Few cells are checked faster; every shade, that of gaps too, is in the legend.
  await page.getByRole('button', { name: 'With rules' }).click();
  await page.getByRole('button', { name: 'Show sub-techniques' }).click();
  expect(await violations(page, '.catalog')).toEqual([]);
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  for (const grouping of ['Technique', 'Event']) {
    await page.getByRole('group', { name: 'Grouped by' }).getByRole('button', { name: grouping }).click();
    expect(await violations(page, '.catalog')).toEqual([]);
  }
});
