import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { Playground } from './playground';

/*
 * The version of the specification that rules are read as: picked in the rule's bar, kept, shared, overruled by a rule's own,
 * and compared.
 */

const RULE = `title: Words
logsource:
    category: process_creation
    product: windows
detection:
    keywords:
        - whoami
        - 5
    condition: keywords
`;
const EVENTS = '{"Image": "C:\\\\whoami.exe"}\n{"Image": "C:\\\\other.exe"}';

const picker = (page: Page) =>
  page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: /^Version of Sigma/ });

test('a version is picked by keyboard, kept over a reload, and goes with a link', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(picker(page)).toHaveAccessibleName('Version of Sigma: 2.1.0');

  await picker(page).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitemradio', { name: '2.1.0' })).toBeFocused();
  expect(await violations(page, '.popover')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect(picker(page)).toBeFocused();
  await expect(picker(page)).toHaveAccessibleName('Version of Sigma: 2.2.0 draft');
  // What the draft decides is told at its place.
  await playground.tab('Problems');
  const told = page.getByRole('region', { name: 'Problems' }).getByText(/^The 2\.2\.0 draft allows 5/);
  await expect(told).toBeVisible();

  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  await page.reload();
  await playground.ready();
  await expect(picker(page)).toHaveAccessibleName('Version of Sigma: 2.2.0 draft');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await expect(picker(fresh.page)).toHaveAccessibleName('Version of Sigma: 2.2.0 draft');
  await other.close();
});

test('a rule’s own version wins, and the picker says so', async ({ page }) => {
  const own = encodeURIComponent(RULE.replace('\n', '\nsigma-version: 3\n'));
  await new Playground(page).open(`./#rule=${own}&spec=2.2.0`);
  await expect(picker(page)).toHaveAccessibleName('Version of Sigma: rule says 3');
  await picker(page).click();
  const note = 'The rule itself says sigma-version: 3: it is read with proposals, whatever is picked.';
  await expect(page.getByRole('menu')).toHaveAccessibleDescription(new RegExp(`^${note}`));
  await page.getByRole('menuitemradio', { name: '2.1.0' }).click();
  await expect(picker(page)).toHaveAccessibleName('Version of Sigma: rule says 3');
});

test('one text is compared under two versions', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(panel).toContainText('No event’s verdict changed.');
  await picker(page).click();
  await page.getByRole('menuitemradio', { name: /^with proposals/ }).click();
  const counts = panel.getByRole('table', { name: 'Counts of both versions' });
  await expect(counts.getByRole('rowheader')).toHaveText(['Pinned, as 2.1.0', 'Current, with proposals']);
  const problems = panel.getByRole('region', { name: 'Problems that changed' });
  await expect(problems.getByRole('listitem')).toHaveText([
    /only current, line 8: The 2\.2\.0 draft allows 5/,
  ]);
  // The other way round: what is pinned is read as another version.
  await panel.getByRole('button', { name: 'Version of Sigma of the pinned text: 2.1.0' }).click();
  await page.getByRole('menuitemradio', { name: /^with proposals/ }).click();
  await expect(counts.getByRole('rowheader')).toHaveText(['Pinned', 'Current']);
  await expect(problems).toHaveCount(0);
});
