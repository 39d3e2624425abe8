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

/** A deletion that waits for other tabs. Until it is done, nothing can be opened. */
let deletion: IDBOpenDBRequest | null = null;

/**
 * Deletes the database, whatever it holds. Other tabs let go of it once they are told. If one does not, this rejects as
 * `blocked`; the browser deletes the database as soon as that tab is closed, and `onLate` is called then.
 */
export async function deleteDatabase(onLate: () => void): Promise<void> {
  try {
    (await connection?.catch(() => null))?.close();
    connection = null;
    const request = indexedDB.deleteDatabase(DATABASE);
    deletion = request;
    const done = answer(request).finally(() => {
      if (deletion === request) deletion = null;
    });
    const blocked = new Promise<never>((_, reject) => {
      request.onblocked = () => {
        done.then(onLate, () => {});
        reject(new HistoryFailure('blocked'));
      };
    });
    await Promise.race([done, blocked]);
  } catch (error) {
    throw new HistoryFailure(troubleOf(error));
  }
}

function connected(): Promise<IDBDatabase> {
  connection ??= open();
  return connection;
}

/** Milliseconds after which a database that does not open is blocked. A browser does not say so if it waits for a deletion. */
const PATIENCE = 10_000;

function open(): Promise<IDBDatabase> {
  if (deletion) return Promise.reject(new HistoryFailure('blocked'));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, VERSION);
    let isGivenUp = false;
    const giveUp = () => {
      isGivenUp = true;
      reject(new HistoryFailure('blocked'));
    };
    const timer = setTimeout(giveUp, PATIENCE);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('states', { keyPath: 'id' });
      opening.result.createObjectStore('texts');
    };
    opening.onsuccess = () => {
      clearTimeout(timer);
      const database = opening.result;
      // Nobody waits for it any more; held open, it would be in the way of others.
      if (isGivenUp) return database.close();
      const letGo = () => {
        database.close();
        connection = null;
      };
      database.onversionchange = letGo;
      database.onclose = letGo;
      resolve(database);
    };
    opening.onerror = () => {
      clearTimeout(timer);
      reject(opening.error);
    };
    opening.onblocked = giveUp;
  });
}
