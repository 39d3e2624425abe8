import { expect, type Page, test } from '@playwright/test';
import { Playground, RULE } from './playground';

const event = (n: number, matches = false) =>
  JSON.stringify({
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    Image: matches ? 'C:\\Windows\\whoami.exe' : `C:\\${n}.exe`,
    CommandLine: matches ? 'whoami /all' : `number ${n}`,
  });
const events = (count: number) => Array.from({ length: count }, (_, i) => event(i + 1)).join('\n');
const tall = (n: number) => JSON.stringify(JSON.parse(event(n)), null, 1).replace('{', `{${'\n'.repeat(60)}`);

/** The numbers of the first and the last line of a side that can be seen whole. */
function seen(page: Page, side: 'rule' | 'events'): Promise<[number, number]> {
  return page.evaluate((path) => {
    interface View {
      getModel(): { uri: { path: string } } | null;
      getVisibleRanges(): { startLineNumber: number; endLineNumber: number }[];
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
    const ranges = editor
      .getEditors()
      .find((e) => e.getModel()?.uri.path === path)!
      .getVisibleRanges();
    return [ranges[0]!.startLineNumber, ranges.at(-1)!.endLineNumber];
  }, `/${side}`);
}

const chosen = (page: Page, n: number) =>
  page.locator('.verdicts-cell-chosen').filter({ hasText: new RegExp(`^\\D*${n}$`) });
const isSeen = async (page: Page, line: number) => {
  const [first, last] = await seen(page, 'events');
  return line >= first && line <= last;
};

test.describe('after a paste its start is visible', () => {
  for (const [side, name, text] of [
    ['rule', 'Rule', `${RULE}${Array.from({ length: 90 }, (_, i) => `# ${i}`).join('\n')}\n`],
    ['events', 'Events', events(90)],
  ] as const)
    test(name, async ({ page }) => {
      const playground = await new Playground(page).open();
      await playground.paste(name, text);
      await expect.poll(async () => (await seen(page, side))[0]).toBe(1);
      await expect(chosen(page, 1)).toBeVisible();
      // Typing continues where the paste ended.
      await page.keyboard.type(' ');
      await expect.poll(async () => (await seen(page, side))[1]).toBeGreaterThan(80);
    });
});

test('the first of pasted events is chosen, and is visible', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', `${events(3)}\n`);
  await expect(chosen(page, 1)).toBeVisible();
  await playground.box('Events').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`\n${events(60)}\n`);
  await expect(chosen(page, 4)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why event 4 does not match' })).toBeVisible();
  expect(await isSeen(page, 5)).toBe(true);
  // In front of all others.
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText(`${event(1, true)}\n${event(2, true)}\n`);
  await expect(playground.verdict(2, 'no match').or(playground.verdict(2, 'match'))).toBeVisible();
  await expect(chosen(page, 1)).toBeVisible();
  expect(await isSeen(page, 1)).toBe(true);
});

test('the event that is being edited is the chosen one', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', events(5));
  await expect(chosen(page, 1)).toBeVisible();
  await playground.box('Events').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+End');
  await expect(chosen(page, 5)).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('{"Image":"6.exe"} ');
  // The cursor is after the typed event, before the event that was first.
  await expect(page.getByRole('option')).toHaveCount(6);
  await expect(chosen(page, 2)).toBeVisible();
});

test.describe('the chosen event is visible', () => {
  test('after a reload', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', events(80));
    await expect(chosen(page, 1)).toBeVisible();
    await playground.verdicts().focus();
    await page.keyboard.press('End');
    await expect(chosen(page, 80)).toBeVisible();
    await page.reload();
    await playground.ready();
    await expect(chosen(page, 80)).toBeVisible();
    await expect.poll(() => isSeen(page, 80)).toBe(true);
  });

  test('after the Undo of a notice, which chooses again what was chosen', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', events(80));
    await expect(chosen(page, 1)).toBeVisible();
    await playground.verdicts().focus();
    await page.keyboard.press('End');
    await expect(chosen(page, 80)).toBeVisible();
    const pane = page.getByRole('region', { name: 'Events pane' });
    await pane.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(chosen(page, 80)).toBeVisible();
    await expect.poll(() => isSeen(page, 80)).toBe(true);
  });

  test('where one pane is shown at a time', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const playground = await new Playground(page).open();
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await panes.getByRole('button', { name: /^Events/ }).click();
    await playground.paste('Events', events(80));
    await expect(chosen(page, 1)).toBeVisible();
    await panes.getByRole('button', { name: 'Explain' }).click();
    await playground.verdicts().focus();
    await page.keyboard.press('End');
    await expect(chosen(page, 80)).toBeVisible();
    await panes.getByRole('button', { name: /^Events/ }).click();
    await expect.poll(() => isSeen(page, 80)).toBe(true);
  });

  test('with its start, where it is higher than the editor', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', [1, 2, 3].map(tall).join('\n'));
    await expect(chosen(page, 1)).toBeVisible();
    await page.getByRole('option', { name: /^Event 2:/ }).click();
    await expect.poll(() => isSeen(page, 67)).toBe(true);
    expect(await playground.cursorLine('Events')).toBe(67);
  });
});

test('“Only matches” says how many it hides, also where it hides all', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', `${event(1)}\n${event(2, true)}\n${event(3)}`);
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await page.getByRole('button', { name: 'Only matches' }).click();
  await expect(page.getByText('1 matches · 2 hidden')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await playground.paste('Events', `${event(1)}\n${event(2)}`);
  await expect(page.getByText('None matches: 2 events hidden.')).toBeVisible();
  await expect(page.getByText('0 match · 2 hidden')).toBeVisible();
  await playground.paste('Events', event(1, true));
  await expect(page.getByText('1 matches', { exact: true })).toBeVisible();
});
