import type { RuleFile } from '../../../src/catalog';

/*
 * The saved catalog in the browser's database: only texts, compressed; rules are compiled again when they are loaded.
 * The database may be refused (private windows) or full; nothing here throws.
 */

const DATABASE = 'sigma-playground';
const STORE = 'catalog';
const KEY = 'own';

/** What is saved: the files, and the catalog's name. */
export interface Kept {
  readonly name: string;
  readonly files: readonly RuleFile[];
}

interface Entry {
  readonly name: string;
  /** JSON of pairs of path and text, deflated. */
  readonly packed: ArrayBuffer;
}

/** Saves `kept` in place of what was there; false if the browser refuses. */
export async function keep({ name, files }: Kept): Promise<boolean> {
  try {
    const json = JSON.stringify(files.map(({ path, text }) => [path, text]));
    const packed = await through(new Blob([json]), new CompressionStream('deflate-raw'));
    await request('readwrite', (store) => store.put({ name, packed } satisfies Entry, KEY));
    return true;
  } catch {
    return false;
  }
}

/** The saved catalog; null if there is none, or if it can no longer be read. */
export async function readKept(): Promise<Kept | null> {
  try {
    const entry = (await request('readonly', (store) => store.get(KEY))) as Partial<Entry> | undefined;
    if (!(entry?.packed instanceof ArrayBuffer)) return null;
    const json = await through(new Blob([entry.packed]), new DecompressionStream('deflate-raw'));
    const pairs: unknown = JSON.parse(new TextDecoder().decode(json));
    if (!Array.isArray(pairs)) return null;
    const files = pairs.flatMap((pair): RuleFile[] => {
      const [path, text] = Array.isArray(pair) ? pair : [];
      return typeof path === 'string' && typeof text === 'string' ? [{ path, text }] : [];
    });
    return { name: typeof entry.name === 'string' ? entry.name : 'Catalog', files };
  } catch {
    return null;
  }
}

/** Deletes the saved catalog; false if the browser refuses. */
export async function removeKept(): Promise<boolean> {
  try {
    await request('readwrite', (store) => store.delete(KEY));
    return true;
  } catch {
    return false;
  }
}

function through(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<ArrayBuffer> {
  return new Response(blob.stream().pipeThrough(stream)).arrayBuffer();
}

/** One request in its own transaction; resolves when that has completed. */
async function request<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('blocked'));
  });
}
