import { expect, type Page, test } from '@playwright/test';
import type { Example } from '../app/examples/example';
import { TEXTS } from '../app/examples/texts';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The gallery of examples: found, opened, linked to; one's own work stays.
 */

const gallery = (page: Page) => page.getByRole('dialog', { name: 'Examples' });
const search = (page: Page) => gallery(page).getByRole('combobox', { name: 'Search the examples' });
const list = (page: Page) => gallery(page).getByRole('listbox', { name: 'Examples' });
const entries = (page: Page) => list(page).getByRole('option');
const filter = (page: Page, name: string) => gallery(page).getByRole('combobox', { name, exact: true });

/** How many events and correlations of an example have an expectation. */
function counted(id: string): number {
  const { expected, fires = {} } = new Map<string, Example>(Object.entries(TEXTS)).get(id)!;
  return [...expected].filter((one) => one !== 'x').length + Object.keys(fires).length;
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Examples', exact: true }).click();
  await expect(search(page)).toBeFocused();
}

test('words, fields, modifiers and techniques find examples; filters narrow them down', async ({ page }) => {
  await new Playground(page).open();
  await open(page);
  const all = await entries(page).count();
  expect(all).toBeGreaterThanOrEqual(40);
  await expect(gallery(page).getByRole('status')).toHaveText(`${all} examples`);
  await expect(gallery(page).getByRole('group', { name: 'Correlations' })).toBeVisible();
  for (const [words, title] of [
    ['windash', 'Certutil with any dash'],
    ['GrantedAccess', 'Memory of LSASS'],
    ['password spraying', 'One address, many accounts'],
    ['|fieldref', 'A program that starts itself'],
    ['value_sum', 'Uploads that add up'],
    ['kubernetes', 'Command in a pod'],
  ] as const) {
    await search(page).fill(words);
    await expect(entries(page).first()).toContainText(title);
  }
  await search(page).fill('');
  await filter(page, 'Source').selectOption('Linux');
  const linux = await entries(page).count();
  expect(linux).toBeGreaterThan(3);
  await filter(page, 'Level').selectOption('high');
  await expect.poll(() => entries(page).count()).toBeLessThan(linux);
  for (const one of await entries(page).all()) await expect(one).toContainText(/high.*linux/);
  await filter(page, 'Technique').selectOption({
    label: 'T1574.006 Hijack Execution Flow: Dynamic Linker Hijacking',
  });
  await expect(entries(page)).toHaveCount(1);
  await filter(page, 'Topic').selectOption('Correlations');
  await expect(gallery(page)).toContainText('No example has all of that.');
  await expect(gallery(page).getByRole('button', { name: 'Open' })).toBeDisabled();
  await gallery(page).getByRole('button', { name: 'Show all' }).click();
  await expect(entries(page)).toHaveCount(all);
});

test('a picture says in words which events match', async ({ page }) => {
  await new Playground(page).open();
  await open(page);
  await search(page).fill('setuid bit');
  await expect(entries(page).first().getByRole('img')).toHaveAttribute(
    'aria-label',
    '5 events: 1 and 2 match',
  );
});

