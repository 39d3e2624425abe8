import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

const make = (page: Page, what: string) =>
  page.getByRole('button', { name: `Make a matching event: ${what}` });
const list = (page: Page) => page.getByRole('region', { name: 'Not exercised' });

async function open(page: Page, events: string): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', events);
  await playground.tab('Rule');
  return playground;
}

const FIRST = EVENTS.split('\n')[0]!;

test('what no event exercises is dimmed and listed, and gets an event that undo removes', async ({
  page,
}) => {
  const playground = await open(page, FIRST);
  await expect(list(page)).toContainText('2 of 4 values and 1 of 2 selections match none of the 1 event.');
  await expect(page.locator('.view-line .editor-unseen', { hasText: '/priv' })).toBeVisible();
  await expect(page.locator('.view-line .editor-unseen', { hasText: '/all' })).toHaveCount(0);
  expect(await playground.hints()).toContain('0');

  await make(page, "CommandLine '/priv'").focus();
  await page.keyboard.press('Enter');
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Event 2 was added: it matches the rule through this.')).toBeVisible();
  await expect(page.locator('.view-line .editor-unseen', { hasText: '/priv' })).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  const lines = (await playground.text('Events')).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1]!)).toMatchObject({ EventID: 1, CommandLine: '/priv' });

  await playground.box('Events').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Events')).toBe(FIRST);
});

test('the value of a filter gets an event that it excludes', async ({ page }) => {
  const playground = await open(page, FIRST);
  await make(page, String.raw`ParentImage '\agent.exe'`).click();
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await expect(page.getByText('only this keeps the rule from matching it')).toBeVisible();
  await expect(list(page)).toContainText('1 of 4 values and 0 of 2 selections match none of the 2 events.');
});

test('in an array the event becomes its last member', async ({ page }) => {
  const playground = await open(page, `[${FIRST}]`);
  await make(page, "CommandLine '/priv'").click();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  expect(JSON.parse(await playground.text('Events'))).toHaveLength(2);
});

test('if no event can be made, the page says why, and the events do not change', async ({ page }) => {
  const playground = await open(page, FIRST);
  await playground.paste('Rule', RULE.replace("- '/priv'", "- '/priv'\n        User|re: 'a(?=b)'"));
  await make(page, "User 'a(?=b)'").click();
  await expect(
    page.getByText('has a lookaround or a back reference, so it has no sample text'),
  ).toBeVisible();
  expect(await playground.text('Events')).toBe(FIRST);
});
