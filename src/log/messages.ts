import type { EventCode, EvtxCode } from '../event';
import type { LiveSettings } from '../live';
import type { FoundFormat } from './source';
import type { SummaryPart } from './summary';
import type { LogView } from './view';

/** What a log's events are asked: a rule text, the number of the document of it, and the settings. */
export interface LogQuestion {
  readonly rule: string;
  readonly document: number;
  readonly settings: LiveSettings;
}

/** What a log is searched for. */
export interface LogSearch {
  readonly text: string;
  readonly matchCase: boolean;
}

/** What a log is at. */
export type LogPhase = 'opening' | 'evaluating' | 'searching' | 'ready';

/** What is wrong in a log, and where. */
export interface LogProblem {
  readonly code: EventCode | EvtxCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** In bytes of the file. */
  readonly offset: number;
  /** The number of the malformed event; null where it is damage between events. */
  readonly event: number | null;
}

/** A log as it stands: plain data, small whatever the log's size. */
export interface LogState {
  /** Grows with each change of what is listed or of what is told of it. */
  readonly version: number;
  readonly phase: LogPhase;
  /** The person stopped it before its phase was through. */
  readonly stopped: boolean;
  /** Bytes that the phase has been through, and that it goes through. */
  readonly done: number;
  readonly size: number;
  readonly events: number;
  /** How many events have each verdict, in the order of `VERDICTS`. */
  readonly tally: readonly number[];
  /** The selections of the rule that is asked, with how many events each matches; none before a rule has compiled. */
  readonly selections: readonly { readonly name: string; readonly count: number }[];
  /** How many events each value of that rule matches. */
  readonly values: readonly number[];
  /** The text of the rule that all this is about: of a text that does not compile, the last good one. */
  readonly rule: string;
  /** The number of its document. */
  readonly document: number;
  readonly view: LogView;
  readonly search: LogSearch;
  /** How many events are listed. */
  readonly listed: number;
  /** The list is in the order of time; false while a log is opened. */
  readonly sorted: boolean;
  /** How many events have a time. */
  readonly timed: number;
  readonly formats: readonly FoundFormat[];
  /** The first thousand; `problemCount` is how many there are. */
  readonly problems: readonly LogProblem[];
  readonly problemCount: number;
  /** Why the file cannot be read on; null where it can. */
  readonly failure: string | null;
}

/** A line of the list. */
export interface LogRow {
  /** The event's number in the file, from 0. */
  readonly event: number;
  /** Its verdict, by its place in `VERDICTS`, or `PENDING`. */
  readonly code: number;
  /** Milliseconds since 1970; null where it has no time. */
  readonly time: number | null;
  /** The label of its source: `Sysmon 1`. */
  readonly source: string;
  readonly summary: readonly SummaryPart[];
  /** What is wrong with it, where it is malformed. */
  readonly fault: string | null;
}