test('keys alone find and open an example, with the cursor where its lesson is', async ({ page }) => {
  const playground = await new Playground(page).open();
  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('lsass');
  await expect(entries(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(gallery(page)).toBeHidden();
  await expect(playground.box('Rule')).toBeFocused();
  const rule = await playground.text('Rule');
  expect(rule).toContain('title: Memory Of LSASS');
  const line = rule.slice(0, rule.indexOf("'0x1410'")).split('\n').length;
  await expect.poll(() => playground.cursorLine('Rule')).toBe(line);
  await expect(playground.verdicts().getByRole('option', { selected: true })).toHaveAttribute(
    'aria-label',
    /^Event 5: no match, as expected: it must not match/,
  );
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('button', { name: 'Examples', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await playground.escape(gallery(page));
  await expect(page.getByRole('button', { name: 'Examples', exact: true })).toBeFocused();
});

test('the arrow keys walk through the list, and the chosen one is in sight', async ({ page }) => {
  await new Playground(page).open();
  await open(page);
  // In the order in which they stand there, from one topic to the next.
  const ids = await entries(page).evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids.slice(1, 20)) {
    await page.keyboard.press('ArrowDown');
    await expect(search(page)).toHaveAttribute('aria-activedescendant', id);
  }
  await page.keyboard.press('PageUp');
  await expect(search(page)).toHaveAttribute('aria-activedescendant', ids[13]!);
  const last = entries(page).last();
  await list(page).press('End');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await list(page).press('Home');
  await expect(entries(page).first()).toBeInViewport();
});

test.describe('what is expected of the events is met, in every format', () => {
  for (const ids of [
    ['certificate-export', 'scheduled-task-filters', 'run-key-xml', 'startup-folder-csv', 'lsass-access'],
    ['script-block-list', 'group-by-sid', 'setuid-auditd', 'root-key-sshd', 'vault-deleted-table'],
    ['service-key-yaml', 'dns-tunnel', 'port-scan', 'path-traversal', 'sql-errors', 'admins-placeholder'],
  ])
    test(ids.join(', '), async ({ page }) => {
      const playground = await new Playground(page).open();
      for (const id of ids) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `example=${id}`);
        await expect(page.getByRole('region', { name: 'Rule pane' })).toContainText(`${id}.yml`);
        await expect(playground.verdicts()).toBeVisible();
        await expect(page.getByRole('tab', { name: /^Tests/ })).toHaveText(`Tests✓ ${counted(id)}`);
      }
    });
});

test('a short link opens an example, and keeps the work that was there', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.evaluate(() => {
    location.hash = 'example=push-fatigue';
  });
  await expect.poll(() => playground.text('Rule')).toContain('title: Push Refused');
  expect(new URL(page.url()).hash).toBe('');
  const history = await new HistoryPanel(page).open();
  await expect(history.states().filter({ hasText: 'Whoami' })).toHaveCount(1);
  await playground.escape(history.dialog());
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
});

test('a page can be opened with a short link; one that leads nowhere changes nothing', async ({ page }) => {
  const playground = await new Playground(page).open('./#example=password-spray');
  await expect.poll(() => playground.text('Rule')).toContain('title: Wrong Password In Entra ID');
  await expect(playground.verdict(4, 'match, as expected: it must match')).toBeVisible();
  await page.evaluate(() => {
    location.hash = 'example=no-such-thing';
  });
  await expect(
    page.getByRole('status').filter({ hasText: 'There is no example “no-such-thing”' }),
  ).toBeVisible();
  expect(await playground.text('Rule')).toContain('title: Wrong Password In Entra ID');
});

test('a change that breaks the correlation of an example is seen in Tests and in Compare', async ({
  page,
}) => {
  const playground = await new Playground(page).open('./#example=password-spray');
  const tests = page.getByRole('tab', { name: /^Tests/ });
  await expect(tests).toHaveText('Tests✓ 9');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  const firings = page.getByRole('table', { name: 'Firings of both versions' });
  await expect(page.getByRole('tabpanel', { name: 'Compare' })).toContainText(
    'The text equals the pinned text.',
  );
  await expect(firings).toHaveCount(0);
  const rule = await playground.text('Rule');
  await playground.paste('Rule', rule.replace('gte: 3', 'gte: 4'));
  await expect(firings.getByRole('row')).toHaveText(['FiringsPinnedCurrent', 'One Address, Many Accounts10']);
  await expect(tests).toHaveText('Tests✗ 1 of 9');
  await playground.tab('Tests');
  await expect(page.getByRole('region', { name: 'Tests' }).getByRole('listitem').first()).toContainText(
    'One Address, Many Accounts must fire once, on events 1, 2, 3 and 7: does not fire',
  );
});

test('a link to the chosen example is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new Playground(page).open();
  await open(page);
  await search(page).fill('uploads that add up');
  await gallery(page).getByRole('button', { name: 'Copy link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/#example=large-upload$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('an example opens from More, and the rule comes to the front', async ({ page }) => {
    const playground = await new Playground(page).open();
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await panes.getByRole('button', { name: 'More' }).click();
    await open(page);
    await search(page).fill('launch agent');
    const wide = await gallery(page).evaluate((dialog) => [dialog.scrollWidth, dialog.clientWidth] as const);
    expect(wide[0]).toBeLessThanOrEqual(wide[1]);
    await entries(page).first().click();
    await expect(gallery(page)).toBeHidden();
    await expect(panes.getByRole('button', { name: 'Rule' })).toHaveAttribute('aria-current', 'page');
    await expect.poll(() => playground.text('Rule')).toContain('title: Launch Agent Of A User Written');
    const rule = await playground.text('Rule');
    const line = rule.slice(0, rule.indexOf('/Users/*/Library')).split('\n').length;
    await expect.poll(() => playground.cursorLine('Rule')).toBe(line);
    await expect(playground.box('Rule')).not.toBeFocused();
  });
});
