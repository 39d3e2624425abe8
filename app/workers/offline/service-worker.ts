/*
 * Keeps the page for use without a network. The build writes this script to `sw.js`, with the files of the build and
 * their hashes (`.ci/offline.ts`). Each version of the page has a cache of its own, which is complete or not used. A
 * cache stays for as long as a page or an embed of its version is open: it still gets parts that the site no longer has.
 */

const scope = self as unknown as ServiceWorkerGlobalScope;

/** Each file of the build by its name, with its hash; '' where whoever hosts the page may change it. Set by the build. */
const FILES = new Map<string, string>(Object.entries(__KEPT_FILES__));

declare const __KEPT_FILES__: Readonly<Record<string, string>>;

/** The folder of the page. Other copies of the page on the same site have caches and locks of their own. */
const ROOT = new URL('./', scope.location.href).href;
const CACHES = `sigma-playground ${ROOT} `;
const OWN = `${CACHES}${__KEPT_VERSION__}`;
declare const __KEPT_VERSION__: string;

const AT_ONCE = 6;
/** Names of files that hold a hash of their content: the same name is the same file. */
const HASHED = /^assets\//;

/** The address by which a file is asked for and kept. Servers may send `index.html` on to its folder. */
const addressOf = (name: string) => ROOT + (name === 'index.html' ? '' : name);

/** The kept answer of one version. Whoever opens a cache that was removed makes it again, so none is opened here. */
const keptIn = (cacheName: string, address: string) => caches.match(address, { cacheName, ignoreVary: true });

async function keptAnywhere(address: string): Promise<Response | undefined> {
  for (const name of [OWN, ...(await cachesOfPage())]) {
    const answer = await keptIn(name, address);
    if (answer) return answer;
  }
  return undefined;
}

const cachesOfPage = async () => (await caches.keys()).filter((name) => name.startsWith(CACHES));

/** Puts all files into this version's cache. Rejects where one does not come, or is not the file of the build. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(OWN);
  const waiting = [...FILES];
  const keepSome = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, integrity] = next;
      const address = addressOf(name);
      const earlier = HASHED.test(name) ? await keptAnywhere(address) : undefined;
      await cache.put(address, earlier ?? (await asked(address, integrity, HASHED.test(name))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
}

/** What the server answers. A changed file is refused by its hash, so that a half-updated site is not kept. */
async function asked(address: string, integrity: string, isFinal: boolean): Promise<Response> {
  const answer = await fetch(address, { integrity, cache: isFinal ? 'default' : 'no-cache' });
  if (!answer.ok) throw new Error(`${address}: the server answered ${answer.status}`);
  if (!answer.redirected) return answer;
  // A page may not be answered with an answer that was redirected.
  return new Response(await answer.blob(), { headers: answer.headers });
}

/** Deletes the caches of versions of which no page is open. Each page and embed holds a lock with its first script's name. */
async function deleteOld(): Promise<void> {
  const { installing, waiting } = scope.registration;
  if (installing ?? waiting) return;
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const isOpen = new Set(held.map(({ name }) => name));
  for (const name of await cachesOfPage()) {
    if (name === OWN) continue;
    const addresses = (await (await caches.open(name)).keys()).map(({ url }) => url);
    // A first script that this version has, too, loads nothing that this version has not.
    const others = addresses.filter((address) => !FILES.has(address.slice(ROOT.length)));
    if (!others.some((address) => isOpen.has(`sigma-playground page ${address}`))) await caches.delete(name);
  }
}

/** What the host may have changed: the newest, and what was kept where there is no network. */
async function newest(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok && (await caches.has(OWN)))
      await (await caches.open(OWN)).put(request.url, answer.clone()).catch(() => {});
    return answer;
  } catch (cause) {
    const kept = await keptIn(OWN, request.url);
    if (kept) return kept;
    throw cause;
  }
}

/** The answer to a request of the page; undefined where the request goes to the network as if there were no worker. */
function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  // Whoever asks without a cache wants to know what the site says.
  if (request.method !== 'GET' || request.cache === 'no-store' || !address.startsWith(ROOT)) return undefined;
  const name = address.slice(ROOT.length) || 'index.html';
  const integrity = FILES.get(name);
  if (integrity === '') return newest(request);
  if (integrity === undefined && !HASHED.test(name)) return undefined;
  return keptAnywhere(addressOf(name)).then((kept) => kept ?? fetch(request));
}

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));

scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([deleteOld(), scope.clients.claim()])),
);

scope.addEventListener('fetch', (event) => {
  const given = answer(event.request);
  if (given) event.respondWith(given);
  if (event.request.mode === 'navigate')
    event.waitUntil((given ?? Promise.resolve()).then(deleteOld, () => {}));
});

scope.addEventListener('message', ({ data }) => {
  if (data === 'take over') void scope.skipWaiting();
});
