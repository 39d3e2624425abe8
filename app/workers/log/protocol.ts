import type { LogQuestion, LogRow, LogSearch, LogState, LogView } from '../../../src/log';

/*
 * What the page and the thread of a large log say to each other. The file itself is only handed over; its text comes back
 * for single events, and for the lines that are on screen.
 */

/** Questions that are answered once. */
export interface Answers {
  /** The lines from a place of the list on, and where the chosen event stands in it; -1 where it is not listed. */
  rows: {
    readonly asks: { readonly from: number; readonly to: number; readonly chosen: number };
    readonly gives: { readonly rows: readonly LogRow[]; readonly chosenAt: number };
  };
  /** The event at a place of the list and its text; null where the list is shorter. */
  event: {
    readonly asks: { readonly place: number };
    readonly gives: { readonly event: number; readonly text: string } | null;
  };
  /** The place of the next event that matches, or the one before; -1 where there is none. */
  match: { readonly asks: { readonly place: number; readonly step: 1 | -1 }; readonly gives: number };
}

export type AnswerKind = keyof Answers;

export type Request =
  | {
      readonly kind: 'open';
      readonly file: Blob;
      readonly isEvtx: boolean;
      readonly format: string | undefined;
    }
  | { readonly kind: 'ask'; readonly question: LogQuestion }
  | { readonly kind: 'search'; readonly search: LogSearch }
  | { readonly kind: 'show'; readonly view: LogView }
  | { readonly kind: 'stop' }
  | { readonly kind: 'begin' }
  | { [K in AnswerKind]: { readonly kind: K; readonly number: number } & Answers[K]['asks'] }[AnswerKind];

/** `problems` null: as they were told before. */
export type ToldState = Omit<LogState, 'problems'> & { readonly problems: LogState['problems'] | null };

export type Response =
  | { readonly kind: 'state'; readonly state: ToldState }
  /** `answer` undefined: the file could not be read. */
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  /** A pattern runs that may hang: from here on silence means that it does. */
  | { readonly kind: 'beacon'; readonly what: string }
  /** The file could not be opened. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'alive' };
