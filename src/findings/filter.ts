import type { CatalogRule, Level } from '../catalog';
import { placementsOf } from '../describe';

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
  /** The name of a file of the log. */
  readonly file: string | null;
  readonly span: TimeSpan | null;
}

/** Everything. */
export const NO_FILTER: FindingsFilter = {
  rule: null,
  level: null,
  technique: null,
  host: null,
  user: null,
  file: null,
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

/** A rule of a catalog as findings know it. A revoked technique is the one that replaced it. */
export function foundRule({ title, id, level, path, tags }: CatalogRule): FoundRule {
  const techniques = placementsOf(tags).flatMap((placement) => placement.techniques.map((one) => one.id));
  return { title, id, level, path, techniques: [...new Set(techniques)] };
}

/** True for a technique that is `wanted`, or a sub-technique of it. */
export function isUnder(technique: string, wanted: string): boolean {
  return technique === wanted || technique.startsWith(`${wanted}.`);
}
