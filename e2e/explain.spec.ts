import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test.beforeEach(async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
});

test('a miss is explained down to its values', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(2, 'no match').click();
  await playground.tab('Explain');
  const tree = page.getByRole('tree', { name: 'Condition' });
  await expect(tree.getByRole('treeitem').filter({ hasText: "' /all'" })).toContainText('not in the value');
  await expect(tree.getByRole('treeitem').filter({ hasText: 'CommandLine' })).toContainText('whoami /groups');
  await expect(page.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('whoami /groups');
});

test('a filter is named as the reason', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(3, 'no match').click();
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('filter_ci');
});

test('a verdict is told in sentences that are copied with one click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  const why = page.getByRole('region', { name: 'Why' });
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  await expect(why).toContainText(
    "In selection, Image is C:\\Windows\\whoami.exe, which ends with '\\whoami.exe'; CommandLine is whoami /all, which contains ' /all'.",
  );
  await expect(why).toContainText('What the rule excludes is not there: filter_ci.');
  await playground.verdict(3, 'no match').click();
  await expect(why).toContainText('selection does match.');
  await why.getByRole('button', { name: 'Copy in words' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      "Event 3 of the rule “Whoami”: no match.\n`filter_ci` matches because `ParentImage` ends with `'\\agent.exe'`, and the condition excludes it.\n`selection` does match.",
    );
});

test('the arrow keys move through the tree', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(2, 'no match').click();
  const items = page.getByRole('tree', { name: 'Condition' }).getByRole('treeitem');
  await expect(page.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  await expect(items.first()).toBeVisible();
  const before = await items.count();
  await items.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(items.nth(1)).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => items.count()).toBeLessThan(before);
  await page.keyboard.press('ArrowRight');
  await expect(items).toHaveCount(before);
});

test('Matches lists what matched, and a click goes there', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(2, 'no match').click();
  await playground.tab('Matches');
  const line = page.getByRole('button', { name: /selection.*CommandLine.*\/all/ });
  await expect(line).toBeVisible();
  await line.click();
  await expect(playground.verdict(1, 'match')).toHaveAttribute('aria-selected', 'true');
});

test('a miss is repaired: tried on all events, applied with one click, undone with one key', async ({
  page,
}) => {
  const playground = new Playground(page);
  const rule = RULE.replace('CommandLine|contains', 'CommandLine|startswith');
  await playground.paste('Rule', rule);
  await playground.verdict(1, 'no match').click();
  await playground.tab('Explain');
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  const contains = repairs.getByRole('listitem').filter({ hasText: 'anywhere' });
  await expect(contains).toContainText(/lets in \d of \d events/);
  await contains.getByRole('button', { name: /Apply/ }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(rule);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
});

test('the repair of a list adds the telling part of a line, says so, and offers to undo it', async ({
  page,
}) => {
  const playground = new Playground(page);
  const rule = (lines: string) =>
    `title: T\ndetection:\n    s:\n        CommandLine|contains: # c\n            - 'http://'\n            - 'https://'\n${lines}    condition: s\n`;
  await playground.paste('Rule', rule(''));
  await playground.paste(
    'Events',
    '{"CommandLine":"get -f ftp://192.0.2.1/a b"}\n{"CommandLine":"get -f http://192.0.2.1/a b"}',
  );
  await playground.verdict(1, 'no match').click();
  await playground.tab('Explain');
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await repairs.getByRole('button', { name: "Apply: Add 'ftp://' as another value" }).click();
  await expect.poll(() => playground.text('Rule')).toBe(rule("            - 'ftp://'\n"));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  const notice = page.locator('.notice').filter({ hasText: "Rule changed: add 'ftp://' as another value." });
  const undo = notice.getByRole('button', { name: 'Undo' });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(rule(''));
  await expect(playground.box('Rule')).toBeFocused();
  await expect(notice).toHaveCount(0);
});

test('changes that would match nearly everything are not offered, and the most specific comes first', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  const rule = (item: string) => `title: T\ndetection:\n    s:\n        ${item}\n    condition: s\n`;
  const events = [
    { EventID: 5, Version: 4, Imag: 'C:\\tools\\run.exe.old' },
    { EventID: 6, Version: 4, Imag: 'C:\\tools\\run.exe.bak' },
  ];
  await playground.paste('Events', events.map((event) => JSON.stringify(event)).join('\n'));
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' }).getByRole('listitem');
  await playground.paste('Rule', rule("Imag|endswith: '\\run.exe'"));
  await playground.tab('Explain');
  await expect(repairs.first()).toContainText('lets in 1 of 2 events');
  await expect(repairs.last()).toContainText('lets in 2 of 2 events');
  // Another field has the number by chance.
  await playground.paste('Rule', rule('EventID: 4'));
  await expect(repairs).toHaveText([/Add 5 as another value/]);
  // There is a field of nearly this name; compared with itself it would always match.
  await playground.paste('Rule', rule('Image|fieldref: Imag'));
  await expect(page.getByText('has no field Image').first()).toBeVisible();
  await expect(repairs).toHaveCount(0);
});

test('no part of the value is named where the rule requires nothing after it', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    'title: T\ndetection:\n    s:\n        F|contains: uninstall\n    condition: s\n',
  );
  await playground.paste('Events', '{"F":"install"}');
  await playground.tab('Explain');
  await expect(page.getByText(/Nearest is\s+install/).first()).toBeVisible();
  await expect(page.getByText('where the rule wants')).toHaveCount(0);
  await playground.paste('Events', '{"F":"uninst"}');
  await expect(page.getByText('The event has nothing there where the rule wants all.')).toBeVisible();
});

test('a rule for other events, and a filter, are repaired too', async ({ page }) => {
  const playground = new Playground(page);
  const rule = (category: string, condition: string) =>
    `title: T\nlogsource:\n    product: windows\n    category: ${category} # kept\ndetection:\n    s:\n        Image|endswith: '\\a.exe'\n    f:\n        User: svc\n    condition: ${condition}\n`;
  await playground.paste('Rule', rule('image_load', 's and not f'));
  await playground.paste(
    'Events',
    '{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\a.exe","User":"svc"}',
  );
  await playground.tab('Explain');
  const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
  await repairs
    .getByRole('listitem')
    .filter({ hasText: 'windows / process_creation' })
    .getByRole('button', { name: /Apply/ })
    .click();
  await expect.poll(() => playground.text('Rule')).toBe(rule('process_creation', 's'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
});
