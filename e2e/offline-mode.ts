import { type BrowserContext, type Page, test } from '@playwright/test';
import { keepAll } from './kept-offline';

/*
 * `npm run e2e:offline` (`OFFLINE=1`): each test runs as a second visit, with the network cut after the first. What cannot
 * work so says why and is skipped; it is listed by its name.
 */

const IS_OFFLINE = Boolean(process.env.OFFLINE);

/** Why a test is not run without a network: a service worker answers for a file before the test can hold it back. */
export const FILES_HELD_BACK = 'it holds files back, which the service worker has already';

/** Skips a test, or all of a file, in that run; `why` ends a sentence. */
export function needsNetwork(why: string): void {
  test.skip(IS_OFFLINE, `Not without a network: ${why}.`);
}

/** The browsers' contexts that have been cut off, and the sites that each has visited before. */
const visited = new WeakMap<BrowserContext, Set<string>>();

/**
 * In that run, before a page is opened for the first time: visits it once, waits until all of it is kept, removes what the
 * visit left in the storage, and cuts the network. `address`: of the page, or of a file beside it.
 */
export async function visitBefore(page: Page, address = './'): Promise<void> {
  if (!IS_OFFLINE) return;
  const context = page.context();
  const sites = visited.get(context) ?? new Set();
  visited.set(context, sites);
  const site = /^https?:/.test(address) ? new URL('.', address).href : 'the tested page';
  if (sites.has(site)) return;
  if (sites.size > 0) await context.setOffline(false);
  sites.add(site);
  const first = await context.newPage();
  await first.goto(address.replace(/#.*/, ''));
  await keepAll(first);
  // A picture of the same site: from there, no page writes to the storage any more.
  await first.goto(new URL('icon.svg', first.url()).href);
  await first.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await first.close();
  await context.setOffline(true);
}
