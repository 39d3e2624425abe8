import type { Page } from '@playwright/test';
import { sysmonLines } from '../../src/bench/events';
import { random } from '../../src/bench/random';
import { caretTo, measureKeystrokes, percentile, RULE, takeMeasured } from '../keystrokes';
import { Playground } from '../playground';
import { textsOf } from './engine';
import { noted, type Outcome } from './in-engine';

/*
 * The real page, worn by many edits, and given mutated texts.
 */

/** How much more memory there may be at the end than after the first edits, and how much slower a keystroke. */
const MOST_HEAP = 1.15;
const MOST_SLOWER = 1.2;
/** Edits from which the two ends are judged. */
const END = 300;
/** Every third edit is a key whose marks are timed. */
const TIMED = 3;
/** Milliseconds for marks to come. */
const PATIENCE = 20_000;

/** Megabytes of the page's own heap after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

const rests = (page: Page) =>
  page.locator('html[data-resting]').waitFor({ state: 'attached', timeout: 60_000 });

/** Edits a rule beside five hundred events, and compares the end with the beginning. */
export async function editPage(page: Page, edits: number, seed: number): Promise<Outcome> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`edits, seed ${seed}: ${error.stack ?? error.message}`));
  const playground = await new Playground(page).open();
  await playground.paste('Events', sysmonLines(500).join('\n'));
  await playground.paste('Rule', RULE);
  await rests(page);
  await measureKeystrokes(page);
  const next = random(seed);
  const heaps: number[] = [];
  const times: number[] = [];
  let seen = 0;
  for (let edit = 1; edit <= edits; edit++) {
    if (edit % TIMED === 0) {
      seen += await timedKey(page, times);
    } else await otherEdit(page, next);
    // From time to time the rule is whole again, as after undoing.
    if (edit % 30 === 0) await playground.paste('Rule', RULE);
    if (edit === END || edit === edits) {
      await playground.paste('Rule', RULE);
      await rests(page);
      heaps.push(await heapOf(page));
    }
  }
  const count = Math.floor(END / TIMED);
  const [first, last] = [percentile(times.slice(0, count), 0.95), percentile(times.slice(-count), 0.95)];
  const [heapFirst, heapLast] = [heaps[0]!, heaps.at(-1)!];
  if (heapLast > heapFirst * MOST_HEAP)
    faults.push(`edits, seed ${seed}: the heap grew from ${heapFirst} to ${heapLast} MB`);
  if (last > first * MOST_SLOWER)
    faults.push(`edits, seed ${seed}: keystrokes slowed down from ${first} to ${last} ms`);
  if (seen < times.length * 0.9)
    faults.push(`edits, seed ${seed}: marks came after ${seen} of ${times.length} keys only`);
  const rounded = (value: number) => Number(value.toFixed(1));
  return {
    figures: {
      edits,
      'heap first, MB': rounded(heapFirst),
      'heap last, MB': rounded(heapLast),
      'p95 first, ms': rounded(first),
      'p95 last, ms': rounded(last),
      timed: times.length,
    },
    faults,
  };
}

/** Types into the value of `CommandLine` and takes it away again; gives 1 if the marks changed. */
async function timedKey(page: Page, times: number[]): Promise<number> {
  const playground = new Playground(page);
  await rests(page);
  // A rule that the edits have broken has no marks that could come.
  const pane = page.getByRole('region', { name: 'Rule pane' });
  if (!(await pane.getByText('compiles', { exact: true }).isVisible())) {
    await playground.paste('Rule', RULE);
    await rests(page);
  }
  const text = await playground.text('Rule');
  const at = text.indexOf("CommandLine|contains: 'e");
  if (at < 0) return 0;
  await caretTo(page, at + "CommandLine|contains: 'e".length);
  await takeMeasured(page);
  await page.keyboard.press('x');
  const isSeen = await page
    .waitForFunction(
      () => (globalThis as unknown as { measured: { keystrokes: number[] } }).measured.keystrokes.length > 0,
      null,
      { timeout: PATIENCE },
    )
    .then(() => true)
    .catch(() => false);
  times.push((await takeMeasured(page)).keystrokes[0] ?? PATIENCE);
  await page.keyboard.press('Backspace');
  return isSeen ? 1 : 0;
}

const KEYS = [
  'a',
  '*',
  ' ',
  'Enter',
  'Backspace',
  'Delete',
  'Control+z',
  'Control+Shift+K',
  ':',
  "'",
  'ArrowDown',
];

/** Presses a key anywhere behind the value that is timed, so that the rule often breaks. */
async function otherEdit(page: Page, next: () => number): Promise<void> {
  const text = await new Playground(page).text('Rule');
  const from = Math.max(0, text.indexOf('    condition'));
  await caretTo(page, from + Math.floor(next() * (text.length - from)));
  const key = KEYS[Math.floor(next() * KEYS.length)]!;
  await page.keyboard.press(key);
  await page.keyboard.press('Escape');
}

/** Pastes mutated rules and events into one page. It stays whole, rests, and keeps each text. */
export async function pasteMutated(page: Page, count: number, seed: number): Promise<Outcome> {
  const faults: string[] = [];
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.stack ?? error.message));
  const playground = await new Playground(page).open();
  for (let at = 0; at < count && faults.length < 10; at++)
    for (const kind of ['rules', 'events'] as const) {
      const { rule, events } = textsOf({ kind, seed }, at);
      try {
        await playground.paste('Events', asTyped(events));
        await playground.paste('Rule', asTyped(rule));
        await rests(page);
        const failed = await page.locator('.guard').count();
        if (failed > 0)
          thrown.push(`A part of the page failed: ${await page.locator('.guard').first().textContent()}`);
      } catch (error) {
        thrown.push(error instanceof Error ? error.message : String(error));
      }
      faults.push(...thrown.splice(0).map((what) => noted(kind, seed, at, `on the page: ${what}`)));
    }
  return { figures: { pasted: 2 * count }, faults };
}

/** What an editor has of a text: its line ends are its own, and half a character cannot be pasted. */
function asTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\ud800-\udfff\u2028\u2029\u0000]/g, '?');
}
