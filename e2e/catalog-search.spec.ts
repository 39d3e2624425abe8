import { expect, type Page, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { Playground, RULE } from './playground';

interface Written {
  readonly title: string;
  readonly level: string;
  readonly more?: string;
  readonly source?: string;
  readonly detection?: string;
}

const rule = ({
  title,
  level,
  more = '',
  source = 'category: process_creation',
  detection = 'A: b',
}: Written) =>
  `title: ${title}\nlevel: ${level}\n${more}logsource: {product: windows, ${source}}\ndetection:\n    selection: {${detection}}\n    condition: selection\n`;

/** Rules of our own. */
const RULES = {
  'rules/whoami.yml': rule({
    title: 'Whoami of a service',
    level: 'low',
    more: 'status: test\nauthor: Ann Example, Bo\ntags: [attack.discovery, attack.t1033]\n',
    detection: "Image|endswith: '\\whoami.exe'",
  }),
  'rules/task.yml': rule({
    title: 'Task by an account',
    level: 'critical',
    more: 'description: Seen after whoami.\nstatus: stable\nauthor: Bo\ntags: [attack.execution, attack.t1053.005]\n',
    source: 'service: security',
    detection: 'TaskName|contains: sync',
  }),
  'hunting/powershell.yml': rule({
    title: 'PowerShell downloads',
    level: 'high',
    more: 'status: test\nauthor: Ann Example\ntags: [attack.execution, attack.t1059.001]\n',
    detection: "CommandLine|contains: 'DownloadString'",
  }),
};

const panel = (page: Page) => page.getByRole('region', { name: 'Catalog of rules' });
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search the rules' });
const status = (page: Page) => panel(page).getByRole('status');
const list = (page: Page) => page.getByRole('listbox', { name: 'Rules found' });
const options = (page: Page) => list(page).getByRole('option');
const facet = (page: Page, group: string, value: string) =>
  page
    .getByRole('complementary', { name: 'Narrow down' })
    .getByRole('group', { name: group })
    .getByRole('button', { name: value });

test('words, phrases and keys find rules, in a predictable order', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await expect(status(page)).toHaveText('3 rules');
  await expect(options(page)).toHaveText([
    /^Task by an account.*Critical.*windows \/ security.*T1053\.005.*rules\/task\.yml/,
    /^PowerShell downloads.*High.*windows \/ process_creation.*T1059\.001/,
    /^Whoami of a service.*Low/,
  ]);

  // A word in the title comes before a graver level.
  await box(page).fill('whoami');
  await expect(status(page)).toHaveText('2 of 3 rules');
  await expect(options(page)).toHaveText([/^Whoami of a service/, /^Task by an account/]);
  await expect(list(page).locator('mark')).toHaveText(['Whoami']);

  for (const [query, titles] of [
    ['"seen after" -level:low', [/^Task/]],
    ['level:>=high product:windows', [/^Task/, /^PowerShell/]],
    ['tag:t1059 field:commandline', [/^PowerShell/]],
    ['technique:"scheduled task"', [/^Task/]],
    ['value:\\whoami.exe author:"ann example"', [/^Whoami/]],
  ] as const) {
    await box(page).fill(query);
    await expect(options(page)).toHaveText([...titles]);
  }
});

test('facets are parts of the query: a click adds one, another removes it', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await expect(facet(page, 'Author', 'Ann Example')).toHaveText('Ann Example 2');
  await expect(facet(page, 'Technique', 'T1059.001')).toHaveText('T1059.001 PowerShell 1');
  await facet(page, 'Author', 'Ann Example').click();
  await expect(box(page)).toHaveValue('author:"Ann Example"');
  await expect(options(page)).toHaveText([/^PowerShell/, /^Whoami/]);
  await expect(facet(page, 'Author', 'Bo')).toHaveText('Bo 1');
  await expect(facet(page, 'Author', 'Ann Example')).toBeFocused();
  await facet(page, 'Tactic', 'Discovery').click();
  await expect(box(page)).toHaveValue('author:"Ann Example" tactic:discovery');
  await expect(options(page)).toHaveText([/^Whoami/]);
  await facet(page, 'Author', 'Ann Example').click();
  await expect(box(page)).toHaveValue('tactic:discovery');

  // The facets show what is typed, even if nothing is found.
  await box(page).fill('level:high nowhere');
  await expect(status(page)).toHaveText('0 of 3 rules');
  await expect(panel(page)).toContainText('No rule matches the whole search');
  await expect(facet(page, 'Level', 'High')).toHaveAttribute('aria-pressed', 'true');
  await facet(page, 'Level', 'High').click();
  await expect(box(page)).toHaveValue('nowhere');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(status(page)).toHaveText('3 rules');
});

