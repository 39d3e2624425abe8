/*
 * The baseline's file in the browser's database. What cannot be kept or read is no failure: the baseline is then there until
 * the page is closed, which is said.
 */

const DATABASE = 'sigma-playground-baseline';
const STORE = 'files';
const KEY = 'baseline';

/** The file of a baseline. */
export interface BaselineFile {
  readonly name: string;
  readonly file: Blob;
  readonly isEvtx: boolean;
}

/** Keeps the file in place of an earlier one; false if the browser does not. */
export async function keepFile(one: BaselineFile): Promise<boolean> {
  return inStore('readwrite', (store) => store.put(one, KEY)).then(
    () => true,
    () => false,
  );
}

/** The file that is kept; null if there is none, or none that can be read. */
export async function keptFile(): Promise<BaselineFile | null> {
  const found: unknown = await inStore('readonly', (store) => store.get(KEY)).catch(() => null);
  if (typeof found !== 'object' || found === null) return null;
  const { name, file, isEvtx } = found as Partial<BaselineFile>;
  return typeof name === 'string' && file instanceof Blob ? { name, file, isEvtx: isEvtx === true } : null;
}

/** Forgets the file. */
export async function forgetFile(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY)).catch(() => {});
}

async function inStore<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  // Another tab may want to delete or change it.
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    done.catch(() => {});
    const value = await settled(run(transaction.objectStore(STORE)));
    await done;
    return value;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new Error('blocked'));
  });
}
