import { KEPT } from '../../src/limits';
import { isObject, type Reader, readString } from './fields';
import { forget, type Kept, load, loadRaw, type Shelf, save, saveRaw } from './storage';

/*
 * The work is kept twice. Its tab keeps it, so that two tabs have work of their own; and the browser keeps the work of the
 * tab that changed it last, for a new tab and the next visit. On either shelf it is whole or not there at all: parts of
 * two works do not belong together. Where a shelf has no room, it says in which state of History the work is; of work that
 * is too long to be written at each change, in which state its texts are.
 */

/** This page, for as long as it is loaded. */
export const PAGE = `${Date.now()}.${Math.random()}`;
const MARK = 'work';

interface Mark {
  /** The page that wrote the work. */
  readonly page: string;
  /** The state of History that the work is in, where the shelf has no room for it; empty where it has. */
  readonly elsewhere: string;
  /** Only the texts are elsewhere, the rest is here. */
  readonly isLong?: boolean;
}

const readMark: Reader<Mark> = (value) => {
  if (!isObject(value) || typeof value.page !== 'string') return undefined;
  return { page: value.page, elsewhere: readString(value.elsewhere) ?? '', isLong: value.isLong === true };
};

/** Where the work is to begin with. */
export interface WorkPlace {
  readonly shelf: Shelf;
  /** The state of History to look into; empty if it is on the shelf. */
  readonly elsewhere: string;
  /** That state has only the texts. */
  readonly isLong: boolean;
}

/** Looks up where the work is to begin with. */
export function whereWorkIs(): WorkPlace {
  const own = load(MARK, readMark, 'tab');
  const mark = own ?? load(MARK, readMark, 'browser');
  return {
    shelf: own ? 'tab' : 'browser',
    elsewhere: mark?.elsewhere ?? '',
    isLong: mark?.isLong ?? false,
  };
}

/** True where this page was the last to write the work on a shelf. */
export function isOurs(shelf: Shelf): boolean {
  return load(MARK, readMark, shelf)?.page === PAGE;
}

/** True where both shelves say the same of where the work is. */
export function isSamePlace(): boolean {
  const [a, b] = (['tab', 'browser'] as const).map((shelf) => load(MARK, readMark, shelf)?.elsewhere ?? '');
  return a === b;
}

/**
 * Writes the work on a shelf: the parts that have changed or, where the shelf holds another's, all of them. Where they are
 * not all kept, none is: what stood there before stays, until the shelf can say where else the newer is. `json` gives a
 * part as JSON.
 */
export function saveWork<K extends string>(
  shelf: Shelf,
  all: readonly K[],
  changed: readonly K[],
  json: (key: K) => string,
): Kept {
  const mark = load(MARK, readMark, shelf);
  const isWhole = mark?.page === PAGE && mark.elsewhere === '';
  const former = new Map<K, string | null>();
  for (const key of isWhole ? changed : all) {
    former.set(key, loadRaw(key, shelf));
    const kept = saveRaw(key, json(key), shelf);
    if (kept === 'kept') continue;
    putBack(shelf, mark, former, all);
    return kept;
  }
  const kept = isWhole ? 'kept' : save(MARK, { page: PAGE, elsewhere: '' } satisfies Mark, shelf);
  if (kept !== 'kept') putBack(shelf, mark, former, all);
  return kept;
}

/** Has a shelf as it was. It is nobody's then: who writes next writes all. */
function putBack<K extends string>(
  shelf: Shelf,
  mark: Mark | undefined,
  former: ReadonlyMap<K, string | null>,
  all: readonly K[],
): void {
  // First what is newer goes, which may be longer.
  for (const key of former.keys()) forget(key, shelf);
  const isBack =
    mark !== undefined &&
    save(MARK, { ...mark, page: '' } satisfies Mark, shelf) === 'kept' &&
    [...former].every(([key, raw]) => raw === null || saveRaw(key, raw, shelf) === 'kept');
  if (!isBack) forgetKept(shelf, all);
}

/** True for work that would hold the page while it is written to the storage. */
export function isLongWork(work: {
  readonly rule: string;
  readonly events: string;
  readonly pinned: string | null;
}): boolean {
  const { rule, events, pinned } = work;
  return rule.length + events.length + (pinned?.length ?? 0) > KEPT.storedTexts.value;
}

const TEXTS: readonly string[] = ['rule', 'events'];
/** What of the work stands on the shelf even if its texts are too long for that. */
const isShort = (key: string) => !TEXTS.includes(key);

/**
 * Writes work on a shelf whose texts are in a state of History: the parts that have changed or, where the shelf does not say
 * that already, all but the texts. What of the texts stood there goes.
 */
export function saveLongWork<K extends string>(
  shelf: Shelf,
  all: readonly K[],
  changed: readonly K[],
  json: (key: K) => string,
  elsewhere: string,
): Kept {
  const mark = load(MARK, readMark, shelf);
  const isSame = mark?.page === PAGE && mark.isLong === true;
  if (!isSame || mark.elsewhere !== elsewhere) {
    // First: from now on the texts are those.
    const kept = save(MARK, { page: PAGE, elsewhere, isLong: true } satisfies Mark, shelf);
    if (kept !== 'kept') return kept;
    for (const key of all) if (!isShort(key)) forget(key, shelf);
  }
  for (const key of (isSame ? changed : all).filter(isShort)) {
    const kept = saveRaw(key, json(key), shelf);
    if (kept !== 'kept') return kept;
  }
  return 'kept';
}

/** Says on a shelf that has no room for the work which state of History has it. The texts that stood there go. */
export function saveElsewhere(shelf: Shelf, elsewhere: string): void {
  const say = () => save(MARK, { page: PAGE, elsewhere } satisfies Mark, shelf) === 'kept';
  const isSaid = say();
  for (const key of TEXTS) forget(key, shelf);
  // Where not even the mark had room, it has now.
  if (!isSaid) say();
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
