import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { eventText, WHOAMI, writeLog } from './log-files';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The browser may end a worker at any time. Each worker is ended here in each of its phases, without the page knowing: the
 * page says what happened, or continues as if nothing had.
 */

type Threads = { threads: { name: string; worker: Worker; lives: boolean }[]; endAll?: string };

/** Keeps each worker that the page starts, so that it can be ended. */
function keepThreads(): void {
  const holder = globalThis as unknown as Threads;
  holder.threads = [];
  const Original = Worker;
  globalThis.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const name = options?.name ?? '';
      const thread = { name, worker: this, lives: false };
      holder.threads.push(thread);
      // From then on the page notices when it ends.
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'life') thread.lives = true;
      });
      // Once it has begun: a worker that does not begin at all is given longer than a test waits.
      if (name === holder.endAll) this.addEventListener('message', () => this.terminate(), { once: true });
    }
  };
}

const ENGINE = 'sigma-engine';
const CATALOG = 'sigma-catalog';
const LOG = 'large-log';

const end = (page: Page, name: string) =>
  page.evaluate((of) => {
    const { threads } = globalThis as unknown as Threads;
    threads.findLast((thread) => thread.name === of)!.worker.terminate();
  }, name);
/** How many threads have begun. */
const started = (page: Page, name: string) =>
  page.evaluate(
    (of) =>
      (globalThis as unknown as Threads).threads.filter((thread) => thread.name === of && thread.lives)
        .length,
    name,
  );

async function opened(page: Page, address?: string): Promise<Playground> {
  await page.addInitScript(keepThreads);
  return new Playground(page).open(address);
}

test.describe('the engine', () => {
  test('ended at rest, answers what comes next', async ({ page }) => {
    const playground = await opened(page);
    await playground.paste('Events', EVENTS);
    await playground.paste('Rule', RULE);
    await expect(playground.verdict(1, 'match')).toBeVisible();
    await end(page, ENGINE);
    // Another has started before anything is asked.
    await expect.poll(() => started(page, ENGINE)).toBe(2);
    await playground.paste('Rule', RULE.replace("' /all'", "' /groups'"));
    await expect(playground.verdict(2, 'match')).toBeVisible();
    await expect(playground.banner()).toBeHidden();
  });

  test('ended in a run, runs again', async ({ page }) => {
    const playground = await opened(page);
    const many = Array.from({ length: 4000 }, (_, i) => eventText(i, 300)).join('\n');
    await playground.paste('Rule', WHOAMI);
    await playground.paste('Events', many);
    await end(page, ENGINE);
    await expect(page.getByText('3,996 do not')).toBeVisible({ timeout: 30_000 });
    await expect(playground.banner()).toBeHidden();
  });
});

const rules = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`rule${i}.yml`, WHOAMI.replace('Whoami', `Whoami ${i}`)]),
  );
const panel = (page: Page) => page.getByRole('region', { name: 'Catalog of rules' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the rules' });

test.describe('the catalog', () => {
  test('ended at rest, says so and is there again', async ({ page }) => {
    await opened(page);
    await openZip(page, rules(3));
    await expect(page.getByText('3 rules in 3 files')).toBeVisible();
    await end(page, CATALOG);
    await expect(panel(page).getByRole('alert')).toContainText('The browser ended the engine');
    await expect(page.getByText('3 rules in 3 files')).toBeVisible();
    await search(page).fill('Whoami 2');
    await expect(page.getByRole('listbox', { name: 'Rules found' }).getByRole('option')).toHaveCount(1);
  });

  test('ended in a run, says so, and runs when it is asked to', async ({ page }) => {
    test.slow();
    const playground = await opened(page);
    const many = Array.from({ length: 20_000 }, (_, i) => eventText(i, 200)).join('\n');
    await playground.paste('Events', many);
    await openZip(page, rules(300));
    await expect(page.getByText('300 rules in 300 files')).toBeVisible();
    const run = page.getByRole('button', { name: 'Run all on my events' });
    await run.click();
    await expect(page.getByText(/^[\d,]+ of 20,000 events$/)).toBeVisible();
    await end(page, CATALOG);
    await expect(panel(page).getByRole('alert')).toContainText('The browser ended the engine');
    await run.click();
    await expect(panel(page).getByRole('status')).toContainText('300 rules match', { timeout: 40_000 });
  });

  test('ended while it reads rules, says so, and reads them when it is asked to', async ({ page }) => {
    await opened(page);
    await page.evaluate((name) => {
      (globalThis as unknown as Threads).endAll = name;
    }, CATALOG);
    await openZip(page, rules(2000));
    await expect(panel(page).getByRole('alert')).toContainText(
      /The browser ended the engine|did not answer any more/,
      { timeout: 60_000 },
    );
    await page.evaluate(() => {
      delete (globalThis as unknown as Threads).endAll;
    });
    await openZip(page, rules(3));
    await expect(page.getByText('3 rules in 3 files')).toBeVisible();
  });
});

test.describe('a large log', () => {
  const log = (page: Page) => page.getByRole('region', { name: 'Log', exact: true });
  let path = '';
  test.beforeAll(() => {
    path = writeLog(40_000, 500);
  });
  test.afterAll(() => rmSync(dirname(path), { recursive: true }));

  for (const phase of ['while it is read', 'at rest'] as const)
    test(`ended ${phase}, says so, and opens again`, async ({ page }) => {
      const playground = await opened(page);
      await playground.paste('Rule', WHOAMI);
      await page.getByLabel('Open events file').setInputFiles(path);
      await expect(log(page)).toBeVisible();
      if (phase === 'at rest') await expect(log(page).getByText('40,000 events')).toBeVisible();
      await expect.poll(() => started(page, LOG)).toBe(1);
      await end(page, LOG);
      await expect(log(page).getByRole('alert')).toContainText('The browser ended the log’s thread');
      await page.getByRole('button', { name: 'Open again' }).click();
      await expect(log(page).getByText('40,000 events')).toBeVisible({ timeout: 30_000 });
      await expect(log(page).getByRole('alert')).toHaveCount(0);
    });
});
