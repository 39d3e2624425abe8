import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground, RULE } from './playground';

/*
 * Small things that have to be seen whole, or as what they are.
 */

const hidden = (words: Locator) =>
  words.evaluate((e) => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]);
const status = (page: Page) => page.locator('.pane-status').first();
const picker = (page: Page) =>
  page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: /^Version of Sigma/ });

for (const width of [1440, 1280, 390])
  test(`the rule’s status is whole beside tests and a version, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const playground = await new Playground(page).open('./#example=audit-not-restarted');
    const panes = page.getByRole('navigation', { name: 'Panes' });
    if (await panes.isVisible()) await panes.getByRole('button', { name: 'Rule' }).click();
    await expect(picker(page)).toHaveAccessibleName('Version of Sigma: 2.1.0 + own');
    await expect(status(page)).toContainText('✓ 9');
    const text = await playground.text('Rule');
    await playground.paste('Rule', `${text.replace('condition: keywords', 'condition: shuts')}related: [`);
    await expect(status(page)).toContainText('last good result');
    // As far as its lines can be read, the text says its versions as before.
    await expect(picker(page)).toHaveAccessibleName('Version of Sigma: 2.1.0 + own');
    for (const words of await status(page).locator(':scope > span').all())
      if (await words.isVisible()) expect((await hidden(words))[0]).toBeLessThanOrEqual(0);
  });

test('a notice of three lines shows all three', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await new Playground(page).open('./#example=new-account-filter');
  const notice = page.locator('.notice-text');
  await expect(notice).toContainText('New account, with a filter beside the rule');
  await expect(notice).toHaveClass(/notice-text-close/);
  await expect.poll(async () => Math.max(...(await hidden(notice)))).toBeLessThanOrEqual(1);
  await page.setViewportSize({ width: 1900, height: 900 });
  await expect(notice).not.toHaveClass(/notice-text-close/);
  await expect.poll(async () => Math.max(...(await hidden(notice)))).toBeLessThanOrEqual(1);
});

test('a quiet button that does nothing looks so', async ({ page }) => {
  await new Playground(page).open('./#example=failed-logons&stage=1.1');
  const stage = page.getByRole('dialog', { name: 'Stage' });
  const before = stage.getByRole('button', { name: 'The one before' });
  const next = stage.getByRole('button', { name: 'The next one' });
  await expect(before).toBeDisabled();
  await expect(next).toBeEnabled();
  const strength = (of: Locator) =>
    of.evaluate((e) => {
      const parts = (getComputedStyle(e).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      const [r = 0, g = 0, b = 0] = parts;
      return Math.abs(255 - (r + g + b) / 3);
    });
  expect(await strength(before)).toBeLessThan((await strength(next)) * 0.6);
  await page.emulateMedia({ forcedColors: 'active' });
  const colour = (of: Locator) => of.evaluate((e) => getComputedStyle(e).color);
  expect(await colour(before)).not.toBe(await colour(next));
});

test('on the stage a blank at the end of a value is seen, and a key for what is not there says so', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    RULE.replace(/condition: .*/, 'condition: blank\n    blank:\n        CommandLine|contains: "a "'),
  );
  await playground.paste(
    'Events',
    '{"EventID": 1, "CommandLine": "a b"}\n{"EventID": 1, "CommandLine": "b"}',
  );
  await page.keyboard.press('F9');
  const stage = page.getByRole('dialog', { name: 'Stage' });
  await expect(stage.getByText(/^Step 1 of \d+$/)).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('The rule has no correlation.')).toBeVisible();
  const words = stage.getByRole('region', { name: 'Step' });
  await page.keyboard.press(']');
  await expect(stage.getByText('Event 2', { exact: true })).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByText('Event 2 has no evasion')).toBeVisible();
  await page.keyboard.press('[');
  const all = Number(/of (\d+)$/.exec((await stage.getByText(/^Step 1 of \d+$/).textContent())!)![1]);
  const codes: string[] = [];
  for (let i = 1; i <= all; i++) {
    await expect(stage.getByText(`Step ${i} of ${all}`, { exact: true })).toBeVisible();
    codes.push(...(await words.locator('code').allTextContents()));
    await page.keyboard.press('PageDown');
  }
  expect(codes).toContain('a␣');
});

test('a lesson’s code keeps its blanks', async ({ page }) => {
  await new Playground(page).open();
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('button', { name: /^Begin:/ }).click();
  const code = page.locator('.lesson-text code').first();
  await expect(code).toBeVisible();
  const widths = await code.evaluate((e) => {
    const wide = (text: string) => {
      e.textContent = text;
      return e.getBoundingClientRect().width;
    };
    return [wide('a b'), wide('a  b')];
  });
  expect(widths[1]).toBeGreaterThan(widths[0]!);
});
