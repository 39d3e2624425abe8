import { expect, test } from '@playwright/test';
import { Playground } from './playground';
import { SLOW_VALUES, slowText } from './slow-patterns';

const rule = (pattern: string) =>
  `title: t\ndetection:\n    s:\n        F|re: '${pattern}'\n    condition: s\n`;
const EVENTS = `{"F":"${'a'.repeat(60)}!"}`;

test('a pattern that hangs other engines just runs', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', rule('(a+)+$'));
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
});

test('a pattern that needs backtracking is stopped and named, and the page goes on', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=700');
  await playground.paste('Events', EVENTS);
  const pattern = '^(?=.*a)(a+)+$';
  await playground.paste('Rule', rule(pattern));
  await expect(playground.banner()).toContainText(pattern);
  await expect(playground.banner()).toContainText('took too long');

  await playground.paste('Rule', rule('^a+!$'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.banner()).toBeHidden();
});

for (const [what, modifier, value, named] of SLOW_VALUES)
  test(`${what} that is slow is stopped and named, and the page goes on`, async ({ page }) => {
    const playground = await new Playground(page).open('./?patience=400');
    const events = ['xa', slowText(), 'xa'].map((F) => JSON.stringify({ F }));
    await playground.paste('Events', events.join('\n'));
    const text = (last: string) =>
      `title: t\ndetection:\n    s:\n        F|contains: xa\n    t:\n        ${last}\n    condition: s or t\n`;
    await playground.paste('Rule', text(`${modifier ? `F|${modifier}` : 'F'}: '${value}'`));
    await expect(playground.banner()).toContainText(`The pattern ${named}`, { timeout: 30_000 });
    await expect(playground.banner()).toContainText('took too long');
    // Only the rule is stopped: without that value it has its verdicts.
    await playground.paste('Rule', text("F: 'other'"));
    await expect(playground.verdict(3, 'match')).toBeVisible();
    await expect(playground.banner()).toBeHidden();
  });

test('of several patterns the one that hangs is named', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=700');
  await playground.paste('Events', `{"F":"aab"}\n{"F":"aab a"}\n${EVENTS}\n{"F":"aab"}`);
  const values = ['a(?=a)b', '^(?=.*a)(a+)+$', '(?=b)c'].map((p) => `'${p}'`).join(', ');
  await playground.paste(
    'Rule',
    rule('x').replace("'x'", () => `[${values}]`),
  );
  await expect(playground.banner()).toContainText('The pattern ^(?=.*a)(a+)+$ took too long');
});

test.describe('an event whose explanation never ends', () => {
  // `test` finds `ab` and ends; the explanation looks for every match, and hangs on the many `x`.
  const PATTERN = 'a(?=b)|(x+)+(?=z)';
  const RULE = `title: t\ndetection:\n    s:\n        k|re: '${PATTERN}'\n    condition: s\n`;
  const MANY = [
    ...Array.from({ length: 399 }, (_, i) => `{"k":"ab ${i}"}`),
    `{"k":"ab${'x'.repeat(34)}"}`,
  ].join('\n');

  test('is named, and the page goes on', async ({ page }) => {
    const playground = await new Playground(page).open('./?patience=700');
    await playground.paste('Events', MANY);
    // A paste leaves the cursor in the last event; the first is chosen, and on screen.
    await playground.verdicts().focus();
    await page.keyboard.press('Home');
    await playground.paste('Rule', RULE);
    await expect(page.getByRole('heading', { name: 'Why event 1 matches' })).toBeVisible();
    await expect(playground.banner()).toBeHidden();

    await playground.verdicts().focus();
    await page.keyboard.press('End');
    await expect(playground.banner()).toContainText(PATTERN);
    await expect(playground.banner()).toContainText('took too long on event 400');
    await expect(page.getByRole('heading', { name: 'Event 400 is not explained' })).toBeVisible();
    // The verdict is known all the same.
    await expect(playground.verdict(400, 'match')).toBeVisible();

    // Another event is explained, by the same pattern.
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('heading', { name: 'Why event 399 matches' })).toBeVisible();
    // The explanation that was stopped is not started again.
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: 'Event 400 is not explained' })).toBeVisible();

    // An edit is evaluated while that event is still chosen.
    await playground.box('Rule').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('level: high');
    await expect(playground.banner()).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Event 400 is not explained' })).toBeVisible();
    await playground.paste('Rule', RULE.replace(PATTERN, 'a(?=b)'));
    await expect(page.getByRole('heading', { name: 'Why event 400 matches' })).toBeVisible();
  });
});

test.describe('events on which the rule hangs', () => {
  const HANGS = rule('^(?=.*a)(a+)+$');
  const MANY = [...Array.from({ length: 40 }, (_, i) => `{"F":"b ${i}"}`), EVENTS, '{"F":"last"}'].join('\n');

  test('have no verdict, which the sum says, and the first of them is the chosen one', async ({ page }) => {
    const playground = await new Playground(page).open('./?patience=700');
    await playground.paste('Rule', HANGS);
    await playground.paste('Events', MANY);
    await expect(playground.banner()).toContainText('took too long');
    await playground.paste('Rule', rule('^a+!$'));
    await expect(page.locator('.verdicts-summary')).toContainText('1 matches · 41 do not');
    await expect(page.locator('.verdicts-cell-chosen')).toHaveText('1');
    await expect(page.locator('.verdicts-summary')).not.toContainText('without a verdict');
  });

  test('are shared with made-up names all the same, without the comparison', async ({ page }) => {
    const playground = await new Playground(page).open('./?patience=700');
    await playground.paste('Events', `${EVENTS.slice(0, -1)},"User":"LAB\\\\mira"}`);
    await playground.paste('Rule', HANGS);
    await expect(playground.banner()).toContainText('took too long');
    await page.getByRole('button', { name: 'Redact…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog.getByRole('status')).toContainText('took too long');
    await dialog.getByRole('button', { name: 'Replace without running the rule' }).click();
    await expect(dialog.getByRole('status')).toContainText('The rule was not run');
    const preview = dialog.getByRole('textbox', { name: 'Events as they are shared' });
    await expect(preview).not.toHaveValue(/mira/);
    await expect(preview).toHaveValue(/user1/);
    await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeEnabled();
  });
});
