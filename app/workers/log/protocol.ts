import type { LogQuestion, LogRow, LogSearch, LogState, LogView } from '../../../src/log';

/*
 * What the worker of a large log can be asked. The file itself is only handed over; its text comes back for single events, and
 * for the lines that are on screen.
 */

/** `problems` null: as they were told before. */
export type ToldState = Omit<LogState, 'problems'> & { readonly problems: LogState['problems'] | null };

/** Work on the log: told are its states, and it ends once the log has nothing more to do. A newer one takes over from an older one. */
interface Work<T> {
  readonly asks: T;
  readonly tells: ToldState;
  readonly gives: null;
}

/** Asked and answered, while work goes on. */
interface Answered<T, A> {
  readonly asks: T;
  readonly tells: never;
  readonly gives: A;
}

export type LogWork = {
  readonly open: Work<{
    readonly file: Blob;
    readonly isEvtx: boolean;
    readonly format: string | undefined;
    /** What was searched for and listed before, where the log is opened anew. */
    readonly before: { readonly search: LogSearch; readonly view: LogView } | null;
  }>;
  readonly evaluate: Work<LogQuestion>;
  readonly search: Work<LogSearch>;
  readonly show: Work<LogView>;
  readonly stop: Work<null>;
  readonly begin: Work<null>;
};

export type LogQuestions = {
  /** The lines from a place of the list on, and where the chosen event stands in it; -1 where it is not listed. */
  readonly rows: Answered<
    { readonly from: number; readonly to: number; readonly chosen: number },
    { readonly rows: readonly LogRow[]; readonly chosenAt: number }
  >;
  /** The event at a place of the list and its text; null where the list is shorter. */
  readonly event: Answered<
    { readonly place: number },
    { readonly event: number; readonly text: string } | null
  >;
  /** The place of the next event that matches, or the one before; -1 where there is none. */
  readonly match: Answered<{ readonly place: number; readonly step: 1 | -1 }, number>;
};

export type LogRequests = LogWork & LogQuestions;
