import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { FIRST_EXAMPLE } from '../app/examples/index';
import { type IndexManifest, readIndex } from '../src/catalog';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { Playground } from './playground';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const built = (name: string) => readFileSync(new URL(`../public/catalog/${name}`, import.meta.url));
const index = readIndex(built('indicators.bin'));
const manifest: IndexManifest = JSON.parse(built('indicators.json').toString());

const panel = (page: Page): Locator => page.getByRole('region', { name: 'The rule’s indicators' });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The cells as they are, blanks included. */
async function rows(page: Page): Promise<(string | null)[][]> {
  const all = await panel(page).locator('tbody tr').all();
  return Promise.all(
    all.map(async (row) => row.locator('td').evaluateAll((c) => c.map((d) => d.textContent))),
  );
}

const values = async (page: Page) => (await rows(page)).map((cells) => cells[3]);

async function open(page: Page, rule?: string): Promise<Playground> {
  const playground = await new Playground(page).open();
  if (rule !== undefined) await playground.paste('Rule', rule);
  await playground.tab('Indicators');
  await expect(panel(page).locator('caption')).toContainText('Corpus:');
  return playground;
}

const COMMON = `title: A
logsource: {product: windows, category: process_creation}
detection:
    s:
        Image|endswith: '\\powershell.exe'
        CommandLine|contains:
            - ' -enc '
            - '=nobody writes, this "one"'
    f:
        ParentImage|endswith: '\\explorer.exe'
    condition: s and not f
`;

const counts = {
  powershell: index.others('Image|ends with|\\powershell.exe', null),
  enc: index.others('CommandLine|contains| -enc ', null),
  explorer: index.others('ParentImage|ends with|\\explorer.exe', null),
};

test('the indicators of the certificate export, to the letter', async ({ page }) => {
  const playground = await open(page);
  expect(await rows(page)).toEqual([
    ['CommandLine', 'contains', 'selects', 'Export-PfxCertificate ', ''],
    ['CommandLine', 'contains', 'selects', 'Export-Certificate ', ''],
    ['ParentImage', 'ends with', 'excludes', '\\CcmExec.exe', ''],
  ]);
  await expect(panel(page).locator('caption')).toContainText(
    `SigmaHQ, commit ${manifest.commit}, ${manifest.date}: ${manifest.rules.toLocaleString('en')} rules.`,
  );
  await panel(page).getByRole('button', { name: '\\CcmExec.exe' }).click();
  // Typing there inserts text before the value.
  const rule = FIRST_EXAMPLE.rule;
  await playground.box('Rule').focus();
  await page.keyboard.insertText('_');
  await expect.poll(() => playground.text('Rule')).toBe(rule.replace("'\\CcmExec.exe'", "_'\\CcmExec.exe'"));
});

test('common indicators are counted as the index has them', async ({ page }) => {
  expect(counts.powershell).toBeGreaterThan(50);
  await open(page, COMMON);
  const said = (count: number | null) => count?.toLocaleString('en') ?? '';
  await expect
    .poll(() => rows(page))
    .toEqual([
      ['Image', 'ends with', 'selects', '\\powershell.exe', said(counts.powershell)],
      ['CommandLine', 'contains', 'selects', ' -enc ', said(counts.enc)],
      ['CommandLine', 'contains', 'selects', '=nobody writes, this "one"', ''],
      ['ParentImage', 'ends with', 'excludes', '\\explorer.exe', said(counts.explorer)],
    ]);
});

test('the table is filtered, sorted, and copied as it is shown', async ({ page }) => {
  await open(page, COMMON);
  await expect.poll(() => values(page)).toHaveLength(4);
  const head = (name: string) => panel(page).getByRole('columnheader', { name });
  await head('Value').getByRole('button').click();
  await expect(head('Value')).toHaveAttribute('aria-sort', 'ascending');
  const sorted = await values(page);
  await head('Value').getByRole('button').click();
  await expect(head('Value')).toHaveAttribute('aria-sort', 'descending');
  expect(await values(page)).toEqual(sorted.toReversed());
  await head('Corpus').getByRole('button').click();
  await expect(head('Corpus')).toHaveAttribute('aria-sort', 'descending');
  await expect(head('Value')).not.toHaveAttribute('aria-sort');
  expect((await values(page))[0]).toBe('\\powershell.exe');
  expect((await values(page))[3]).toBe('=nobody writes, this "one"');
  await head('Corpus').getByRole('button').click();
  await head('Corpus').getByRole('button').click();
  await expect(head('Corpus')).not.toHaveAttribute('aria-sort');
  await panel(page).getByRole('searchbox').fill('commandline');
  await expect.poll(() => values(page)).toEqual([' -enc ', '=nobody writes, this "one"']);
  await expect(panel(page).getByRole('status')).toHaveText('2 of 4');
  await panel(page).getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('2 rows copied.')).toBeVisible();
  expect(await clipboard(page)).toBe(
    'field,operator,value,excludes,other rules\r\n' +
      `CommandLine,contains,' -enc ,no,${counts.enc ?? ''}\r\n` +
      `CommandLine,contains,"'=nobody writes, this ""one""",no,\r\n`,
  );
});

test('without the index the rows stay, and loading can be retried', async ({ page }) => {
  needsNetwork(FILES_HELD_BACK);
  let refused = true;
  await page.route('**/indicators.bin', (route) => (refused ? route.abort() : route.continue()));
  const playground = await new Playground(page).open();
  await playground.tab('Indicators');
  await expect(panel(page).locator('caption')).toContainText('The counts could not be loaded.');
  expect(await values(page)).toHaveLength(3);
  refused = false;
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).locator('caption')).toContainText('Corpus:');
});

