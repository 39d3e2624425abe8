import type { Reader } from './fields';

/*
 * The browser's storage, made safe: it may be refused (private windows), full, or written by another version. Nothing
 * here throws.
 */

const PREFIX = 'sigma-playground.';
const PROBE = `${PREFIX}probe`;

/** Where something is kept: for this tab, until it is closed; or in the browser, for all tabs and later visits. */
export type Shelf = 'tab' | 'browser';

/** The stored value of `key`; undefined if it is absent or broken. */
export function load<T>(key: string, read: Reader<T>, shelf: Shelf = 'browser'): T | undefined {
  const text = loadRaw(key, shelf);
  if (text === null) return undefined;
  try {
    return read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What is stored as `key`, as it is written there; null if it is absent. */
export function loadRaw(key: string, shelf: Shelf): string | null {
  try {
    return on(shelf).getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** What became of something that was to be kept: the browser may have no room for it, or keep nothing for this page. */
export type Kept = 'kept' | 'full' | 'refused';

/** Stores `value`, and says whether it is kept. */
export function save(key: string, value: unknown, shelf: Shelf = 'browser'): Kept {
  return saveRaw(key, JSON.stringify(value), shelf);
}

let isOver = false;

/** From now on this page stores nothing: what it kept was removed, and the page is about to be opened anew. */
export function endSaving(): void {
  isOver = true;
}

/** Stores JSON that is written already. */
export function saveRaw(key: string, json: string, shelf: Shelf): Kept {
  if (isOver) return 'kept';
  try {
    on(shelf).setItem(PREFIX + key, json);
    return 'kept';
  } catch {
    return isRefused(shelf) ? 'refused' : 'full';
  }
}

/** True where not even a character is kept. */
export function isRefused(shelf: Shelf = 'browser'): boolean {
  try {
    on(shelf).setItem(PROBE, '');
    on(shelf).removeItem(PROBE);
    return false;
  } catch (error) {
    // A storage that is filled to the last character takes no probe either.
    return !(error instanceof DOMException && error.name === 'QuotaExceededError' && isUsed(shelf));
  }
}

function isUsed(shelf: Shelf): boolean {
  try {
    return on(shelf).length > 0;
  } catch {
    return false;
  }
}

/** Deletes `key`. */
export function forget(key: string, shelf: Shelf = 'browser'): void {
  try {
    on(shelf).removeItem(PREFIX + key);
  } catch {
    // Refused storage has nothing to delete.
  }
}

/** The keys on a shelf that begin with `start`. */
export function keysFrom(start: string, shelf: Shelf): string[] {
  try {
    const all = Array.from({ length: on(shelf).length }, (_, i) => on(shelf).key(i) ?? '');
    return all.flatMap((key) => (key.startsWith(PREFIX + start) ? [key.slice(PREFIX.length)] : []));
  } catch {
    return [];
  }
}

/** True on a page that keeps nothing, as its document says from the first moment on: nothing may be read before it is known. */
export function keepsNothing(): boolean {
  return globalThis.document?.documentElement.dataset.storage === 'none';
}

function on(shelf: Shelf): Storage {
  if (keepsNothing()) throw new Error('This page keeps nothing.');
  return shelf === 'tab' ? sessionStorage : localStorage;
}
