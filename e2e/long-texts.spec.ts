import { expect, type Page, test } from '@playwright/test';
import { PAGE } from '../src/limits';
import { HEAVY_RULES, listRule, SMALL_EVENT } from './heavy';
import { EVENTS, Playground, RULE, type Side } from './playground';

/*
 * A text that is too long for one task comes into its editor in slices. For the person it is one paste: one undo, the
 * cursor behind it, what is typed meanwhile behind that, and nothing lost by a reload in between.
 */

const LONG = HEAVY_RULES['50,000 networks in one list']!();
const rested = (page: Page) => page.locator('html[data-resting]').waitFor({ state: 'attached' });
const insert = async (page: Page, side: Side, text: string) => {
  await page.getByRole('textbox', { name: side, exact: true }).focus();
  await page.keyboard.insertText(text);
};

test('a long paste is one step of undo, and one of redo', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.keyboard.press('Control+A');
  await insert(page, 'Rule', LONG);
  await rested(page);
  expect(await playground.text('Rule')).toBe(LONG);
  await page.keyboard.press('Control+Z');
  expect(await playground.text('Rule')).toBe(RULE);
  await page.keyboard.press('Control+Shift+Z');
  await rested(page);
  expect(await playground.text('Rule')).toBe(LONG);
});

test('undo and redo while a long paste comes in follow each other', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.keyboard.press('Control+A');
  await insert(page, 'Rule', LONG);
  for (const key of ['Control+Z', 'Control+Shift+Z', 'Control+Z', 'Control+Y'])
    await page.keyboard.press(key);
  await page.keyboard.insertText('#');
  await rested(page);
  expect(await playground.text('Rule')).toBe(`${LONG}#`);
  for (const before of [LONG, RULE]) {
    await page.keyboard.press('Control+Z');
    await rested(page);
    expect(await playground.text('Rule')).toBe(before);
  }
});

test('a long text whose sheet is shown again has its undo and its cursor', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.keyboard.press('Control+A');
  await insert(page, 'Rule', LONG);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('#');
  const line = await playground.cursorLine('Rule');
  await page.getByRole('button', { name: 'New sheet' }).click();
  await expect.poll(() => playground.text('Rule')).toBe('');
  await page.keyboard.press('Alt+Shift+PageUp');
  await rested(page);
  expect(await playground.text('Rule')).toBe(`${LONG}#`);
  expect(await playground.cursorLine('Rule')).toBe(line);
  await page.getByRole('textbox', { name: 'Rule', exact: true }).focus();
  for (const before of [LONG, RULE]) {
    await page.keyboard.press('Control+Z');
    await rested(page);
    expect(await playground.text('Rule')).toBe(before);
  }
});

test('what is typed and pressed while a long paste comes in stands behind it', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', '# before\n# after');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await insert(page, 'Rule', LONG);
  await page.keyboard.insertText('#');
  await page.keyboard.type(' typed');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('D\n');
  await rested(page);
  expect(await playground.text('Rule')).toBe(`# before\n${LONG}# typeD\n# after`);
});

test('undo in the midst of a long paste takes all of it back', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.keyboard.press('Control+End');
  await insert(page, 'Rule', LONG);
  await page.keyboard.press('Control+Z');
  await rested(page);
  expect(await playground.text('Rule')).toBe(RULE);
  await expect(page.getByRole('region', { name: 'Rule pane' })).toBeVisible();
});

test('a reload in the midst of a long paste loses nothing of it', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', SMALL_EVENT);
  await playground.paste('Rule', RULE);
  await page.keyboard.press('Control+A');
  await insert(page, 'Rule', LONG);
  await page.reload();
  await playground.ready();
  await rested(page);
  const said = await page.locator('.notice').allTextContents();
  expect(ends(await playground.text('Rule')), said.join('\n')).toEqual(ends(LONG));
  expect(await playground.text('Events')).toBe(SMALL_EVENT);
});

/** Long enough to be kept in History, and short enough to be there soon. */
const APART = listRule('F|cidr', 10_000, (i) => `10.${i >> 8}.${i & 255}.0/24`);

