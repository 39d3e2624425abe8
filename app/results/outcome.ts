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

/** What is kept of an earlier run until the newest has given its own. */
export type KeptPart = 'sources' | 'together' | 'reports' | 'compared';

/** The run that gave something, and the events that it was asked about. */
export interface Origin {
  readonly run: number;
  readonly events: string;
}

/** What the engine made of one rule that compiled and the events beside it. */
export interface Outcome {
  readonly run: number;
  /** The texts that all ranges below speak of. */
  readonly rule: string;
  readonly events: string;
  readonly info: RuleInfo | null;
  /*
   * What only a panel shows comes only while that panel is open, and goes with the run.
   */
  /** Panel `rule`: undefined until it has come; null where no rule compiles. */
  readonly page: RuleContent | null | undefined;
  /** Panel `indicators`, likewise. */
  readonly indicators: RuleIndicators | null | undefined;
  readonly format: string;
  /** The formats that the events were read as, each with what it was recognised by. */
  readonly formats: readonly FormatFound[];
  /** Panel `formats`: where the events come from; empty until that has come. */
  readonly sources: readonly SourceFound[];
  readonly total: number;
  readonly verdicts: EventVerdicts;
  /** By event; only those that were on screen. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly traces: ReadonlyMap<number, Trace | null>;
  /** Panel `formats`: the names of an event's fields; only of those that were chosen. */
  readonly fields: ReadonlyMap<number, readonly string[]>;
  /** Panel `explain`: by event; only those that were chosen. Their edits are of `rule`. */
  readonly repairs: ReadonlyMap<number, readonly Repair[]>;
  /** Panel `explain`: by event; only those that were chosen. */
  readonly decisions: ReadonlyMap<number, readonly Decision[]>;
  /** By event; only those that were asked for. Null where the event has none. */
  readonly variants: ReadonlyMap<number, readonly Variant[] | null>;
  /** What was left out for an event, since it did not come to an end; by `stoppedKey` the pattern, null where none is known. */
  readonly stopped: ReadonlyMap<string, string | null>;
  readonly counts: Counts | null;
  /** The number of the document that all this is about. */
  readonly document: number;
  /** Of a text of several documents what they give together; an earlier run's, until this run's own has come. */
  readonly together: Together | null;
  /** Panel `correlations`: in full; null until they have come. Of an earlier run, until this run's own have. */
  readonly reports: readonly CorrelationReport[] | null;
  /** Where a version is pinned, what both make of the events; of the same events an earlier run's, until this run's own has come. */
  readonly compared: Compared | null;
  /** Where these parts come from; null where there is none. */
  readonly origins: { readonly [P in KeptPart]: Origin | null };
}

/** Everything that the page shows and did not get from the person: derived from the runs, never edited. */
export interface Results {
  /** The newest outcome, or, while the rule does not compile, the last good one. */
  readonly outcome: Outcome;
  /** How the rule's text has changed since the one that `outcome` was made of. */
  readonly ruleChanges: readonly TextChange[];
  /** The rule does not compile: `outcome` is an earlier one. */
  readonly stale: boolean;
  readonly running: boolean;
  /** Something newer was asked, of which nothing can be shown yet: all this is of before. */
  readonly awaited: boolean;
  /** True once the first run has come to its end. */
  readonly settled: boolean;
  /** Problems of the newest run, with the texts that their ranges speak of. */
  readonly ruleText: string;
  readonly eventsText: string;
  readonly ruleProblems: readonly LintDiagnostic[];
  /** Those of them that the checks found, which come after the verdicts. */
  readonly checkProblems: readonly LintDiagnostic[];
  /** The documents of `ruleText`, where it has several. */
  readonly documents: readonly DocumentInfo[];
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
  running: false,
  awaited: false,
  settled: false,
  ruleText: '',
  eventsText: '',
  ruleProblems: [],
  checkProblems: [],
  documents: [],
  pages: null,
  eventProblems: [],
  hang: null,
  failure: null,
};

/** By what an outcome keeps that this was left out for an event. */
export function stoppedKey(doing: Doing, event: number): string {
  return `${doing} ${event}`;
}

/** True where this part of an outcome is an earlier run's. */
export function isEarlier({ run, origins }: Outcome, part: KeptPart): boolean {
  const origin = origins[part];
  return origin !== null && origin.run !== run;
}
