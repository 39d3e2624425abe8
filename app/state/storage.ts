import type { Reader } from './fields';

/*
 * The browser's storage, made safe: it may be refused (private windows), full, or written by another version. Nothing
 * here throws.
 */

const PREFIX = 'sigma-playground.';
const PROBE = `${PREFIX}probe`;

/** The stored value of `key`; undefined if it is absent or broken. */
export function load<T>(key: string, read: Reader<T>): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What became of something that was to be kept: the browser may have no room for it, or keep nothing for this page. */
export type Kept = 'kept' | 'full' | 'refused';

/** Stores `value`, and says whether it is kept. */
export function save(key: string, value: unknown): Kept {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return 'kept';
  } catch {
    return isRefused() ? 'refused' : 'full';
  }
}

/** True where not even a character is kept. */
function isRefused(): boolean {
  try {
    localStorage.setItem(PROBE, '');
    localStorage.removeItem(PROBE);
    return false;
  } catch (error) {
    // A storage that is filled to the last character takes no probe either.
    return !(error instanceof DOMException && error.name === 'QuotaExceededError' && localStorage.length > 0);
  }
}

/** Deletes `key`. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Refused storage has nothing to delete.
  }
}
