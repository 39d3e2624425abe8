import type { Reader } from './fields';

/*
 * The browser's storage, made safe: it may be refused (private windows), full, or written by another version. Nothing
 * here throws.
 */

const PREFIX = 'sigma-playground.';

/** The stored value of `key`; undefined if it is absent or broken. */
export function load<T>(key: string, read: Reader<T>): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Stores `value`; false if the browser refuses or has no room. */
export function save(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
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
