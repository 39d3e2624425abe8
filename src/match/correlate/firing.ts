import type { Words } from '../../text';
/*
 * The results of correlations, as plain data. Events are given by their index in the document, times in milliseconds
 * since 1970 (UTC), with fractions.
 */

/** The values that all events of a group share, by the names in `group-by`. */
export type GroupKey = Readonly<Record<string, string>>;

/** One event, or one firing of an inner correlation, in a firing. */
export interface Member {
  /** The event; for an inner firing, its last one. */
  readonly event: number;
  /** Its time. */
  readonly at: number;
  /** The references that it matched, as indexes in the correlation's `references`. */
  readonly references: readonly number[];
  /** The inner firing, if it is one. */
  readonly firing?: Firing;
}

/** The count or value of the window that ends with an event. */
export interface Growth {
  readonly event: number;
  readonly value: number;
}

/**
 * One firing of a correlation **(ours)**. The window slides with event time, both ends included, and is checked
 * whenever an event of the group arrives (events at the same time arrive together). Windows of one group in which the
 * condition holds and that share an event form one firing, whose members are all events of these windows.
 */
export interface Firing {
  /** Index in `Collection.correlations`. */
  readonly correlation: number;
  readonly key: GroupKey;
  /** Times of the first and the last member. */
  readonly start: number;
  readonly end: number;
  /** In order of time. */
  readonly members: readonly Member[];
  /** The window's value at each member, in order of time. */
  readonly value: readonly Growth[];
  /** The index of the member with which the condition first holds. */
  readonly fires: number;
  /** Where the condition holds because rules did not occur. */
  readonly absence?: FiringAbsence;
}

/** Rules that did not occur in the window of a firing. */
export interface FiringAbsence {
  /** Indexes in the correlation's `references`. */
  readonly references: readonly number[];
  /** From when to when. If the firing has several windows, those of the first. */
  readonly from: number;
  readonly to: number;
  /** The time of the last of all events, where that is before `to`: nobody knows what occurred after it. */
  readonly known?: number;
}

/** The window that came closest, if nothing fired. */
export interface Nearest {
  readonly key: GroupKey;
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[];
  readonly value: number;
  /** The references without an event in that window; only for `temporal` and `temporal_ordered`. */
  readonly missing: readonly number[];
  /** For a condition over the rules: what occurred although it must not, the first event of each rule. */
  readonly blocked: readonly Blocker[];
  /** One sentence for people. */
  readonly text: Words;
}

/** An event that stands in the way of a firing. */
export interface Blocker {
  /** Index in the correlation's `references`. */
  readonly reference: number;
  readonly event: number;
  readonly at: number;
}

export type LeftOutReason = 'no timestamp' | 'no group' | 'no value';

/** An event that matched a rule of the correlation but does not count. */
export interface LeftOut {
  readonly event: number;
  readonly reason: LeftOutReason;
  /** The field that is missing or not a number. */
  readonly field?: string;
}

export interface CorrelationResult {
  /** Index in `Collection.correlations`. */
  readonly correlation: number;
  /** By start, then by key. */
  readonly firings: readonly Firing[];
  /** Null if something fired, or if no event is in any group. */
  readonly nearest: Nearest | null;
  /** For each reference, how many events (or inner firings) matched it. */
  readonly matched: readonly number[];
  readonly leftOut: readonly LeftOut[];
  /** Events whose timestamp names no zone and was read as UTC. */
  readonly zoneless: readonly number[];
  /** Events whose timestamp names no year; the latest year that fits the other events was taken. */
  readonly yearless: readonly number[];
}
