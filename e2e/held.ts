import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { launchChromium } from './browser';
import { HEAVY_EVENTS, HEAVY_RULES, SMALL_EVENT, SMALL_RULE } from './heavy';
import type { Side } from './playground';

/*
 * `npm run held`: how long the page's own thread is held by texts that are far too long for a screen, in the built page.
 * Prints the longest task, in milliseconds, of each thing that a person does with such a text. Measures and judges
 * nothing: the times are those of the machine. `npm run held -- networks` takes the texts of that name.
 */

const PORT = 4188;
const TABS = ['Matches', 'Rule', 'Indicators', 'Problems', 'Explain'];

/** A fresh visit that notes long tasks. */
async function visit(work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(() => {
      const held: number[] = [];
      Object.assign(globalThis, { held });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) held.push(Math.round(duration));
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await page.locator('.monaco-editor .view-lines').first().waitFor();
    await work(page);
  } finally {
    await browser.close();
  }
}

/** Waits until the page rests, and a little longer: what is stored or read later holds it too. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.locator('html[data-resting]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(1200);
}

/** Not through the editor's whole text, which would be a long task of its own. */
async function paste(page: Page, side: Side, text: string): Promise<void> {
  await page.getByRole('textbox', { name: side, exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

async function measure(page: Page, side: Side, text: string): Promise<Record<string, number>> {
  const longest: Record<string, number> = {};
  const step = async (what: string, run: () => Promise<unknown>) => {
    await run();
    await rest(page);
    const held = await page.evaluate(() => (globalThis as unknown as { held: number[] }).held.splice(0));
    longest[what] = Math.max(0, ...held);
  };
  const other = side === 'Rule' ? 'Events' : 'Rule';
  await step('start', () => paste(page, other, side === 'Rule' ? SMALL_EVENT : SMALL_RULE));
  await step('paste', () => paste(page, side, text));
  await step('key', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press(side === 'Rule' ? 'z' : ' ');
  });
  await step('point', async () => {
    const box = await page.locator(`.editor-${side.toLowerCase()}`).boundingBox();
    if (!box) return;
    for (const y of [60, 140, 200]) {
      await page.mouse.move(box.x + 200, box.y + y);
      await page.waitForTimeout(500);
    }
  });
  for (const tab of TABS) await step(tab, () => page.getByRole('tab', { name: tab }).click());
  await step('reload', async () => {
    await page.reload();
    await page.locator('.monaco-editor .view-lines').first().waitFor();
  });
  return longest;
}

const server = await preview({ preview: { host: '127.0.0.1', port: PORT, strictPort: true } });
const wanted = process.argv[2] ?? '';
for (const [side, texts] of [
  ['Rule', HEAVY_RULES],
  ['Events', HEAVY_EVENTS],
] as const)
  for (const [name, text] of Object.entries(texts))
    if (name.includes(wanted))
      await visit(async (page) =>
        console.log(JSON.stringify({ text: name, ...(await measure(page, side, text())) })),
      );
await server.close();
