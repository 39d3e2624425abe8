import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('pasted rule and events are marked at the exact characters on both sides', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();

  await expect.poll(async () => (await playground.marks('Events')).length).toBeGreaterThan(5);
  const first = EVENTS.indexOf('\n');
  const own = (await playground.marks('Events')).filter(
    (m) => m.end < first && m.className.includes('mark-match'),
  );
  expect(own.map(({ start, end }) => EVENTS.slice(start, end))).toEqual(['\\\\whoami.exe', ' /all']);
  expect(own.map((m) => m.start)).toEqual([EVENTS.indexOf('\\\\whoami.exe'), EVENTS.indexOf(' /all')]);
  expect(own.every((m) => m.className.includes('mark-whole') && m.className.includes('mark-s1'))).toBe(true);

  await page.getByRole('option', { name: /^Event 1:/ }).click();
  await expect
    .poll(async () => (await playground.marks('Rule')).map((m) => m.text.replace(/^'|'$/g, '')))
    .toEqual(expect.arrayContaining(['selection', '\\whoami.exe', ' /all', 'filter_ci']));
  const value = (await playground.marks('Rule')).find((m) => m.text.includes('/all'));
  expect(value?.start).toBeGreaterThanOrEqual(RULE.indexOf("' /all'"));
  expect(value?.end).toBeLessThanOrEqual(RULE.indexOf("' /all'") + "' /all'".length);
});

test('one verdict per event, of all four kinds', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await expect(playground.verdict(3, 'no match')).toBeVisible();
  await expect(playground.verdict(4, 'not applicable')).toBeVisible();
  await expect(playground.verdict(5, 'error')).toBeVisible();
  await expect(page.getByText('1 matches · 2 do not · 1 other log source · 1 unreadable')).toBeVisible();
  await page.getByText('Ignore log sources').click();
  await expect(playground.verdict(4, 'no match')).toBeVisible();
});

test('every keystroke is evaluated', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await playground.paste('Rule', RULE.replace("'/priv'", "'/group'"));
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(playground.verdict(2, 'no match')).toBeVisible();
});

test('the rule shows how often its selections and values matched, unless switched off', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect
    .poll(() => playground.hints())
    .toEqual(expect.arrayContaining(['✓ 2 of 5 events', '✓ 1 of 5 events', '1']));
  await page.getByRole('button', { name: 'Counts' }).click();
  await expect.poll(() => playground.hints()).toEqual([]);
});

test('characters written with JSON escapes are marked whole', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    "title: t\ndetection:\n    s:\n        F|contains: 'bAc'\n    condition: s\n",
  );
  const events = String.raw`{"F":"xb\u0041cx"}`;
  await playground.paste('Events', events);
  await expect.poll(() => playground.marked('Events')).toEqual([String.raw`b\u0041c`]);
});

test('a long line that arrives as typing is inserted at once', async ({ page }) => {
  const playground = await new Playground(page).open();
  const line = JSON.stringify({ F: `${'a'.repeat(100_000)}!` });
  await playground.paste('Events', line);
  await playground.paste(
    'Rule',
    "title: T\ndetection:\n    s:\n        F|endswith: 'a!'\n    condition: s\n",
  );
  await expect(playground.verdict(1, 'match')).toBeVisible();
});
