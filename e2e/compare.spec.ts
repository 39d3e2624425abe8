import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

/** Nothing scrolls sideways. */
async function fits(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
}

const WIDER = RULE.replace("' /all'", "' /groups'");

test('a version is pinned, and the events whose verdict changed are listed and can be chosen', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(panel).toContainText('No event’s verdict changed.');
  await expect(panel).toContainText('The text equals the pinned text.');
  await expect(panel.getByRole('button', { name: 'Back to the pinned version' })).toBeDisabled();

  await playground.paste('Rule', WIDER);
  const changed = panel.getByRole('listbox', { name: 'Events whose verdict changed' });
  await expect(changed.getByRole('option')).toHaveCount(2);
  await expect(
    changed.getByRole('option', { name: 'Event 1: no longer matches', exact: true }),
  ).toBeVisible();
  await expect(changed.getByRole('option', { name: 'Event 2: now matches', exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveText('Compare2');
  const counts = panel.getByRole('table', { name: 'Counts of both versions' });
  await expect(counts.getByRole('row')).toHaveText([
    'MatchNo matchOther log sourceUnreadable',
    'Pinned1211',
    'Current1211',
  ]);
  const text = panel.getByRole('region', { name: 'Differences in the text' });
  await expect(text.locator('.compare-line-removed code')).toHaveText(["            - ' /all'"]);
  await expect(text.locator('.compare-line-added code')).toHaveText(["            - ' /groups'"]);

  await changed.getByRole('option', { name: /Event 2/ }).click();
  await expect(playground.verdict(2, 'match')).toHaveAttribute('aria-selected', 'true');
  await changed.focus();
  await page.keyboard.press('ArrowUp');
  await expect(playground.verdict(1, 'no match')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => playground.cursorLine('Events')).toBe(1);
  await page.keyboard.press('End');
  await expect(playground.verdict(2, 'match')).toHaveAttribute('aria-selected', 'true');

  // A log source that no event has.
  await playground.paste('Rule', RULE.replace('process_creation', 'dns_query'));
  const sources = changed.getByRole('option', { name: /no longer covers its log source/ });
  await expect(sources).toHaveCount(3);
});

test('the pinned version stays over a reload, comes back into the editor, and can be unpinned', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await playground.paste('Rule', WIDER);
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveText('Compare2');
  await page.waitForTimeout(600);
  await page.reload();
  await playground.ready();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(panel.getByRole('option')).toHaveCount(2);

  // A text that does not compile in the middle of an edit does not empty the comparison.
  await playground.paste('Rule', `${WIDER}    condition: [`);
  await expect(panel).toContainText('the page compares its last good version');
  await expect(panel.getByRole('option')).toHaveCount(2);

  await panel.getByRole('button', { name: 'Back to the pinned version' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(panel).toContainText('No event’s verdict changed.');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(`${WIDER}    condition: [`);

  await panel.getByRole('button', { name: 'Unpin' }).click();
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('tab', { name: 'Compare' })).toBeVisible();
});

test('a pinned version that hangs on new events is unpinned, and the current rule keeps running', async ({
  page,
}) => {
  const playground = await new Playground(page).open('./?patience=400');
  const hanging = `title: T
detection:
    selection:
        CommandLine|re: '^(?=(a+)+b)'
    condition: selection
`;
  await playground.paste('Events', '{"CommandLine": "ab"}');
  await playground.paste('Rule', hanging);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await playground.paste(
    'Rule',
    "title: T\ndetection:\n    s:\n        CommandLine|startswith: 'a'\n    condition: s\n",
  );
  await expect(page.getByRole('tabpanel', { name: 'Compare' })).toContainText('No event’s verdict changed.');
  await playground.paste('Events', `{"CommandLine": "${'a'.repeat(60)}"}`);
  await expect(page.getByText('The pinned version was unpinned')).toBeVisible();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.banner()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible();
});

for (const [name, size] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`no part of the comparison is cut off beside ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await playground.paste('Rule', WIDER);
    await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeVisible();
    await fits(page);
    if (size.width < 700) {
      await page.getByRole('button', { name: /^Events/ }).click();
      await playground.ready();
    }
    await playground.paste('Events', EVENTS);
    if (size.width < 700) {
      await page.getByRole('button', { name: 'Rule', exact: true }).click();
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
    }
    const panel = page.getByRole('tabpanel', { name: 'Compare' });
    await expect(panel.getByRole('option')).toHaveCount(2);
    await fits(page);
    if (size.width < 700) {
      await panel.getByRole('option', { name: /Event 2/ }).click();
      await expect(playground.box('Events')).toBeVisible();
      await expect.poll(() => playground.cursorLine('Events')).toBe(2);
    }
  });
}
