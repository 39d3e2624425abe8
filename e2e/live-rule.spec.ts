import { expect, type Locator, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

const stages = (page: Page): Locator => page.getByRole('region', { name: 'Stages' });
const picture = (page: Page): Locator => page.getByRole('region', { name: 'Condition', exact: true });

/** The names of the diagram's parts, as a screen reader says them. */
const parts = async (page: Page): Promise<string[]> => {
  const found = await picture(page).getByRole('group').getByRole('button').all();
  return Promise.all(found.map(async (part) => (await part.getAttribute('aria-label')) ?? ''));
};

const words = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());

async function open(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(page.getByRole('option')).toHaveCount(5);
  await playground.tab('Rule');
  await expect(picture(page)).toBeVisible();
  return playground;
}

test('gates and leaves show the result of the chosen event, and change with it', async ({ page }) => {
  const playground = await open(page);
  await playground.verdict(1, 'match').click();
  await expect(picture(page).getByText('Event 1 matches.')).toBeVisible();
  expect(await parts(page)).toEqual([
    'and, true, line 13',
    'selection, matched, line 6',
    'not, true, line 13',
    'filter_ci, not matched, line 11',
  ]);
  expect(words(await picture(page).locator('.diagram-verdict').allTextContents())).toEqual([
    '✓ true',
    '✓ matched',
    '✓ true',
    '✗ not matched',
  ]);
  await playground.verdict(3, 'no match').click();
  await expect(picture(page).getByText('Event 3 does not match.')).toBeVisible();
  expect(await parts(page)).toEqual([
    'and, false, line 13',
    'selection, matched, line 6',
    'not, false, line 13',
    'filter_ci, matched, line 11',
  ]);
});

test('each stage and each predicate shows it too', async ({ page }) => {
  const playground = await open(page);
  await playground.verdict(2, 'no match').click();
  await expect(stages(page).getByText('Event 2 does not match.')).toBeVisible();
  expect(words(await stages(page).locator('.rule-live-mark').allTextContents())).toEqual([
    '✗',
    '✗ false',
    '✗ not matched',
    '✗ false',
    '✓ true',
    '✗ false',
    '✗ false',
    '✗ false',
    '✗ not matched',
    '✗ false',
  ]);
});

test('without a verdict the parts have none, and the page says why', async ({ page }) => {
  const playground = await open(page);
  await playground.verdict(5, 'error').click();
  await expect(picture(page).getByText('Event 5 cannot be read, so no part has a verdict.')).toBeVisible();
  expect(await parts(page)).toEqual([
    'and, line 13',
    'selection, line 6',
    'not, line 13',
    'filter_ci, line 11',
  ]);
  await expect(page.locator('.rule-live-mark')).toHaveCount(0);
  await playground.verdict(4, 'not applicable').click();
  await expect(picture(page).getByText('Event 4 has another log source')).toBeVisible();
  expect((await parts(page))[0]).toBe('and, false, line 13');
  await playground.paste('Events', '');
  await expect(picture(page).getByText('There are no events yet, so no part has a verdict.')).toBeVisible();
  expect((await parts(page))[0]).toBe('and, line 13');
});

test('a click on a part goes to it in the rule, and so does Enter', async ({ page }) => {
  const playground = await open(page);
  const part = (name: RegExp) => picture(page).getByRole('button', { name });
  await part(/^filter_ci,/).click();
  await expect.poll(() => playground.cursorLine('Rule')).toBe(11);
  await part(/^and,/).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.cursorLine('Rule')).toBe(13);
  // The focus stays on the diagram, so that the next part is one key away.
  await page.keyboard.press('Tab');
  await expect(part(/^selection,/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.cursorLine('Rule')).toBe(6);
});

test('the copy is the condition without the event', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await picture(page).getByRole('button', { name: 'Copy as SVG' }).click();
  const svg = await page.evaluate(() => navigator.clipboard.readText());
  expect(svg).toContain('filter_ci');
  expect(svg).not.toMatch(/[✓✗]|matched/);
});
