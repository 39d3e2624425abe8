/*
 * The database of History, made safe: it may be refused, full, damaged, or made by a newer version of the page. Whatever
 * goes wrong ends in a `HistoryFailure` that says which.
 */

/** Beside the catalog's database: what becomes of one does not concern the other. */
const DATABASE = 'sigma-playground-history';
const VERSION = 1;

/** Each kept state, by its id, and each text that states have, by what tells it from others. */
export type StoreName = 'states' | 'texts';

/**
 * Why the database does not do what is asked: the browser keeps nothing for this page; there is no room; another tab is in
 * the way; a newer version of the page has written it; its content is damaged or not ours.
 */
export type Trouble = 'refused' | 'full' | 'blocked' | 'newer' | 'broken';

/** The database did not do what was asked. */
export class HistoryFailure extends Error {
  constructor(readonly trouble: Trouble) {
    super(`History: ${trouble}`);
    this.name = 'HistoryFailure';
  }
}

/** By the name of what a browser throws. */
const TROUBLES: ReadonlyMap<string, Trouble> = new Map([
  ['SecurityError', 'refused'],
  // Private windows of older browsers.
  ['InvalidStateError', 'refused'],
  ['NotAllowedError', 'refused'],
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
]);

/** What kind of trouble it was; all that has no name of its own means that the database cannot be read. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof HistoryFailure) return error.trouble;
  // Where a browser offers no database, there is nothing to ask.
  if (error instanceof ReferenceError || error instanceof TypeError) return 'refused';
  return (error instanceof DOMException && TROUBLES.get(error.name)) || 'broken';
}

let connection: Promise<IDBDatabase> | null = null;

/** Runs one transaction. What `run` has done stands once this has resolved, or not at all. */
export async function inTransaction<T>(
  mode: IDBTransactionMode,
  run: (store: (name: StoreName) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  let transaction: IDBTransaction | null = null;
  try {
    const database = await connected();
    const begun = database.transaction(['states', 'texts'], mode);
    transaction = begun;
    const done = new Promise<void>((resolve, reject) => {
      begun.oncomplete = () => resolve();
      begun.onabort = () => reject(begun.error ?? new HistoryFailure('broken'));
    });
    done.catch(() => {});
    const value = await run((name) => begun.objectStore(name));
    await done;
    return value;
  } catch (error) {
    // A connection that the browser has closed gives no transaction; the next one may.
    if (!transaction) connection = null;
    else abort(transaction);
    throw new HistoryFailure(troubleOf(transaction?.error ?? error));
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** The answer to one request of a transaction. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Deletes the database, whatever it holds. */
export async function deleteDatabase(): Promise<void> {
  try {
    (await connection?.catch(() => null))?.close();
    connection = null;
    const request = indexedDB.deleteDatabase(DATABASE);
    // Other tabs let go of it once they are told; until then it is blocked.
    await answer(request);
  } catch (error) {
    throw new HistoryFailure(troubleOf(error));
  }
}

function connected(): Promise<IDBDatabase> {
  connection ??= open();
  return connection;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('states', { keyPath: 'id' });
      opening.result.createObjectStore('texts');
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const letGo = () => {
        database.close();
        connection = null;
      };
      database.onversionchange = letGo;
      database.onclose = letGo;
      resolve(database);
    };
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new HistoryFailure('blocked'));
  });
}
