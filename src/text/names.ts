/*
 * A name that a person wrote is data: `constructor`, `toString` and `__proto__` are names like others. Tables that are asked
 * for such names are made by `byName`; records that come from people are read by `own`. `src/testing/names.test.ts`
 * finds tables and records that are read otherwise.
 */

/** A table that can be looked up by any name: it has only its own rows, and nothing that objects inherit. */
export function byName<T>(rows: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(rows));
}

/** Puts a value under a name; an assignment would lose what is to stand under `__proto__`. */
export function put<T>(record: Record<string, T>, name: string, value: T): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** What a record itself has under a name; undefined if it does not have the name. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
