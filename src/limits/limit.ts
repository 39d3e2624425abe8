/** A bound on what is read, drawn or kept. `docs/performance.md` says what was measured. */
export interface Limit {
  /** What is counted, as a message names it. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Why it is bounded at all, and why here. */
  readonly why: string;
}

/** By how a limit is called in the code. */
export type Limits = Readonly<Record<string, Limit>>;

/** A limit's number as messages write it: `10,000`. */
export function told({ value }: Limit): string {
  return value.toLocaleString('en');
}
