import { TOLD } from '../limits';
import {
  type CorrelationDecision,
  type CorrelationResult,
  eventsOf,
  type Firing,
  type GroupKey,
  type LeftOut,
  type Member,
  type Nearest,
} from '../match';
import type { Collection } from '../rule';

/** What the page shows about one correlation over the events; plain data. */
export interface CorrelationReport {
  /** The index of its document in the text. */
  readonly document: number;
  readonly title: string;
  readonly type: string;
  /** `number of events ≥ 5`, or `a and not b`. */
  readonly condition: string;
  /** True if the condition is over the rules, and not a number. */
  readonly overRules: boolean;
  /** In milliseconds. */
  readonly timespan: number;
  readonly groupBy: readonly string[];
  /** False if another correlation without `generate` refers to it. */
  readonly ownVerdict: boolean;
  readonly references: readonly {
    readonly written: string;
    readonly title: string;
    readonly kind: 'rule' | 'correlation';
    /** How many events, or firings, match it. */
    readonly matched: number;
  }[];
  /** How many firings there are; `firings` has the first of them. */
  readonly total: number;
  readonly firings: readonly FiringReport[];
  readonly nearest: Nearest | null;
  /** How many events are not counted; `leftOut` has the first of them. */
  readonly leftOutTotal: number;
  readonly leftOut: readonly LeftOut[];
  /** How many events have no time zone. */
  readonly zoneless: number;
  /** How many events have no year. */
  readonly yearless: number;
  /** Interpretations that decided which events its firings include. */
  readonly decisions: readonly {
    readonly id: string;
    readonly clause: string;
    readonly ours: string;
    readonly other: string;
    /** The number of firings under the other reading, and all events in any of them. */
    readonly firings: number;
    readonly members: readonly number[];
  }[];
}

/** A firing with at most `TOLD.members.value` of its members and their values. */
export interface FiringReport {
  readonly key: GroupKey;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly members: readonly Member[];
  readonly value: Firing['value'];
  /** The index of the member with which it fires; it may be beyond those that are here. */
  readonly fires: number;
  readonly absence?: Firing['absence'];
}

const MAX_LEFT_OUT = 100;

/** Combines a correlation's definition and its results. */
export function reportOf(
  collection: Collection,
  result: CorrelationResult,
  decisions: readonly CorrelationDecision[] = [],
): CorrelationReport {
  const { correlation, title, conditionText, references, ownVerdict } =
    collection.correlations[result.correlation]!;
  return {
    document: documentOf(collection, result),
    title,
    type: correlation.type.value,
    condition: conditionText,
    overRules: correlation.expression !== null,
    timespan: correlation.timespan.value,
    groupBy: correlation.groupBy.map((f) => f.value),
    ownVerdict,
    references: references.map((r, i) => ({
      written: r.written,
      title: r.title,
      kind: r.kind,
      matched: result.matched[i] ?? 0,
    })),
    total: result.firings.length,
    firings: result.firings.slice(0, TOLD.firings.value).map(shortened),
    nearest: result.nearest && {
      ...result.nearest,
      members: result.nearest.members.slice(0, TOLD.members.value).map(flat),
    },
    leftOutTotal: result.leftOut.length,
    leftOut: result.leftOut.slice(0, MAX_LEFT_OUT),
    zoneless: result.zoneless.length,
    yearless: result.yearless.length,
    decisions: decisions
      .filter((decision) => decision.correlation === result.correlation)
      .map(({ id, clause, ours, other, resultOther }) => ({
        id,
        clause,
        ours,
        other,
        firings: resultOther.firings.length,
        members: [...membersOf(resultOther)].sort((a, b) => a - b).slice(0, TOLD.members.value),
      })),
  };
}

function shortened({ key, start, end, members, value, fires, absence }: Firing): FiringReport {
  return {
    key,
    start,
    end,
    size: members.length,
    members: members.slice(0, TOLD.members.value).map(flat),
    value: value.slice(0, TOLD.members.value),
    fires,
    ...(absence ? { absence } : {}),
  };
}

/** An inner firing has members of its own, which its own correlation shows. */
function flat({ event, at, references }: Member): Member {
  return { event, at, references };
}

/** The index of a correlation's document in the text. */
export function documentOf({ documents }: Collection, { correlation }: CorrelationResult): number {
  return documents.findIndex((d) => d.kind === 'correlation' && d.compiled === correlation);
}

/** All events in any firing, including those of inner firings. */
export function membersOf({ firings }: CorrelationResult): Set<number> {
  return new Set(firings.flatMap(eventsOf));
}
