import { expect, type Locator, type Page, test } from '@playwright/test';
import { visitBefore } from './offline-mode';
import { Playground, RULE } from './playground';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Reference' });
const entry = (page: Page): Locator => dialog(page).getByRole('region', { name: 'Entry' });
const result = (page: Page): Locator => entry(page).getByRole('region', { name: 'Result' });
const heading = (page: Page): Locator => entry(page).getByRole('heading', { level: 3 });

test('a modifier is found, runs in place, and can be changed', async ({ page }) => {
  await new Playground(page).open();
  await page.getByRole('button', { name: 'Reference' }).click();
  const search = dialog(page).getByRole('combobox', { name: 'Search the reference' });
  await expect(search).toBeFocused();
  await page.keyboard.type('windash');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/^windash modifier$/);
  await expect(result(page)).toContainText('Event 1: match.');
  await expect(result(page)).toContainText('Event 2: no match.');
  await entry(page)
    .getByRole('textbox', { name: 'Rule' })
    .fill(
      await entry(page)
        .getByRole('textbox', { name: 'Rule' })
        .inputValue()
        .then((rule) => rule.replace('|windash', () => '')),
    );
  await expect(result(page)).toContainText('Event 1: no match.');
  await entry(page).getByRole('button', { name: 'As it was' }).click();
  await expect(result(page)).toContainText('Event 1: match.');
  await page.keyboard.press('Shift+F1');
  await expect(dialog(page)).toBeHidden();
});

test('one key leads from the cursor to the entry, and back to the cursor', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  for (const [text, line, name] of [
    ['|endswith', 7, /^endswith modifier$/],
    ['logsource', 2, /^logsource key$/],
    ["'/priv'", 10, /^text form of a value$/],
  ] as const) {
    const { x, y } = await playground.place('Rule', RULE.indexOf(text) + 3);
    await page.mouse.click(x, y);
    await page.keyboard.press('Shift+F1');
    await expect(heading(page)).toHaveText(name);
    await page.keyboard.press('Shift+F1');
    await expect(dialog(page)).toBeHidden();
    await expect(playground.box('Rule')).toBeFocused();
    expect(await playground.cursorLine('Rule')).toBe(line);
  }
});

test('a suggestion and a hover lead to their entries', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const offset = RULE.indexOf('|endswith') + 4;
  await playground.hover('Rule', offset);
  await expect(page.locator('.monaco-hover').filter({ hasText: 'ends with' }).first()).toBeVisible();
  await playground.box('Rule').focus();
  await playground.hover('Rule', offset);
  await expect(page.locator('.monaco-hover').filter({ hasText: 'ends with' }).first()).toBeVisible();
  await page.keyboard.press('Shift+F1');
  await expect(heading(page)).toHaveText(/^endswith modifier$/);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  const { x, y } = await playground.place('Rule', RULE.indexOf('|contains') + '|contains'.length);
  await page.mouse.click(x, y);
  await page.keyboard.type('|win');
  await expect(page.locator('.suggest-widget')).toContainText('windash');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F1');
  await expect(heading(page)).toHaveText(/modifier$/);
});

test('a problem leads to its check, with the rule that has it and the one that has not', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    RULE.replace('title: Whoami', () => 'title: Whoami.'),
  );
  await playground.tab('Problems');
  const row = page.locator('.problems-row').filter({ hasText: 'title-dot' });
  await row.getByRole('button').first().focus();
  await page.keyboard.press('Shift+F1');
  await expect(heading(page)).toHaveText(/^title-dot check$/);
  await expect(result(page).getByRole('list', { name: 'Problems' })).toContainText('title-dot');
  await entry(page).getByRole('button', { name: 'Not reported', exact: true }).click();
  await expect(result(page)).toHaveText('No problems.');
  await page.keyboard.press('Shift+F1');
  await expect(row.getByRole('button').first()).toBeFocused();
});

test.describe('links', () => {
  for (const [link, name] of [
    ['#ref=windash', /^windash modifier$/],
    ['#check=unc-backslash', /^unc-backslash check$/],
    ['#ref=event_count', /^event_count type of correlation$/],
    ['#ref=field:CommandLine', /^CommandLine field$/],
  ] as const)
    test(link, async ({ page }) => {
      await new Playground(page).open(`./${link}`);
      await expect(heading(page)).toHaveText(name);
      await expect(result(page)).toHaveAttribute('data-done', 'true');
      if (link.includes('count')) await expect(result(page)).toContainText('fires once');
      expect(new URL(page.url()).hash).toBe('');
    });

  test('to nothing says so', async ({ page }) => {
    await new Playground(page).open('./#ref=nothing-such');
    await expect(entry(page)).toHaveText('There is no entry “nothing-such”.');
  });
});

test('a pattern that hangs is stopped beside its entry, and the own rule goes on', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=300#ref=re');
  await expect(result(page)).toContainText('Event 1: match.');
  const rule = entry(page).getByRole('textbox', { name: 'Rule' });
  await entry(page)
    .getByRole('textbox', { name: 'Events' })
    .fill(
      JSON.stringify({
        EventID: 1,
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        CommandLine: 'a'.repeat(40),
      }),
    );
  await rule.fill((await rule.inputValue()).replace('tmp[0-9]{4}\\.exe', () => '^(?=(a+)+$)(a+)+b\\1$'));
  await expect(result(page)).toContainText('takes too long');
  await rule.fill((await rule.inputValue()).replace('^(?=(a+)+$)(a+)+b\\1$', () => 'a+'));
  await expect(result(page)).toContainText('Event 1: match.');
  await page.keyboard.press('Shift+F1');
  await expect(playground.banner()).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the reference opens from More, and fits', async ({ page }) => {
    await visitBefore(page);
    await page.goto('./');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Reference' }).click();
    await dialog(page).getByRole('combobox').fill('cidr');
    await dialog(page).getByRole('option', { name: 'cidr modifier' }).click();
    await expect(result(page)).toContainText('Event 1: match.');
    const sizes = await entry(page).evaluate((e) => [e.scrollWidth, e.clientWidth]);
    expect(sizes[0]).toBeLessThanOrEqual(sizes[1]!);
  });
});