test('of two sheets with long texts, a new tab has both', async ({ page, context }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', SMALL_EVENT);
  await playground.paste('Rule', APART);
  await page.getByRole('button', { name: 'New sheet' }).click();
  await expect.poll(() => playground.text('Rule')).toBe('');
  const mark = () => page.evaluate(() => localStorage.getItem('sigma-playground.work') ?? '');
  await playground.paste('Rule', `${APART}# second\n`);
  await expect.poll(mark).toMatch(/"elsewhere":"\w/);
  const first = await mark();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('# and more\n');
  await expect.poll(async () => /"elsewhere":"\w/.test(await mark()) && (await mark()) !== first).toBe(true);
  const other = await new Playground(await context.newPage()).open();
  await rested(other.page);
  expect(ends(await other.text('Rule'))).toEqual(ends(`${APART}# second\n# and more\n`));
  await other.page.keyboard.press('Alt+Shift+PageUp');
  await expect.poll(async () => ends(await other.text('Rule'))).toEqual(ends(APART));
});

/** Of a text that is too long to be printed: how long it is, and how it begins and ends. */
const ends = (text: string) => ({ length: text.length, begins: text.slice(0, 60), ends: text.slice(-60) });

test('two long texts, one after the other, and a short one after them', async ({ page }) => {
  const playground = await new Playground(page).open();
  for (const text of [LONG, `${LONG}# second\n`, RULE]) {
    await page.getByRole('textbox', { name: 'Rule', exact: true }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  }
  await rested(page);
  expect(await playground.text('Rule')).toBe(RULE);
  await page.keyboard.press('Control+Z');
  await rested(page);
  expect(await playground.text('Rule')).toBe(`${LONG}# second\n`);
});

test('a long text that was deleted or replaced comes back by undo, and goes by redo', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', '');
  await insert(page, 'Rule', LONG);
  await rested(page);
  for (const [change, after] of [
    [() => page.keyboard.press('Delete'), ''],
    [() => page.keyboard.type('#'), '#'],
  ] as const) {
    await page.keyboard.press('Control+A');
    await change();
    expect(await playground.text('Rule')).toBe(after);
    for (const [key, text] of [
      ['Control+Z', LONG],
      ['Control+Y', after],
      ['Control+Z', LONG],
    ] as const) {
      await page.keyboard.press(key);
      await rested(page);
      expect(await playground.text('Rule')).toBe(text);
    }
  }
});

test('a long file is opened and can be undone; its marks stand where they belong', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  const many = Array.from({ length: 20_000 }, (_, i) => JSON.stringify({ i })).join('\r\n');
  const text = `${EVENTS}\n${many}`;
  const file = { name: 'many.jsonl', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Open events file').setInputFiles(file);
  const read = text.replaceAll('\r\n', '\n');
  await expect.poll(async () => (await playground.text('Events')) === read).toBe(true);
  await expect.poll(async () => (await playground.marks('Events')).map((mark) => mark.text)).not.toEqual([]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
});

for (const [size, isWrapped] of [
  [PAGE.wrappedLine.value, true],
  [PAGE.wrappedLine.value + 1, false],
] as const)
  test(`a line of ${size} characters is ${isWrapped ? 'wrapped' : 'shown by its beginning, which is told, and kept'}`, async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    const text = `{"a":"${'x'.repeat(size - 8)}"}`;
    await playground.paste(
      'Rule',
      'title: T\nlogsource: {product: a}\ndetection:\n  s: {a|startswith: x}\n  condition: s\n',
    );
    await playground.paste('Events', text);
    await rested(page);
    const notice = page.getByRole('status').getByText('The editor shows its beginning');
    await expect(notice).toHaveCount(isWrapped ? 0 : 1);
    await expect(playground.verdict(1, 'match')).toBeVisible();
    const lines = page.locator('.editor-events .view-line');
    if (isWrapped) expect(await lines.count()).toBeGreaterThan(5);
    else await expect(lines).toHaveCount(1);
    // The editor is as usual again with another text, and is still to be typed into.
    await page.getByRole('textbox', { name: 'Events', exact: true }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    expect(await playground.text('Events')).toBe(`${text} `);
    await playground.paste('Events', EVENTS);
    await expect(notice).toHaveCount(0);
  });
