import type { TimeScale } from './timeline';

/** A rule that found something. */
export interface RuleCount {
  readonly rule: number;
  readonly count: number;
  /** In milliseconds since 1970; null if none of its hits has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** How many findings have a name: of a host, a user, a technique or a file. */
export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** A table of names, the most frequent first. */
export interface NameTable {
  readonly rows: readonly NameCount[];
  /** How many names there are, listed or not. */
  readonly names: number;
}

/** Counts of findings by time and level. */
export interface Timeline extends TimeScale {
  /** For each level in the order of `LEVELS`, the count of each bar. */
  readonly counts: readonly Uint32Array[];
  /** How many findings have no time. */
  readonly untimed: number;
}

/**
 * What is found under a filter. Each table counts under all parts of the filter but its own, so that another row of it can be
 * chosen. Plain data.
 */
export interface FindingsTables {
  /** Hits and events under the whole filter. */
  readonly hits: number;
  readonly events: number;
  readonly rules: readonly RuleCount[];
  /** In the order of `LEVELS`. */
  readonly levels: readonly number[];
  readonly techniques: NameTable;
  readonly hosts: NameTable;
  readonly users: NameTable;
  readonly files: NameTable;
  /** Null if no hit has a time. */
  readonly timeline: Timeline | null;
}

/** One hit. */
export interface FoundEvent {
  readonly rule: number;
  /** The event's number in the log. */
  readonly number: number;
  readonly time: number | null;
  readonly host: string;
  readonly user: string;
  /** The file of the log that the event is of. */
  readonly file: string;
}
