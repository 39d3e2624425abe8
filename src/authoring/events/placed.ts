import type { FieldPath } from '../../rule';

/** A value, and where it has to be: names, and positions in arrays, counted from the end below 0. */
export interface PlacedValue {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** What stands at positions of an array that nothing is said of. */
const BETWEEN = 'example';
/** A longer array is not an example that anybody reads. */
const LONGEST = 1000;

/** An object in which each value is at its place; null if there is none. */
export function objectOf(values: readonly PlacedValue[]): Record<string, unknown> | null {
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, beneath] of grouped(values)) {
    const value = joined(beneath);
    if (value === null) return null;
    if (value.value !== undefined) fields[name] = value.value;
  }
  return fields;
}

/** The one value that all of these make together; null if they do not go together. */
function joined(values: readonly PlacedValue[]): { readonly value: unknown } | null {
  const whole = values.filter(({ path }) => path.length === 0).map(({ value }) => value);
  const inner = values.filter(({ path }) => path.length > 0);
  if (inner.length === 0) {
    // Several blocks about one array have a member each.
    const lists = whole.filter((value) => Array.isArray(value));
    if (lists.length === whole.length) return { value: lists.flat() };
    return whole.length === 1 ? { value: whole[0] } : null;
  }
  if (whole.length > 0) return null;
  if (inner.every(({ path }) => typeof path[0] === 'number')) return arrayOf(inner);
  const object = inner.every(({ path }) => typeof path[0] === 'string') ? objectOf(inner) : null;
  return object && { value: object };
}

function arrayOf(values: readonly PlacedValue[]): { readonly value: unknown } | null {
  const positions = values.map(({ path }) => path[0] as number);
  const length = Math.max(0, ...positions.map((at) => at + 1)) + Math.max(0, ...positions.map((at) => -at));
  if (length > LONGEST) return null;
  const list: unknown[] = Array.from({ length }, () => BETWEEN);
  const byIndex = byKey(values, ({ path }) => (path[0] as number) + ((path[0] as number) < 0 ? length : 0));
  for (const [index, beneath] of byIndex) {
    const value = joined(beneath.map(below));
    if (value === null) return null;
    list[index] = value.value;
  }
  return { value: list };
}

function grouped(values: readonly PlacedValue[]): ReadonlyMap<string, readonly PlacedValue[]> {
  const groups = byKey(values, ({ path }) => String(path[0]));
  return new Map([...groups].map(([name, all]) => [name, all.map(below)]));
}

function below({ path, value }: PlacedValue): PlacedValue {
  return { path: path.slice(1), value };
}

/** Things by a key of theirs, in the order in which each key comes first. */
export function byKey<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const own = key(one);
    const group = groups.get(own);
    if (group) group.push(one);
    else groups.set(own, [one]);
  }
  return groups;
}
