import { expect, test } from '@playwright/test';
import { WORK_LINKS, WORK_TEXTS } from '../app/state/stored-links.cases';
import { EVENTS, Playground, RULE, stored } from './playground';

const [, OLDEST] = WORK_LINKS[0]!;

test('a link of the first version and one of another tool open, with what was there kept, and a broken one says what to do', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: mine');
  await stored(page, 'title: mine');

  await page.goto('about:blank');
  await playground.open(`./${OLDEST}`);
  await expect.poll(() => playground.text('Rule')).toBe(WORK_TEXTS.rule);
  expect(await playground.text('Events')).toBe(WORK_TEXTS.events);
  await expect(page.getByRole('switch', { name: 'Ignore log sources' })).toBeChecked();
  await page.getByRole('button', { name: 'Restore previous work' }).click();
  await expect.poll(() => playground.text('Rule')).toBe('title: mine');

  const plain = `#rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}&event=3`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, plain);
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  expect(new URL(page.url()).hash).toBe('');

  await page.evaluate((hash) => {
    location.hash = hash;
  }, '#rule=title%3A a & b');
  await expect(page.getByText('its & is to be written as %26. Your work is unchanged.')).toBeVisible();
  // It does not take the place of what leads back.
  await expect(page.getByRole('button', { name: 'Restore previous work' })).toBeVisible();
  expect(await playground.text('Rule')).toBe(RULE);
});
