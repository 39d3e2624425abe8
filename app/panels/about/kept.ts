import { keepElsewhereAgain } from '../../actions/persist';
import { removeCatalog } from '../../catalog/store';
import { removeBaseline } from '../../log/baseline';
import { deleteHistory } from '../../state/history';
import { endSaving, forget, keysFrom, loadRaw, type Shelf } from '../../state/storage';
import { cachesOfPage, removeOffline } from '../../workers/offline/kept-files';
import { databaseBytes } from './database-bytes';

/*
 * What the page keeps in the browser, by what it is to the user: where it stands, how large it is, and how it is removed.
 */

/** One kind of what is kept. */
export interface Kind {
  readonly id: string;
  readonly name: string;
  /** Where it stands, in the words of the browsers' developer tools. */
  readonly where: string;
  /** What is asked before it is removed. */
  readonly asks: string;
  /** In bytes; null where nothing is kept. */
  readonly size: () => Promise<number | null>;
  /** `isAll`: everything else is removed with it. Rejects where the browser does not do it. */
  readonly remove: (isAll: boolean) => Promise<void>;
  /** The page has it in its memory, and has to be opened anew once it is removed. */
  readonly reloads?: true;
}

const SHELVES = ['tab', 'browser'] as const satisfies readonly Shelf[];
/** How the keys of lessons and courses begin. */
const OF_COURSE = /^(?:lesson\.|course\.|course-draft$|learner$)/;

const isOfCourse = (key: string) => OF_COURSE.test(key);
const isOfWork = (key: string) => !isOfCourse(key);

function storedBytes(isOne: (key: string) => boolean): number | null {
  const sizes = SHELVES.flatMap((shelf) =>
    keysFrom('', shelf)
      .filter(isOne)
      .map((key) => 2 * (key.length + (loadRaw(key, shelf)?.length ?? 0))),
  );
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

/** Removes them, and lets this page write none again until it is opened anew. */
function forgetStored(isOne: (key: string) => boolean): void {
  endSaving();
  for (const shelf of SHELVES) for (const key of keysFrom('', shelf).filter(isOne)) forget(key, shelf);
}

async function cachedBytes(): Promise<number | null> {
  const names = await cachesOfPage();
  const sizes = await Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const answers = await cache.matchAll();
      const blobs = await Promise.all(answers.map((answer) => answer.blob()));
      return blobs.reduce((sum, { size }) => sum + size, 0);
    }),
  );
  return names.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

/** All kinds, in the order in which they are shown. */
export const KINDS: readonly Kind[] = [
  {
    id: 'work',
    name: 'Rule, events, sheets and settings',
    where: 'Local storage and session storage',
    asks: 'Remove your rule, events, sheets and settings, and open the page anew? History keeps what it has.',
    size: async () => storedBytes(isOfWork),
    remove: async () => forgetStored(isOfWork),
    reloads: true,
  },
  {
    id: 'course',
    name: 'Progress in lessons, courses and drafts',
    where: 'Local storage and session storage',
    asks: 'Remove your progress, courses and drafts, and open the page anew?',
    size: async () => storedBytes(isOfCourse),
    remove: async () => forgetStored(isOfCourse),
    reloads: true,
  },
  {
    id: 'history',
    name: 'History',
    where: 'IndexedDB, sigma-playground-history',
    asks: 'Remove all states of History, starred ones too?',
    size: () => databaseBytes('sigma-playground-history'),
    remove: async (isAll) => {
      // Work that stands only there, for want of room elsewhere, is put there again.
      const again = isAll ? () => {} : keepElsewhereAgain;
      await deleteHistory(again);
      again();
    },
  },
  {
    id: 'catalog',
    name: 'Your catalog of rules',
    where: 'IndexedDB, sigma-playground',
    asks: 'Remove the catalog?',
    size: () => databaseBytes('sigma-playground'),
    remove: async () => removeCatalog(),
  },
  {
    id: 'baseline',
    name: 'The file of the baseline',
    where: 'IndexedDB, sigma-playground-baseline',
    asks: 'Remove the baseline?',
    size: () => databaseBytes('sigma-playground-baseline'),
    remove: removeBaseline,
  },
  {
    id: 'files',
    name: 'The page itself, for use without a network',
    where: 'Cache storage and a service worker',
    asks: 'Remove the page’s files? They are kept again at your next visit.',
    size: cachedBytes,
    remove: removeOffline,
  },
];

/** Removes everything, and opens the page anew. Rejects where something could not be removed; the rest then is. */
export async function removeAll(): Promise<void> {
  endSaving();
  const done = await Promise.allSettled(KINDS.map((kind) => kind.remove(true)));
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  location.reload();
}
