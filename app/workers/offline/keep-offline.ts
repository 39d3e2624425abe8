import { trustedWorker } from './trusted-service-worker';

/*
 * Has the page kept for use without a network. Where a browser has no service workers or refuses them (private windows,
 * files, no TLS), the page works as before, and nothing is said.
 */

/** A page that stays open asks for a newer version when it is looked at again, at most once in this time. */
const LOOK_EVERY = 60 * 60 * 1000;

/** True where the person has asked the browser to load little. */
const isSparing = () =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** Calls back where a new version of the page waits; `reload` lets it take over and reloads the page. */
type OnNewVersion = (reload: () => void) => void;

/** Registers the service worker. `onNewVersion` is called at once or later, and perhaps more than once. */
export async function keepOffline(onNewVersion: OnNewVersion): Promise<void> {
  if (!('serviceWorker' in navigator) || isSparing()) return;
  try {
    const registration = await navigator.serviceWorker.register(trustedWorker(), { updateViaCache: 'none' });
    watch(registration, onNewVersion);
    lookAgain(registration);
  } catch {
    // The browser keeps nothing for this page.
  }
}

function watch(registration: ServiceWorkerRegistration, onNewVersion: OnNewVersion): void {
  const look = () => {
    // The first version takes over without a word.
    if (registration.waiting && registration.active) onNewVersion(() => takeOver(registration));
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Lets the new version take over, and then reloads the page; as always, the page stores the work when it is left. */
function takeOver({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) {
    // Another tab has done it.
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated' || waiting.state === 'redundant') location.reload();
  });
  waiting.postMessage('take over');
}

function lookAgain(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < LOOK_EVERY) return;
    last = Date.now();
    registration.update().catch(() => {});
  });
}
