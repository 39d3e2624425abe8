/*
 * A name that a user wrote is data: `constructor`, `toString` and `__proto__` are names like any other. Make tables
 * that are looked up by such names with `byName`, and read records that come from users with `own`.
 * `src/testing/names.test.ts` finds tables and records that are read in other ways.
 */

/** A table that can be looked up by any name: it has only its own rows, and nothing that objects inherit. */
export function byName<T>(rows: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(rows));
}

/** Sets a value under a name. An assignment would lose the value of `__proto__`. */
export function put<T>(record: Record<string, T>, name: string, value: T): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** What a record itself has under a name; undefined if it does not have the name. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
