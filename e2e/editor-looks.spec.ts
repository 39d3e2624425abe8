import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground, RULE } from './playground';

/** The contrast of text and background by WCAG; both are computed styles, `rgb(…)`. */
function contrast(text: string, ground: string): number {
  const [one, two] = [text, ground].map((colour) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) => {
      const share = Number(channel) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  });
  return Math.max(one!, two!) / Math.min(one!, two!);
}

const styles = (element: Locator) =>
  element.evaluate((e) => {
    const { backgroundColor, color, boxShadow, borderTopWidth } = getComputedStyle(e);
    return { backgroundColor, color, boxShadow, borderTopWidth };
  });

/** Types where a field's name belongs. Returns the list of suggestions that opens by itself. */
async function suggested(page: Page, written: string): Promise<Locator> {
  const field = "Image|endswith: '\\whoami.exe'";
  await new Playground(page).paste('Rule', RULE.replace(field, ''));
  await page.evaluate((offset) => {
    interface View {
      getModel(): { getLanguageId(): string; getPositionAt(offset: number): unknown } | null;
      setPosition(position: unknown): void;
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): View[] } } }).monaco;
    const view = editor.getEditors().find((e) => e.getModel()?.getLanguageId() === 'yaml');
    view?.setPosition(view.getModel()?.getPositionAt(offset));
  }, RULE.indexOf(field));
  await page.keyboard.type(written);
  const list = page.locator('.suggest-widget');
  await expect(list.locator('.monaco-list-row').first()).toBeVisible();
  return list;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the context menu has a background, a border and a shadow', async ({ page }) => {
      await new Playground(page).open();
      await page.locator('.view-line').nth(3).click({ button: 'right' });
      const menu = page.locator('.monaco-menu-container');
      await expect(menu.getByRole('menuitem', { name: 'Cut' })).toBeVisible();
      const ground = await styles(menu.locator('.monaco-scrollable-element').first());
      const pane = await styles(page.getByRole('region', { name: 'Rule pane' }));
      expect(ground.backgroundColor).toBe(pane.backgroundColor);
      expect((await styles(menu)).boxShadow).not.toBe('none');
      const frame = await styles(menu.locator('.monaco-menu'));
      expect(Number.parseFloat(frame.borderTopWidth)).toBeGreaterThan(0);
      const item = await styles(menu.locator('.action-label').first());
      expect(contrast(item.color, ground.backgroundColor)).toBeGreaterThan(4.5);
    });

    test('in forced colours the editors use the system’s colours', async ({ page }) => {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await new Playground(page).open();
      const system = await page.evaluate(() => {
        const probe = document.createElement('span');
        probe.style.setProperty('forced-color-adjust', 'none');
        probe.style.color = 'CanvasText';
        probe.style.backgroundColor = 'Canvas';
        document.body.append(probe);
        const { color, backgroundColor } = getComputedStyle(probe);
        return { color, backgroundColor };
      });
      expect(contrast(system.color, system.backgroundColor)).toBeGreaterThan(7);
      for (const side of ['Rule', 'Events']) {
        const editor = page
          .getByRole('region', { name: `${side} pane` })
          .locator('.monaco-editor')
          .first();
        const ground = editor.locator('.monaco-editor-background').first();
        await expect(ground).toHaveCSS('background-color', system.backgroundColor);
        for (const words of await editor.locator('.view-line span > span').all())
          expect((await styles(words)).color).toBe(system.color);
      }
    });

    test('the editors follow at once when colours are forced, and when they no longer are', async ({
      page,
    }) => {
      await new Playground(page).open();
      const editor = page.locator('.monaco-editor').first();
      const ground = editor.locator('.monaco-editor-background').first();
      const key = editor.locator('.view-line span > span').first();
      const before = { ground: (await styles(ground)).backgroundColor, key: (await styles(key)).color };
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await expect(key).not.toHaveCSS('color', before.key);
      const forced = { ground: await styles(ground), key: await styles(key) };
      expect(contrast(forced.key.color, forced.ground.backgroundColor)).toBeGreaterThan(7);
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      await expect(key).toHaveCSS('color', before.key);
      await expect(ground).toHaveCSS('background-color', before.ground);
    });
  });
}

for (const [written, rows] of [
  ['Image|', 12],
  ['Image|ends', 1],
] as const) {
  test(`each row of the suggestions for ${written} is whole`, async ({ page }) => {
    await new Playground(page).open();
    const list = await suggested(page, written);
    const inside = async () => {
      const frame = await list.boundingBox();
      const boxes = await Promise.all(
        (await list.locator('.monaco-list-row').all()).map((r) => r.boundingBox()),
      );
      return boxes.filter(
        (row) => row && frame && row.y >= frame.y && row.y + row.height <= frame.y + frame.height,
      ).length;
    };
    await expect.poll(inside).toBe(rows);
    const [frame, first] = [
      await list.boundingBox(),
      await list.locator('.monaco-list-row').first().boundingBox(),
    ];
    // A row cut off would lie below, and the list would be less high than its rows.
    expect(frame!.height - rows * first!.height).toBeGreaterThanOrEqual(0);
    expect(frame!.height - rows * first!.height).toBeLessThan(first!.height / 2);
  });
}

test('the focus is visible: the editor has a border', async ({ page }) => {
  const playground = await new Playground(page).open();
  const edge = () =>
    page
      .locator('.editor-rule')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element, '::after').width));
  expect(await edge()).toBeNaN();
  await playground.box('Rule').focus();
  expect(await edge()).toBeGreaterThanOrEqual(2);
});

test('the mark of a match that wraps covers its characters only', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 900 });
  const playground = await new Playground(page).open();
  const long = 'ab-'.repeat(60);
  await playground.paste(
    'Rule',
    `title: T\ndetection:\n    s:\n        F|contains: '${long}'\n    condition: s\n`,
  );
  await playground.paste('Events', `{\n            "F": "x ${long} y"\n}`);
  await expect.poll(() => playground.marked('Events')).toEqual([long]);
  const pane = page.getByRole('region', { name: 'Events pane' });
  const boxes = pane.locator('.view-overlays .mark-match');
  await expect.poll(() => boxes.count()).toBeGreaterThan(2);
  const lines = await pane
    .locator('.view-line')
    .evaluateAll((all) => all.map((e) => ({ y: e.getBoundingClientRect().y, text: e.textContent ?? '' })));
  for (const box of await boxes.all()) {
    const { left, y } = await box.evaluate((e) => ({ left: e.style.left, y: e.getBoundingClientRect().y }));
    const line = lines.find((l) => Math.abs(l.y - y) < 10);
    if (left === '0px') expect(line?.text).toMatch(/^[^\s\u00a0]/);
  }
});
