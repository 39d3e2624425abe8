import type { Noise, Unwanted } from '../../../src/authoring';
import type {
  FileLoss,
  LogFile,
  LogQuestion,
  LogRow,
  LogSearch,
  LogState,
  LogStretch,
  LogView,
  TriedFilter,
} from '../../../src/log';

/*
 * The requests to the worker of a large log. The file itself is only handed over; text comes back only for single
 * events and for the lines on screen.
 */

/** `problems` null: the same as in the last message. */
export type ToldState = Omit<LogState, 'problems'> & { readonly problems: LogState['problems'] | null };

/**
 * Work on the log: it reports states and ends when the log has nothing more to do. Newer work takes over from older
 * work.
 */
interface Work<T> {
  readonly asks: T;
  readonly tells: ToldState;
  readonly gives: null;
}

/** A question and its answer, while work goes on. */
interface Answered<T, A> {
  readonly asks: T;
  readonly tells: never;
  readonly gives: A;
}

export type LogWork = {
  readonly open: Work<{
    readonly files: readonly LogFile[];
    readonly format: string | undefined;
    /** A pattern of several hung before: which one is found out by telling each run. */
    readonly isCareful: boolean;
    /** The search and list from before, if the log is reopened. */
    readonly before: { readonly search: LogSearch; readonly view: LogView } | null;
  }>;
  readonly evaluate: Work<LogQuestion>;
  readonly search: Work<LogSearch>;
  readonly show: Work<LogView>;
  readonly stop: Work<null>;
  readonly begin: Work<null>;
};

export type LogQuestions = {
  /** The lines from a place of the list, and the place of the chosen event; -1 if it is not listed. */
  readonly rows: Answered<
    { readonly from: number; readonly to: number; readonly chosen: number },
    { readonly rows: readonly LogRow[]; readonly chosenAt: number }
  >;
  /** The event at a place of the list, or with a number, and its text; null if there is none, or its file that cannot be read. */
  readonly event: Answered<
    { readonly place: number } | { readonly number: number },
    | { readonly event: number; readonly file: number; readonly text: string }
    | { readonly lost: FileLoss }
    | null
  >;
  /** The place of the next matching event, or the previous one; -1 if there is none. */
  readonly match: Answered<{ readonly place: number; readonly step: 1 | -1 }, number>;
  /** What the matching events have in common; null if the rule changed meanwhile. */
  readonly noise: Answered<null, Noise | null>;
  /** A filter for these values, tried on the matching events; null if the rule changed meanwhile. */
  readonly leaveOut: Answered<readonly Unwanted[], TriedFilter | null>;
  /** The parts of the log that has been read, each of which can be read by itself. */
  readonly stretches: Answered<null, readonly LogStretch[]>;
  /** The times of events, in milliseconds since 1970; not a number where an event has none. */
  readonly times: Answered<{ readonly first: number; readonly count: number }, Float64Array>;
};

export type LogRequests = LogWork & LogQuestions;
