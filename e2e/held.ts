import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { launchChromium } from './browser';
import { HEAVY_EVENTS, HEAVY_RULES, SMALL_EVENT, SMALL_RULE } from './heavy';
import type { Side } from './playground';

/*
 * `npm run held`: how long the page's own thread is held by texts that are far too long for a screen, in the built page.
 * Prints the longest task of each thing that a person does with such a text, in milliseconds of the thread's own time:
 * what other programs take of the processor does not count, though they still slow it down. `yardstick` is the time of a
 * fixed piece of work in the same page, to compare machines by. Measures and judges nothing. `npm run held -- networks`
 * takes the texts of that name.
 */

const PORT = Number(process.env.HELD_PORT ?? 4188);
const TABS = ['Matches', 'Rule', 'Indicators', 'Problems', 'Explain'];

/** An event of a trace, as far as it is looked at. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task on the threads of pages, in milliseconds. */
function longestIn(events: readonly Traced[]): number {
  const pages = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && /RunTask$/.test(name) && pages.some((page) => page.pid === pid && page.tid === tid),
  );
  return Math.round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}

/** A fresh visit, and what gives the longest task of a step. */
async function visit(work: (page: Page, longest: Longest) => Promise<void>): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await page.locator('.monaco-editor .view-lines').first().waitFor();
    await work(page, async (step) => {
      await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
      await step();
      const trace = await browser.stopTracing();
      return longestIn((JSON.parse(trace.toString()) as { traceEvents: Traced[] }).traceEvents);
    });
  } finally {
    await browser.close();
  }
}

type Longest = (step: () => Promise<unknown>) => Promise<number>;

/** A fixed piece of work: half objects, half numbers. */
function yardstick(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = Array.from({ length: 200_000 }, (_, i) => ({ key: `${(i * 7919) % 200_003}`, i }));
    list.sort((a, b) => (a.key < b.key ? -1 : 1));
    let sum = 0;
    for (let i = 0; i < 20_000_000; i++) sum = (Math.imul(sum, 31) + i) | 0;
    return sum + list.length;
  });
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

async function measure(
  page: Page,
  longestOf: Longest,
  { side, text }: { readonly side: Side; readonly text: string },
): Promise<Record<string, number>> {
  const longest: Record<string, number> = { yardstick: await longestOf(() => yardstick(page)) };
  const step = async (what: string, run: () => Promise<unknown>, done = () => rest(page)) => {
    longest[what] = await longestOf(async () => {
      await run();
      await done();
    });
  };
  const other = side === 'Rule' ? 'Events' : 'Rule';
  await step('start', () => paste(page, other, side === 'Rule' ? SMALL_EVENT : SMALL_RULE));
  await step('paste', () => paste(page, side, text));
  await step('key', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press(side === 'Rule' ? 'z' : ' ');
  });
  // The key first, then the paste, each once the other is there.
  for (const [what, key] of [
    ['undo', 'Control+Z'],
    ['redo', 'Control+Shift+Z'],
  ] as const)
    await step(what, async () => {
      await page.keyboard.press(key);
      await rest(page);
      await page.keyboard.press(key);
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
  await page.getByRole('button', { name: 'New sheet' }).click();
  await rest(page);
  await step('turn', () => page.keyboard.press('Alt+Shift+PageUp'));
  // What is stored while the page is left holds a page that nobody looks at any more.
  await step(
    'leave',
    () => page.goto('about:blank'),
    async () => {},
  );
  await step('return', async () => {
    await page.goBack();
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
      await visit(async (page, longest) => {
        const measured = await measure(page, longest, { side, text: text() });
        console.log(JSON.stringify({ text: name, ...measured }));
      });
await server.close();
