import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { launchChromium, NO_GRAPHICS } from '../browser';
import { inEngine, type Outcome } from './in-engine';
import { editPage, pasteMutated } from './in-page';

/*
 * `npm run soak`: wears the engine and the built page for a long time. Prints figures, and each fault with what to run
 * again; ends with 1 if there is any. `npm run soak rules events` runs some of the parts.
 */

const seed = Number(process.env.SOAK_SEED ?? 1);
const share = Number(process.env.SOAK_SHARE ?? 1);
const PORT = Number(process.env.SOAK_PORT ?? 4187);
const of = (count: number) => Math.max(1, Math.round(count * share));

/** A fresh visit to the built page. */
async function inPage(work: (page: Page) => Promise<Outcome>): Promise<Outcome> {
  const server = await preview({ preview: { host: '127.0.0.1', port: PORT, strictPort: true } });
  const browser = await launchChromium(NO_GRAPHICS);
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      baseURL: `http://127.0.0.1:${PORT}/`,
    });
    // The compiler that runs this file wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs browser tests, and gives their list where one fails. */
function specs(files: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const started = performance.now();
  const run = spawnSync('npx', ['playwright', 'test', '--workers=1', '--reporter=line', ...files], {
    env: { ...process.env, ...env, E2E_PORT: String(PORT + 1) },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const [, passed = '0'] = /(\d+) passed/.exec(run.stdout) ?? [];
  return {
    figures: { passed: Number(passed), seconds: Math.round((performance.now() - started) / 1000) },
    faults: run.status === 0 ? [] : [run.stdout.slice(-4000) || String(run.error)],
  };
}

const PARTS: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  rules: () => inEngine('rules', of(20_000), seed),
  events: () => inEngine('events', of(100_000), seed),
  edits: () => inPage((page) => editPage(page, Math.max(600, of(3000)), seed)),
  pasted: () => inPage((page) => pasteMutated(page, of(300), seed)),
  chunks: () => specs(['e2e/denied-chunks.spec.ts'], { DENY_ALL: '1' }),
  workers: () => specs(['e2e/threads.spec.ts']),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
let faults = 0;
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outcome = await run();
  faults += outcome.faults.length;
  console.log(JSON.stringify({ part: name, seed, ...outcome.figures, faults: outcome.faults.length }));
  for (const fault of outcome.faults) console.error(fault);
}
process.exitCode = faults === 0 ? 0 : 1;
