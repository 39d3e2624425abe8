import type { Level } from '../catalog';

/** A span of time: from its first millisecond up to but excluding `to`. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** Which findings are looked at: all parts must hold; null leaves one out. */
export interface FindingsFilter {
  /** The rule's position in the catalog. */
  readonly rule: number | null;
  readonly level: Level | null;
  /** A technique's id; those with its sub-techniques are found too. */
  readonly technique: string | null;
  /** The empty name is that of events that name none. */
  readonly host: string | null;
  readonly user: string | null;
  readonly span: TimeSpan | null;
}

/** Everything. */
export const NO_FILTER: FindingsFilter = {
  rule: null,
  level: null,
  technique: null,
  host: null,
  user: null,
  span: null,
};

/** What findings have to know of a rule. */
export interface FoundRule {
  readonly title: string;
  readonly id: string | null;
  readonly level: Level;
  readonly path: string;
  /** The ids of its techniques. */
  readonly techniques: readonly string[];
}

/** True for a technique that is `wanted`, or a sub-technique of it. */
export function isUnder(technique: string, wanted: string): boolean {
  return technique === wanted || technique.startsWith(`${wanted}.`);
}
