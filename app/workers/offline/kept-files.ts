/*
 * The caches of the page's files, as the page sees them. The service worker names them after the page's folder
 * (`service-worker.ts`).
 */

const root = () => new URL('./', document.baseURI).href;

/** The names of the caches with this page's files: one for each version. Empty where the browser keeps none. */
export async function cachesOfPage(): Promise<string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(`sigma-playground ${root()} `));
  } catch {
    return [];
  }
}

/** Deletes the files and the service worker. The page that is open goes on, and loads what it needs from the site. */
export async function removeOffline(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(root());
  await registration?.unregister();
  for (const name of await cachesOfPage()) await caches.delete(name);
}
