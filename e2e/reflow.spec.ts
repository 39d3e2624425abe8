import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';
import { runCommand } from './run-command';

/*
 * A page of 320 CSS pixels, and one that is zoomed to 200 % (WCAG 1.4.10): in each view nothing is cut, and nothing has to be
 * scrolled in two directions. A diagram may be, as may what is a grid by its nature.
 */

/** What is cut or scrolls sideways. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    const width = document.documentElement.clientWidth;
    const root = document.scrollingElement;
    if (root && root.scrollWidth > width) out.push(`the page is ${root.scrollWidth} wide`);
    const called = (e: Element) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`;
    const isSeen = (e: Element) =>
      e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.monaco-editor');
    const controls =
      'button, a[href], input:not([type=file], [role=switch]), select, textarea, summary, [role=option]';
    for (const control of document.querySelectorAll(controls)) {
      const { left, right, width: own } = control.getBoundingClientRect();
      // React Aria's buttons to close a dialog are for screen readers alone.
      if (!isSeen(control) || own <= 1 || control.closest('[style*="clip"]')) continue;
      let edges: readonly [number, number] | null = [0, width];
      for (let around = control.parentElement; around && edges; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        const box = around.getBoundingClientRect();
        if (/auto|scroll/.test(overflowX) && around.scrollWidth > around.clientWidth) edges = null;
        else if (/hidden|clip/.test(overflowX))
          edges = [Math.max(edges[0], box.left), Math.min(edges[1], box.right)];
      }
      if (edges && (left < edges[0] - 1 || right > edges[1] + 1)) out.push(`cut: ${called(control)}`);
    }
    for (const one of document.querySelectorAll('*')) {
      const isExempt = one.closest('.diagram, .matrix, [role=tablist], .monaco-editor') !== null;
      if (isExempt || !isSeen(one)) continue;
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
        out.push(`scrolls sideways: ${called(one)}`);
    }
    return [...new Set(out)];
  });
}

const PANELS = ['matches', 'explain', 'rule', 'indicators', 'compare', 'tests', 'problems', 'catalog'];
const DIALOGS: readonly (readonly [command: string, name: string])[] = [
  ['examples…', 'Examples'],
  ['history…', 'History'],
  ['link options', 'Share'],
  ['reference…', 'Reference'],
  ['learn lessons', 'Learn Sigma'],
  ['learn write', 'Learn Sigma'],
  ['all keys', 'Keys'],
];

for (const [width, height] of [
  [320, 640],
  [720, 450],
] as const)
  test(`every view fits into ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await new Playground(page).open();
    const found: Record<string, string[]> = {};
    const look = async (view: string) => {
      await expect(page.locator('html[data-resting]')).toHaveCount(1);
      const wrong = await faults(page);
      if (wrong.length > 0) found[view] = wrong;
    };
    await look('rule');
    await runCommand(page, 'go to the events');
    await look('events');
    await runCommand(page, 'pin this version');
    for (const panel of PANELS) {
      await runCommand(page, `${panel} show the panel`);
      await look(panel);
    }
    await page.keyboard.press('F1');
    await expect(page.getByRole('combobox', { name: 'Search the commands' })).toBeFocused();
    await look('commands');
    await page.keyboard.press('Escape');
    for (const [command, name] of DIALOGS) {
      await runCommand(page, command);
      const dialog = page.getByRole('dialog', { name, exact: true });
      await expect(dialog).toBeVisible();
      await look(name);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    // A lesson has a sheet of its own.
    await runCommand(page, 'learn lessons');
    await page.getByRole('button', { name: /^Begin:/ }).click();
    await expect(page.getByRole('heading', { name: 'One field, one value' })).toBeVisible();
    await look('lesson');
    expect(found).toEqual({});
  });

test('where a page is as wide as a tablet, a lesson stands beside the work, from top to bottom', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 900 });
  await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  await runCommand(page, 'learn lessons');
  await page.getByRole('button', { name: /^Begin:/ }).click();
  const text = page.getByRole('article', { name: 'One field, one value' });
  await expect.poll(async () => (await text.boundingBox())?.height ?? 0).toBeGreaterThan(500);
  const rule = await page.getByRole('region', { name: 'Rule pane', exact: true }).boundingBox();
  const lesson = await text.boundingBox();
  expect(rule!.x).toBeGreaterThanOrEqual(lesson!.x + lesson!.width);
});
