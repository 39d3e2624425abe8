import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('the arrow keys move through the verdicts and show the event', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(5, 'error')).toBeVisible();
  await playground.verdicts().focus();
  await page.keyboard.press('Home');
  await expect(playground.verdict(1, 'match')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(playground.verdict(2, 'no match')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Why event 2 does not match')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('Event 5 cannot be read')).toBeVisible();
});

test('the cursor in an event chooses it', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await playground.box('Events').focus();
  await page.keyboard.press('Control+Home');
  await expect(playground.verdict(1, 'match')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+End');
  await expect(playground.verdict(5, 'error')).toHaveAttribute('aria-selected', 'true');
});

test('moving through ten thousand events stays fast', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const line = EVENTS.split('\n')[0] ?? '';
  await playground.paste('Events', Array.from({ length: 10_000 }, () => line).join('\n'));
  await expect(page.getByText('10,000 match')).toBeVisible();
  await playground.verdicts().focus();
  await page.keyboard.press('End');
  await expect(playground.verdict(10_000, 'match')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Why event 10000 matches')).toBeVisible();
});

test('only the matches: the other events are hidden, and the arrow keys move through the matches', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const [match, miss] = EVENTS.split('\n');
  await playground.paste('Events', [miss, match, miss, miss, match].join('\n'));
  await playground.verdict(3, 'no match').click();
  await page.getByRole('button', { name: 'Only matches' }).click();
  await expect(playground.verdicts().getByRole('option')).toHaveText(['✓2', '✓5']);
  await playground.verdicts().focus();
  await page.keyboard.press('ArrowRight');
  await expect(playground.verdict(5, 'match')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(playground.verdict(2, 'match')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Only matches' }).click();
  await expect(playground.verdicts().getByRole('option')).toHaveCount(5);
});
