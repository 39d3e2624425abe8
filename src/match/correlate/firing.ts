/*
 * What correlations give, as plain data. Events are named by their index in the document; times are milliseconds since 1970
 * (UTC), with fractions.
 */

/** The values that all events of a group share, by the names in `group-by`. */
export type GroupKey = Readonly<Record<string, string>>;

/** One event, or one firing of an inner correlation, in a firing. */
export interface Member {
  /** The event; of an inner firing its last one. */
  readonly event: number;
  /** Its time. */
  readonly at: number;
  /** The references that it matched: indexes in the correlation's `references`. */
  readonly references: readonly number[];
  /** The inner firing, where it is one. */
  readonly firing?: Firing;
}

/** The count or value of the window that ends with an event. */
export interface Growth {
  readonly event: number;
  readonly value: number;
}

/**
 * One firing of a correlation **(ours)**. The window slides with event time, both ends included, and is looked at whenever an
 * event of the group comes in (events of the very same time together). Windows of one group in which the condition holds and that
 * share an event are one firing; its members are all events of these windows.
 */
export interface Firing {
  /** Index in `Collection.correlations`. */
  readonly correlation: number;
  readonly key: GroupKey;
  /** Times of the first and the last member. */
  readonly start: number;
  readonly end: number;
  /** By time. */
  readonly members: readonly Member[];
  /** The window's value at each member, by time. */
  readonly value: readonly Growth[];
}

/** The window that came closest, where nothing fired. */
export interface Nearest {
  readonly key: GroupKey;
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[];
  readonly value: number;
  /** References of which nothing occurs in that window; only for `temporal` and `temporal_ordered`. */
  readonly missing: readonly number[];
  /** One sentence for people. */
  readonly text: string;
}

export type LeftOutReason = 'no timestamp' | 'no group' | 'no value';

/** An event that matched a rule of the correlation and counts nowhere. */
export interface LeftOut {
  readonly event: number;
  readonly reason: LeftOutReason;
  /** The field that it lacks, or that is no number. */
  readonly field?: string;
}

export interface CorrelationResult {
  /** Index in `Collection.correlations`. */
  readonly correlation: number;
  /** By start, then by key. */
  readonly firings: readonly Firing[];
  /** Null where something fired, and where no event is in any group. */
  readonly nearest: Nearest | null;
  /** For each reference how many events (or inner firings) matched it. */
  readonly matched: readonly number[];
  readonly leftOut: readonly LeftOut[];
  /** Events whose timestamp names no zone, so that UTC was taken. */
  readonly zoneless: readonly number[];
  /** Events whose timestamp names no year, so that the last was taken that fits the other events. */
  readonly yearless: readonly number[];
}
