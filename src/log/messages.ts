import type { LeaveOut } from '../authoring';
import type { EventCode, EvtxCode } from '../event';
import type { LiveSettings } from '../live';
import type { Edit, Words } from '../text';
import type { FileLoss, FoundFormat, LogPiecePlace } from './source';
import type { SummaryPart } from './summary';
import type { LogView } from './view';

/** The question about a log's events: a rule text, the index of its document, and the settings. */
export interface LogQuestion {
  readonly rule: string;
  readonly document: number;
  readonly settings: LiveSettings;
}

/** The search in a log. */
export interface LogSearch {
  readonly text: string;
  readonly matchCase: boolean;
}

/** The current work of a log. */
export type LogPhase = 'opening' | 'evaluating' | 'searching' | 'ready';

/** A problem in a log, and where it is. */
export interface LogProblem {
  readonly code: EventCode | EvtxCode;
  readonly severity: 'error' | 'warning';
  readonly message: Words;
  /** Its file among those of the log. */
  readonly file: number;
  /** In bytes of the file. */
  readonly offset: number;
  /** The index of the malformed event; null for damage between events. */
  readonly event: number | null;
}

/** The state of a log: plain data, small whatever the log's size. */
export interface LogState {
  /** Increases with each change of the list or its content. */
  readonly version: number;
  readonly phase: LogPhase;
  /** The user stopped it before its phase was complete. */
  readonly stopped: boolean;
  /** How many bytes the phase has processed, and how many it has to process. */
  readonly done: number;
  readonly size: number;
  readonly events: number;
  /** How many events have each verdict, in the order of `VERDICTS`. */
  readonly tally: readonly number[];
  /** The selections of the rule, with how many events each matches; none before a rule has compiled. */
  readonly selections: readonly { readonly name: string; readonly count: number }[];
  /** How many events each value of that rule matches. */
  readonly values: readonly number[];
  /** The text of the rule that all this is about: for a text that does not compile, the last good one. */
  readonly rule: string;
  /** The index of its document. */
  readonly document: number;
  readonly view: LogView;
  readonly search: LogSearch;
  /** How many events are listed. */
  readonly listed: number;
  /** The list is sorted by time; false while a log is opened. */
  readonly sorted: boolean;
  /** How many events have a time. */
  readonly timed: number;
  readonly formats: readonly FoundFormat[];
  /** The first thousand; `problemCount` is how many there are. */
  readonly problems: readonly LogProblem[];
  readonly problemCount: number;
  /** How many problems each file has that has any. */
  readonly problemsOfFiles: readonly { readonly file: number; readonly count: number }[];
  /** Files that cannot be read, or no longer. */
  readonly losses: readonly FileLoss[];
  /** Why the rest of the file cannot be read; null if it can. */
  readonly failure: string | null;
}

/** A line of the list. */
export interface LogRow {
  /** The event's index in the log. */
  readonly event: number;
  /** Its file among those of the log. */
  readonly file: number;
  /** Its verdict, as an index in `VERDICTS`, or `PENDING`. */
  readonly code: number;
  /** Milliseconds since 1970; null if it has no time. */
  readonly time: number | null;
  /** The label of its source: `Sysmon 1`. */
  readonly source: string;
  readonly summary: readonly SummaryPart[];
  /** What is wrong with it, if it is malformed. */
  readonly fault: Words | null;
}

/** A part of a log that can be read by itself. */
export interface LogStretch {
  readonly place: LogPiecePlace;
  /** Its file among those of the log. */
  readonly file: number;
  /** Bytes of the file that belong only to it. */
  readonly bytes: number;
}

/** A filter that leaves events out, tried on the log; or why none can be written. */
export type TriedFilter =
  | Extract<LeaveOut, { readonly refused: Words }>
  | {
      readonly edits: readonly Edit[];
      readonly filter: string;
      readonly title: Words;
      /** The rule's text that the edits are for. */
      readonly rule: string;
      /** How many events match without it, and with it. */
      readonly before: number;
      readonly after: number;
    };
