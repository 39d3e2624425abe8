import { expect, type Locator, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

async function place(page: Playground, side: 'Rule' | 'Events', text: string): Promise<Locator> {
  const pane = page.page.getByRole('region', { name: `${side} pane` });
  return pane.locator('.view-line').filter({ hasText: text }).first();
}

test('pointing at a mark in the events lights the value in the rule', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  const mark = (await playground.marks('Events')).find((m) => m.text === ' /all');
  expect(mark).toBeDefined();
  await playground.hover('Events', mark?.start ?? 0);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual([expect.stringContaining(' /all')]);
  await page.mouse.move(5, 5);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual([]);
});

test('pointing at a value in the rule lights its characters in the events', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  await playground.hover('Rule', RULE.indexOf("'/priv'") + 3);
  await expect.poll(() => playground.marked('Events', 'mark-lit')).toEqual(['/priv']);
});

test('pointing at what a wildcard matched lights its star', async ({ page }) => {
  const playground = await new Playground(page).open();
  const rule = "title: t\ndetection:\n    s:\n        F|startswith: 'ab*ef'\n    condition: s\n";
  await playground.paste('Rule', rule);
  await playground.paste('Events', '{"F":"ab-cd-ef"}');
  await expect.poll(() => playground.marked('Events', 'mark-wildcard')).toContain('-cd-');
  const taken = (await playground.marks('Events')).find((m) => m.text === '-cd-');
  await playground.hover('Events', (taken?.start ?? 0) + 1);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual(['*']);
});

test('a click on a mark moves the other side’s cursor', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  await expect(await place(playground, 'Rule', 'title')).toBeVisible();
  const mark = (await playground.marks('Events')).find((m) => m.text === ' /all');
  const { x, y } = await playground.place('Events', mark?.start ?? 0);
  await page.mouse.click(x, y);
  const line = await page.evaluate(() => {
    interface View {
      getModel(): { getLanguageId(): string } | null;
      getPosition(): { lineNumber: number } | null;
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
    return editor
      .getEditors()
      .find((e) => e.getModel()?.getLanguageId() === 'yaml')
      ?.getPosition()?.lineNumber;
  });
  expect(line).toBe(RULE.slice(0, RULE.indexOf("' /all'")).split('\n').length);
});
