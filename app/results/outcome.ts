import type { Repair, Variant } from '../../src/authoring';
import type { EventDiagnostic } from '../../src/event';
import type { LintDiagnostic } from '../../src/language';
import type {
  Compared,
  CorrelationReport,
  DocumentInfo,
  DocumentPage,
  Doing,
  FormatFound,
  ReadAs,
  RuleContent,
  RuleIndicators,
  SourceFound,
  Together,
} from '../../src/live';
import type { Decision, Mark, RuleInfo, Trace } from '../../src/match';
import type { Hang } from '../workers/engine/client';
import type { TextChange } from './text-changes';
import { type EventVerdicts, NO_VERDICTS } from './verdict-columns';

/** How many events each value and each selection matched. */
export interface Counts {
  readonly values: readonly number[];
  readonly selections: readonly number[];
  readonly done: boolean;
}

/** What stays from an earlier run until the newest has its own. */
export type KeptPart = 'sources' | 'together' | 'reports' | 'compared';

/** The run that made something, and the events that it ran on. */
export interface Origin {
  readonly run: number;
  readonly events: string;
}

/** The results of the engine for one rule that compiled and the events. */
export interface Outcome {
  readonly run: number;
  /** The texts that all ranges below belong to. */
  readonly rule: string;
  readonly events: string;
  readonly info: RuleInfo | null;
  /*
   * What only a panel shows comes only while that panel is open, and goes with the run.
   */
  /** Panel `rule`: undefined until it has come; null if no rule compiles. */
  readonly page: RuleContent | null | undefined;
  /** Panel `indicators`, likewise. */
  readonly indicators: RuleIndicators | null | undefined;
  readonly format: string;
  /** The formats of the events, each with how it was recognised. */
  readonly formats: readonly FormatFound[];
  /** Panel `formats`: the log sources of the events; empty until they have come. */
  readonly sources: readonly SourceFound[];
  readonly total: number;
  readonly verdicts: EventVerdicts;
  /** By event; only those that were on screen. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly traces: ReadonlyMap<number, Trace | null>;
  /** Of the events with a trace, those that match and have a command line, which could be written in other ways. */
  readonly varied: ReadonlySet<number>;
  /** Panel `formats`: the field names of an event; only of those that were chosen. */
  readonly fields: ReadonlyMap<number, readonly string[]>;
  /** Panel `explain`: by event; only those that were chosen. Their edits apply to `rule`. */
  readonly repairs: ReadonlyMap<number, readonly Repair[]>;
  /** Panel `explain`: by event; only those that were chosen. */
  readonly decisions: ReadonlyMap<number, readonly Decision[]>;
  /** By event; only those that were asked for. Null if the event has no command line. */
  readonly variants: ReadonlyMap<number, readonly Variant[] | null>;
  /** What was left out for an event because it took too long: by `stoppedKey` the pattern, null if none is known. */
  readonly stopped: ReadonlyMap<string, string | null>;
  readonly counts: Counts | null;
  /** The index of the document that all this is about. */
  readonly document: number;
  /** For a text with several documents, what they give together; an earlier run's, until this run's own has come. */
  readonly together: Together | null;
  /** Panel `correlations`: in full; null until they have come. An earlier run's, until this run's own have come. */
  readonly reports: readonly CorrelationReport[] | null;
  /**
   * If a version is pinned, the results of both; for the same events an earlier run's, until this run's own has come.
   */
  readonly compared: Compared | null;
  /** The runs that these parts come from; null for a part that is not there. */
  readonly origins: { readonly [P in KeptPart]: Origin | null };
}

/** Everything on the page that does not come from the user: derived from the runs, never edited. */
export interface Results {
  /** The newest outcome or, while the rule does not compile, the last good one. */
  readonly outcome: Outcome;
  /** How the rule's text has changed since the one that `outcome` belongs to. */
  readonly ruleChanges: readonly TextChange[];
  /** The rule does not compile: `outcome` is an earlier one. */
  readonly stale: boolean;
  /** And the engine has been restarted since, and does not know that rule: nothing more comes of it. */
  readonly isFinal: boolean;
  readonly running: boolean;
  /** Something newer was asked and has no results to show yet: all of this is from an earlier run. */
  readonly awaited: boolean;
  /** True once the first run has come to its end. */
  readonly settled: boolean;
  /** Problems of the newest run, with the texts that their ranges belong to. */
  readonly ruleText: string;
  readonly eventsText: string;
  readonly ruleProblems: readonly LintDiagnostic[];
  /** The rule's text has no rule in it: that is a beginning, and none of its problems. */
  readonly isEmpty: boolean;
  /** Those of the checks; they come after the verdicts. */
  readonly checkProblems: readonly LintDiagnostic[];
  /** The documents of `ruleText`, if it has several. */
  readonly documents: readonly DocumentInfo[];
  /** The versions of the specification that the documents of `ruleText` are read as. */
  readonly versions: readonly ReadAs[];
  /** Panel `rule`: the pages of its correlations and filters; null until they have come. */
  readonly pages: readonly DocumentPage[] | null;
  readonly eventProblems: readonly EventDiagnostic[];
  readonly hang: Hang | null;
  readonly failure: string | null;
}

export const NOTHING: Outcome = {
  run: 0,
  rule: '',
  events: '',
  info: null,
  page: undefined,
  indicators: undefined,
  format: '',
  formats: [],
  sources: [],
  total: 0,
  verdicts: NO_VERDICTS,
  marks: new Map(),
  traces: new Map(),
  varied: new Set(),
  fields: new Map(),
  repairs: new Map(),
  decisions: new Map(),
  variants: new Map(),
  stopped: new Map(),
  counts: null,
  document: 0,
  together: null,
  reports: null,
  compared: null,
  origins: { sources: null, together: null, reports: null, compared: null },
};

export const NO_RESULTS: Results = {
  outcome: NOTHING,
  ruleChanges: [],
  stale: false,
  isFinal: false,
  running: false,
  awaited: false,
  settled: false,
  ruleText: '',
  eventsText: '',
  ruleProblems: [],
  isEmpty: false,
  checkProblems: [],
  documents: [],
  versions: [],
  pages: null,
  eventProblems: [],
  hang: null,
  failure: null,
};

/** The key under which an outcome records that this was left out for an event. */
export function stoppedKey(doing: Doing, event: number): string {
  return `${doing} ${event}`;
}

/** True if this part of an outcome is from an earlier run. */
export function isEarlier({ run, origins }: Outcome, part: KeptPart): boolean {
  const origin = origins[part];
  return origin !== null && origin.run !== run;
}
