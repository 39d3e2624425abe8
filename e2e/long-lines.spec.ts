import { expect, test } from '@playwright/test';
import { PAGE } from '../src/limits';
import { pairedBrackets } from './paired-brackets';
import { Playground } from './playground';

test('brackets are coloured in pairs until a line has too many of them, and again once it has not', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  const events = (brackets: number) =>
    `{"a":${'['.repeat(brackets / 2 - 1)}1${']'.repeat(brackets / 2 - 1)}}`;
  const most = PAGE.lineBrackets.value;
  await playground.paste('Events', events(most));
  await expect.poll(async () => (await pairedBrackets(page)).all).toBeGreaterThan(0);
  await playground.paste('Events', events(most + 2));
  await page.locator('html[data-resting]').waitFor({ state: 'attached' });
  expect((await pairedBrackets(page)).all).toBe(0);
  await playground.paste('Events', '{"a":[1]}');
  await expect.poll(async () => (await pairedBrackets(page)).all).toBe(4);
});

for (const length of [PAGE.composedLine.value, PAGE.composedLine.value + 1])
  test(`what is typed and pasted around a line of ${length} characters stands where it was typed`, async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    const line = `{"a":"${'x'.repeat(length - 9)}"`;
    await playground.paste('Events', line);
    await page.keyboard.press('End');
    await page.keyboard.type(' }');
    await expect.poll(() => playground.text('Events')).toBe(`${line} }`);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('" }');
    await expect.poll(() => playground.text('Events')).toBe(`${line} }`);
  });
