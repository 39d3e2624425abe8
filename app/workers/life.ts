/*
 * Whether a thread lives. A browser may end one without a word, for want of memory say, and its silence looks like long work.
 * A thread holds a lock of its own as long as it lives, so the page gets that lock when it is gone, and not before.
 */

/** Holds a lock until this thread ends; tells its name once it is held. Browsers have no locks on pages without TLS. */
export function holdLife(tell: (lock: string) => void): void {
  const lock = `sigma-playground thread ${crypto.randomUUID?.() ?? ''}`;
  const held = globalThis.navigator?.locks?.request(lock, () => {
    tell(lock);
    return new Promise(() => {});
  });
  // Refused where the browser keeps nothing for this page; silence has to tell then.
  held?.catch(() => {});
}

/** Calls `over` once the thread that holds the lock is gone; the function given back stops waiting for that. */
export function whenOver(lock: string, over: () => void): () => void {
  const stop = new AbortController();
  const got = globalThis.navigator?.locks?.request(lock, { signal: stop.signal }, () => {
    if (!stop.signal.aborted) over();
  });
  got?.catch(() => {});
  return () => stop.abort();
}
