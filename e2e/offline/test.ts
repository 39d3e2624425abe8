import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium } from 'playwright/test';
import { visitBefore } from '../offline-mode';

/*
 * In the run without a network this stands in the place of the test runner's own `test`: the tests of a worker share a
 * browser that has visited the page once, and each of them finds its storage empty. What a test changes in a way that
 * cannot be taken back ends that browser.
 */

export * from 'playwright/test';

/** What of a context is there for as long as the context. */
const LASTING = [
  'addInitScript',
  'exposeFunction',
  'exposeBinding',
  'grantPermissions',
  'setOffline',
] as const;

interface Visited {
  readonly context: BrowserContext;
  readonly folder: string;
  isSpent: boolean;
}

async function visit(options: Parameters<typeof chromium.launchPersistentContext>[1]): Promise<Visited> {
  const folder = mkdtempSync(join(tmpdir(), 'visited-'));
  const context = await chromium.launchPersistentContext(folder, options);
  const page = context.pages()[0] ?? (await context.newPage());
  await visitBefore(page);
  const visited: Visited = { context, folder, isSpent: false };
  for (const name of LASTING) {
    const own = context[name].bind(context) as (...args: unknown[]) => Promise<void>;
    Object.assign(context, {
      [name]: (...args: unknown[]) => {
        visited.isSpent = true;
        return own(...args);
      },
    });
  }
  return visited;
}

async function leave({ context, folder }: Visited): Promise<void> {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Empties the storage and closes what the test has opened. */
async function reset({ context }: Visited, baseURL: string): Promise<void> {
  const last = await context.newPage();
  for (const page of context.pages()) if (page !== last) await page.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await last.goto(new URL('icon.svg', baseURL).href);
  await last.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases())
      if (name)
        await new Promise((resolve) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = resolve;
          deleting.onerror = resolve;
        });
  });
}

export const test = base.extend<object, { visited: Map<string, Visited> }>({
  visited: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs.
    async ({}, use) => {
      const all = new Map<string, Visited>();
      await use(all);
      for (const one of all.values()) await leave(one);
    },
    { scope: 'worker' },
  ],
  context: async (
    { visited, baseURL, viewport, colorScheme, hasTouch, permissions, contextOptions, launchOptions, locale },
    use,
    info,
  ) => {
    const options = { baseURL, viewport, colorScheme, hasTouch, permissions, locale, ...contextOptions };
    const key = JSON.stringify(options);
    const one = visited.get(key) ?? (await visit({ ...launchOptions, ...options }));
    visited.set(key, one);
    await use(one.context);
    if (!one.isSpent && info.status === info.expectedStatus) await reset(one, baseURL ?? '');
    else {
      visited.delete(key);
      await leave(one);
    }
  },
});
