/** About how many bytes a database holds; null where it is absent, holds nothing, or cannot be read. */
export async function databaseBytes(name: string): Promise<number | null> {
  try {
    const all = await indexedDB.databases();
    // Opening one that is absent would make it.
    if (!all.some((one) => one.name === name)) return null;
    const database = await opened(name);
    database.onversionchange = () => database.close();
    try {
      let bytes: number | null = null;
      for (const store of database.objectStoreNames) {
        const own = await storeBytes(database.transaction(store).objectStore(store));
        if (own !== null) bytes = (bytes ?? 0) + own;
      }
      return bytes;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/** One record after the other: all at once may not fit into memory. */
function storeBytes(store: IDBObjectStore): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let bytes: number | null = null;
    const request = store.openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(bytes);
      bytes = (bytes ?? 0) + bytesOf(cursor.value);
      cursor.continue();
    };
  });
}

/** About how many bytes a value takes that a database can hold. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (value instanceof Blob) return value.size;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [key, part]) => sum + 2 * key.length + bytesOf(part), 0);
}
