import { isObject, type Reader, readString } from './fields';
import { forget, type Kept, load, loadRaw, type Shelf, save, saveRaw } from './storage';

/*
 * The work is kept twice. Its tab keeps it, so that two tabs have work of their own; and the browser keeps the work of the
 * tab that changed it last, for a new tab and the next visit. On either shelf it is whole or not there at all: parts of
 * two works do not belong together. Where a shelf has no room, it says in which state of History the work is.
 */

/** This page, for as long as it is loaded. */
export const PAGE = `${Date.now()}.${Math.random()}`;
const MARK = 'work';

interface Mark {
  /** The page that wrote the work. */
  readonly page: string;
  /** The state of History that the work is in, where the shelf has no room for it; empty where it has. */
  readonly elsewhere: string;
}

const readMark: Reader<Mark> = (value) => {
  if (!isObject(value) || typeof value.page !== 'string') return undefined;
  return { page: value.page, elsewhere: readString(value.elsewhere) ?? '' };
};

/** The shelf that has the work to begin with, and the state of History to look into if it is there. */
export function whereWorkIs(): { readonly shelf: Shelf; readonly elsewhere: string } {
  const own = load(MARK, readMark, 'tab');
  const mark = own ?? load(MARK, readMark, 'browser');
  return { shelf: own ? 'tab' : 'browser', elsewhere: mark?.elsewhere ?? '' };
}

/**
 * Writes the work on a shelf: the parts that have changed or, where the shelf holds another's, all of them. Where they are
 * not all kept, none is. `json` gives a part as JSON.
 */
export function saveWork<K extends string>(
  shelf: Shelf,
  all: readonly K[],
  changed: readonly K[],
  json: (key: K) => string,
): Kept {
  const mark = load(MARK, readMark, shelf);
  const isOurs = mark?.page === PAGE && mark.elsewhere === '';
  for (const key of isOurs ? changed : all) {
    const kept = saveRaw(key, json(key), shelf);
    if (kept === 'kept') continue;
    forgetKept(shelf, all);
    return kept;
  }
  const kept = isOurs ? 'kept' : save(MARK, { page: PAGE, elsewhere: '' } satisfies Mark, shelf);
  if (kept !== 'kept') forgetKept(shelf, all);
  return kept;
}

/** Says on a shelf that has no room for the work which state of History has it. */
export function saveElsewhere(shelf: Shelf, elsewhere: string): void {
  save(MARK, { page: PAGE, elsewhere } satisfies Mark, shelf);
}

/** Takes the work off a shelf. */
export function forgetKept(shelf: Shelf, all: readonly string[]): void {
  for (const key of [MARK, ...all]) forget(key, shelf);
}

/** What stands under a key, but cannot be read as what it should be: damaged, foreign, or of a newer version. */
export function unreadable<T>(key: string, read: Reader<T>, shelf: Shelf): string | null {
  const raw = loadRaw(key, shelf);
  return raw !== null && load(key, read, shelf) === undefined ? raw : null;
}
