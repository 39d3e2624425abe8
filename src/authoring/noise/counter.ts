import type { Scalar } from '../../text';

/** A value of a field, and in how many of the rule's matches the field has it. */
export interface NoisyValue {
  /** As the first of these events writes it; upper and lower case are counted together, as rules compare. */
  readonly value: Scalar;
  readonly count: number;
}

/** More different values than this are not told apart: they would take the memory of the log itself. */
export const MOST_DISTINCT = 10_000;

/** Counts the values of one field; those that differ in upper and lower case only are one. */
export class Counter {
  private readonly counts = new Map<string, { readonly value: Scalar; count: number }>();
  /** Events none of whose values was counted. */
  untold = 0;

  get distinct(): number {
    return this.counts.size;
  }

  /** Counts the values that one event has, each once. */
  add(values: readonly Scalar[]): void {
    const keys = new Set<string>();
    for (const value of values) {
      const key = String(value).toLowerCase();
      if (keys.has(key) || !this.count(key, value)) continue;
      keys.add(key);
    }
    if (keys.size === 0) this.untold++;
  }

  /** The `number` most frequent values; of as many, by their text. */
  most(number: number): NoisyValue[] {
    const order = (a: [string, { count: number }], b: [string, { count: number }]) =>
      b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1);
    return [...this.counts]
      .sort(order)
      .slice(0, number)
      .map(([, { value, count }]) => ({ value, count }));
  }

  private count(key: string, value: Scalar): boolean {
    const known = this.counts.get(key);
    if (known) known.count++;
    else if (this.counts.size < MOST_DISTINCT) this.counts.set(key, { value, count: 1 });
    else return false;
    return true;
  }
}