test('the Rule tab has the stages and the diagram of the condition', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.tab('Rule');
  const stages = page.getByRole('region', { name: 'Stages' });
  await expect(stages.locator('.stages > li')).toHaveCount(3);
  await stages.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('The stages were copied.')).toBeVisible();
  expect(await clipboard(page)).toBe(
    [
      '0  condition: selection and not filter_deployment',
      '1  selection',
      '   any of',
      "     CommandLine|contains: 'Export-PfxCertificate '",
      '       CommandLine contains `Export-PfxCertificate `',
      "     CommandLine|contains: 'Export-Certificate '",
      '       CommandLine contains `Export-Certificate `',
      '2  filter_deployment (excludes)',
      "   ParentImage|endswith: '\\CcmExec.exe'",
      '     ParentImage ends with `\\CcmExec.exe`',
      '',
    ].join('\n'),
  );
  await expect(page.getByRole('group', { name: 'selection and not filter_deployment' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy as SVG' }).click();
  await expect(page.getByText('The diagram was copied.')).toBeVisible();
  expect(await clipboard(page)).toMatch(/^<svg xmlns=[\s\S]*filter_deployment[\s\S]*<\/svg>\n$/);
  await stages.getByRole('button', { name: "CommandLine|contains: 'Export-Certificate '" }).click();
  await playground.box('Rule').focus();
  await page.keyboard.insertText('_');
  await expect.poll(() => playground.text('Rule')).toContain("- _'Export-Certificate '");
});

test('without a catalog a count says how common an indicator is, and where to list the rules', async ({
  page,
}) => {
  await open(page, COMMON);
  const count = counts.powershell!.toLocaleString('en');
  await panel(page)
    .getByRole('button', { name: `${count}: other rules with \\powershell.exe` })
    .click();
  const detail = panel(page).locator('.indicators-card');
  await expect(detail).toContainText(`${count} rules of SigmaHQ look for it besides this one; `);
  await expect(detail).toContainText(/; [\d,]+ of them of windows \/ process_creation\./);
  await expect(detail).toContainText(/The same value elsewhere: .*ParentImage ends with in \d+ rules/);
  await expect(detail).toContainText(
    /Image is used by \d+% of the [\d,]+ rules of this log source, mostly with ends with/,
  );
  await detail.getByRole('button', { name: 'Open a catalog' }).click();
  await expect(page.getByText('Drop rules here, or open them')).toBeVisible();
});

test('a saved catalog is loaded when its rules are requested', async ({ page }) => {
  const playground = await open(page, COMMON);
  await playground.tab('Catalog');
  await page
    .getByLabel('Open files of rules')
    .setInputFiles({ name: 'mine.yml', mimeType: 'text/yaml', buffer: Buffer.from(COMMON) });
  await expect(page.getByText('1 rule in 1 file')).toBeVisible();
  await playground.tab('Matches');
  await page.reload();
  await playground.ready();
  await playground.paste('Rule', COMMON.replace('title: A', 'title: B'));
  await playground.tab('Indicators');
  await expect(panel(page).locator('caption')).toContainText('of SigmaHQ look for the same');
  await panel(page).locator('td.indicators-corpus').getByRole('button').first().click();
  await expect(panel(page).locator('caption')).toContainText(
    'of your catalog look for the same. mine.yml: 1 rule.',
  );
  await expect(panel(page).locator('.indicators-card').getByRole('option')).toHaveText([/^A/]);
});

test('on a phone names stay whole, and a row is level', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  await playground.paste('Rule', COMMON.replace('CommandLine|', 'OriginalFileName|'));
  await page.getByRole('button', { name: 'More' }).click();
  await playground.tab('Indicators');
  await expect(panel(page).locator('td.indicators-corpus button').first()).toBeVisible();
  const measured = (row: number) =>
    panel(page)
      .locator('tbody tr')
      .nth(row)
      .evaluate((element) =>
        [...element.querySelectorAll('td')].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell.querySelector('code') ?? cell.querySelector('button') ?? cell);
          const { top, bottom, right } = range.getBoundingClientRect();
          const lines = range.getClientRects().length;
          return {
            name: cell.className.replace('indicators-', ''),
            middle: (top + bottom) / 2,
            lines,
            right,
          };
        }),
      );
  // The first one has a count; the second one a long name.
  const counted = await measured(0);
  const middle = (name: string) => counted.find((cell) => cell.name === name)!.middle;
  for (const name of ['kind', 'effect', 'corpus'])
    expect(Math.abs(middle(name) - middle('field')), name).toBeLessThan(1);
  for (const cell of [...counted, ...(await measured(1))]) {
    if (['field', 'kind', 'effect'].includes(cell.name)) expect(cell.lines, cell.name).toBe(1);
    expect(cell.right).toBeLessThanOrEqual(390);
  }
});

test('the value stands level with the other cells', async ({ page }) => {
  await open(page, COMMON);
  await expect(panel(page).locator('td.indicators-corpus button').first()).toBeVisible();
  const baselines = await panel(page)
    .locator('tbody tr')
    .first()
    .evaluate((row) =>
      [...row.querySelectorAll('td')].map((cell) => {
        // A box without height at the end of the cell's text stands on its baseline.
        const mark = document.createElement('span');
        mark.style.display = 'inline-block';
        (cell.querySelector('code') ?? cell.querySelector('button') ?? cell).append(mark);
        const { bottom } = mark.getBoundingClientRect();
        mark.remove();
        return bottom;
      }),
    );
  for (const baseline of baselines) expect(Math.abs(baseline - baselines[0]!)).toBeLessThan(1.5);
});
