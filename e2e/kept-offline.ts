import type { BrowserContext, Page } from '@playwright/test';

/** Waits until the service worker holds the whole page and answers its requests. */
export async function keepAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller) return;
    await new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/** The browsers' contexts that have been cut off. */
const cut = new WeakSet<BrowserContext>();

/**
 * Visits the page once, waits until all of it is kept, removes what the visit left in the storage, and cuts the network.
 * So `npm run e2e:offline` runs each test as its second visit.
 */
export async function cutOff(context: BrowserContext, address: string): Promise<void> {
  if (cut.has(context)) return;
  cut.add(context);
  const page = await context.newPage();
  await page.goto(address.replace(/#.*/, ''));
  await keepAll(page);
  // A text of the same site: from there, no page writes to the storage any more.
  await page.goto(new URL('licences.txt', page.url()).href);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.close();
  await context.setOffline(true);
}