test('an unknown key is reported, and corrected by a click', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await box(page).fill('levl:high');
  const notes = page.getByRole('list', { name: 'Notes on the query' });
  await expect(notes).toContainText('levl is not a key, so the search is for levl:high itself.');
  await notes.getByRole('button', { name: 'Write level:' }).click();
  await expect(box(page)).toHaveValue('level:high');
  await expect(options(page)).toHaveText([/^PowerShell/]);
  await expect(notes).toBeHidden();
});

test('with the keyboard alone', async ({ page }) => {
  const playground = await new Playground(page).open();
  await openZip(page, RULES);
  await expect(options(page)).toHaveCount(3);
  await box(page).focus();
  await page.keyboard.type('windows');
  // Answers for fewer letters may come until then, in another order.
  await expect(panel(page).locator('.search-body')).toHaveAttribute('aria-busy', 'false');
  await expect(status(page)).toHaveText('3 rules');
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  const chosen = list(page).getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^Task/);
  await page.keyboard.press('End');
  await expect(chosen).toHaveText(/^Whoami/);
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText(/^PowerShell/);
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(RULES['hunting/powershell.yml']);

  await list(page).focus();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('windows');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'Search help' });
  await expect(help).toContainText('level:>=high');
  await playground.escape(help);
});

test('the chosen rule stays chosen if a later answer has it, too', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await expect(options(page)).toHaveCount(3);
  await list(page).focus();
  await page.keyboard.press('End');
  const chosen = list(page).getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^Whoami/);
  // A search that is written while the focus is in the list.
  const search = (text: string) =>
    box(page).evaluate((element, value) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
      set!.call(element, value);
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  await search('level:low');
  await expect(options(page)).toHaveCount(1);
  await search('windows');
  await expect(options(page)).toHaveCount(3);
  await expect(chosen).toHaveText(/^Whoami/);
  await search('level:critical');
  await expect(options(page)).toHaveCount(1);
  await expect(chosen).toHaveText(/^Task/);
});

test('the page asks before a rule of the catalog replaces the user’s own', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await openZip(page, RULES);
  await options(page).filter({ hasText: 'Whoami' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Replace your rule?' });
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  expect(await playground.text('Rule')).toBe(RULE);
  await options(page).filter({ hasText: 'Whoami' }).click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami.yml']);
});

test('the search stays while other views are shown, and applies to the current catalog', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await box(page).fill('powershell');
  await expect(options(page)).toHaveText([/^PowerShell/]);
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(page.getByRole('button', { name: 'Findings' })).toHaveAttribute('aria-pressed', 'true');
  await expect(status(page)).toContainText('of 6 events');
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await expect(status(page)).toHaveText('1 of 3 rules');
  await openZip(page, { 'a.yml': rule({ title: 'PowerShell again', level: 'low' }) });
  await expect(options(page)).toHaveText([/^PowerShell again/]);
  await expect(status(page)).toHaveText('1 rule');
});

test('of many rules only those on screen are rendered, and a search is answered while all of them run', async ({
  page,
}) => {
  test.slow();
  const playground = await new Playground(page).open();
  const slow = Array.from({ length: 2000 }, (_, i) => [
    `${i}.yml`,
    rule({
      title: `Slow ${i}`,
      level: 'low',
      // Expressions in which no text is certain to stand have to be run on every event.
      detection: `CommandLine|re: '[ab].*[bc].*[\\x{100}-\\x{${(0x200 + i).toString(16)}}]'`,
    }),
  ]);
  await openZip(page, Object.fromEntries(slow));
  await expect(status(page)).toHaveText('2,000 rules', { timeout: 60_000 });
  expect(await options(page).count()).toBeLessThan(60);
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(list(page).getByRole('option', { selected: true })).toHaveText(/^Slow 999/);

  const event = {
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    CommandLine: 'abc '.repeat(60),
  };
  await playground.paste('Events', Array.from({ length: 3000 }, () => JSON.stringify(event)).join('\n'));
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await box(page).fill('"slow 1234"');
  await expect(options(page)).toHaveText([/^Slow 1234/]);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('on a phone the facets unfold, and a rule comes to the front', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await panes.getByRole('button', { name: 'More' }).click();
  await openZip(page, RULES);
  await expect(options(page)).toHaveCount(3);
  await expect(page.getByRole('complementary', { name: 'Narrow down' })).toBeHidden();
  await page.getByRole('button', { name: 'Narrow down' }).click();
  await facet(page, 'Level', 'High').click();
  await expect(options(page)).toHaveText([/^PowerShell/]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await options(page).click();
  await expect(page.getByRole('region', { name: 'Rule pane' })).toBeVisible();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['hunting/powershell.yml']);
  await panes.getByRole('button', { name: 'More' }).click();
  await expect(box(page)).toHaveValue('level:high');
});
