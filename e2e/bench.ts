import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { sysmonLines } from '../src/bench/events';
import { launchChromium } from './browser';
import { caretTo, measureKeystrokes, percentile, RULE, takeMeasured } from './keystrokes';
import { Playground } from './playground';

/*
 * The page's part of `npm run bench`, over the built page in real Chromium: how long from a keystroke in the rule to its
 * marks being painted, the longest task on the main thread while typing, how much script the first paint needs,
 * and how long the catalog's worker takes over the released rules.
 */

const EVENTS = 200;
const KEYSTROKES = 80;
const VISITS = 3;

/** Typed text that still matches, so that each keystroke changes which characters are marked. */
const TYPED = 'x';

function report(figure: string, value: number, limit: number, more: object = {}): boolean {
  const ratio = value / limit;
  console.log(
    JSON.stringify({
      figure,
      value: Number(value.toFixed(1)),
      limit,
      ratio: Number(ratio.toFixed(3)),
      ok: ratio <= 1,
      ...more,
    }),
  );
  return ratio <= 1;
}

/** Gzipped size of the scripts that the page itself names: what runs before the first useful paint. */
function firstScript(): boolean {
  const page = readFileSync('dist/index.html', 'utf8');
  const named = readdirSync('dist/assets').filter((file) => file.endsWith('.js') && page.includes(file));
  const bytes = named.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0);
  return report('script before the first useful paint, kB gzip', bytes / 1000, 200, { files: named.length });
}

/** A fresh visit to the built page. */
async function inPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4199 } });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The compiler that runs this file wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Typing while one panel is open. For Problems the engine makes nothing extra. */
function typing(tab: 'Explain' | 'Problems'): Promise<boolean> {
  return inPage(async (page) => {
    const playground = await new Playground(page).open('http://127.0.0.1:4199/');
    await playground.paste('Events', sysmonLines(EVENTS).join('\n'));
    await playground.paste('Rule', RULE);
    await playground.tab(tab);
    await page.waitForTimeout(1500);
    // The caret goes behind the value of CommandLine; each key then adds to it or takes it away again.
    await caretTo(page, RULE.indexOf("'e'") + 2);
    await measureKeystrokes(page);
    for (let i = 0; i < KEYSTROKES; i++) {
      await page.keyboard.press(i % 2 === 0 ? TYPED : 'Backspace');
      await page.waitForTimeout(140);
    }
    const { keystrokes: times, longTasks: long } = await takeMeasured(page);
    const at = (share: number) => percentile(times, share);
    const painted = report(`keystroke to marks painted, 200 events, ${tab} open, p95 ms`, at(0.95), 50, {
      median: Number(at(0.5).toFixed(1)),
      keystrokes: KEYSTROKES,
      seen: times.length,
    });
    const busy = report(
      `longest task on the main thread while typing, ${tab} open, ms`,
      Math.max(0, ...long),
      50,
      {
        over: long.length,
      },
    );
    return painted && busy && times.length >= KEYSTROKES * 0.9;
  });
}

/** Loads the zip of released rules, if there is one, several times: the catalog's worker reads, compiles and saves them. */
async function loadingCatalog(): Promise<boolean> {
  const zip = join(process.env.SIGMA_SHARED ?? join('..', 'shared'), 'corpus', 'sigma-rules.zip');
  if (!existsSync(zip)) {
    console.log(JSON.stringify({ figure: 'loading the released rules', skipped: 'shared corpus absent' }));
    return true;
  }
  const times: number[] = [];
  let said = '';
  for (let visit = 0; visit < VISITS; visit++) {
    times.push(
      await inPage(async (page) => {
        const playground = await new Playground(page).open('http://127.0.0.1:4199/');
        await playground.tab('Catalog');
        const loaded = page.getByText(/ rules in [\d,]+ files/);
        const start = performance.now();
        await page.getByLabel('Open files of rules').setInputFiles(zip);
        await loaded.waitFor();
        said = (await loaded.textContent()) ?? '';
        return performance.now() - start;
      }),
    );
  }
  const median = times.sort((a, b) => a - b)[Math.floor(VISITS / 2)] ?? Number.NaN;
  return report('the released rules loaded in the catalog’s worker, ms', median, 5000, {
    said,
    visits: VISITS,
  });
}

const results = [firstScript(), await typing('Explain'), await typing('Problems'), await loadingCatalog()];
process.exitCode = results.every(Boolean) ? 0 : 1;
