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
  await hover(playground, 'Events', mark?.start ?? 0);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual([expect.stringContaining(' /all')]);
  await page.mouse.move(5, 5);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual([]);
});

test('pointing at a value in the rule lights its characters in the events', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  await hover(playground, 'Rule', RULE.indexOf("'/priv'") + 3);
  await expect.poll(() => playground.marked('Events', 'mark-lit')).toEqual(['/priv']);
});

test('what a wildcard took lights its star', async ({ page }) => {
  const playground = await new Playground(page).open();
  const rule = "title: t\ndetection:\n    s:\n        F|startswith: 'ab*ef'\n    condition: s\n";
  await playground.paste('Rule', rule);
  await playground.paste('Events', '{"F":"ab-cd-ef"}');
  await expect.poll(() => playground.marked('Events', 'mark-wildcard')).toContain('-cd-');
  const taken = (await playground.marks('Events')).find((m) => m.text === '-cd-');
  await hover(playground, 'Events', (taken?.start ?? 0) + 1);
  await expect.poll(() => playground.marked('Rule', 'mark-lit')).toEqual(['*']);
});

test('a click on a mark moves the other side’s cursor', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect.poll(() => playground.marked('Events')).toContain(' /all');
  await expect(await place(playground, 'Rule', 'title')).toBeVisible();
  const mark = (await playground.marks('Events')).find((m) => m.text === ' /all');
  const { x, y } = await at(playground, 'Events', mark?.start ?? 0);
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

async function hover(playground: Playground, side: 'Rule' | 'Events', offset: number): Promise<void> {
  const { x, y } = await at(playground, side, offset);
  await playground.page.mouse.move(x - 1, y);
  await playground.page.mouse.move(x + 2, y);
}

/** The place on the screen of a character. */
async function at(
  playground: Playground,
  side: 'Rule' | 'Events',
  offset: number,
): Promise<{ x: number; y: number }> {
  const place = await playground.page.evaluate(
    ([language, target]) => {
      interface View {
        getModel(): {
          getLanguageId(): string;
          getPositionAt(offset: number): { lineNumber: number; column: number };
        } | null;
        revealPosition(position: unknown): void;
        getScrolledVisiblePosition(position: unknown): { top: number; left: number; height: number } | null;
        getDomNode(): HTMLElement | null;
      }
      const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
      const view = editor.getEditors().find((e) => e.getModel()?.getLanguageId() === language);
      const position = view?.getModel()?.getPositionAt(Number(target));
      if (!view || !position) return null;
      view.revealPosition(position);
      const seen = view.getScrolledVisiblePosition(position);
      const box = view.getDomNode()?.getBoundingClientRect();
      return seen && box ? { x: box.left + seen.left + 3, y: box.top + seen.top + seen.height / 2 } : null;
    },
    [side === 'Rule' ? 'yaml' : 'events-json', offset] as const,
  );
  if (!place) throw new Error('The character is not on the screen.');
  return place;
}
