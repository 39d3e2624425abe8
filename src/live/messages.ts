import type { AuthorAnswer, AuthorAsk, Repair, Synthesis, Target, Variant } from '../authoring';
import type { EventDiagnostic, EventFormat } from '../event';
import type { LintDiagnostic } from '../language';
import type { Decision, Mark, RuleInfo, Trace } from '../match';
import type { Range } from '../text';
import type { Compared } from './compare';
import type { DocumentPage, RuleContent, RuleIndicators } from './contents';
import type { CorrelationReport } from './correlation-report';
import type { DocumentInfo } from './documents';
import type { Doing, EventAt } from './doing';
import type { FormatFound } from './formats';
import type { SourceFound } from './sources';
import type { Together } from './together';
import type { VerdictBatch } from './verdict-batch';

/**
 * Results in the order in which a run gives them. What only a panel shows comes only while that panel is open: with the
 * run, or, where it is opened later, at once.
 */
export type LiveMessage =
  /** `ok` false: nothing new can be evaluated; the page keeps the last good result and says so. */
  | {
      readonly kind: 'rule';
      readonly ok: boolean;
      /** Of the rule that is evaluated, which is the last good one where `ok` is false. */
      readonly info: RuleInfo | null;
      /** What reading and compiling found; with what the checks find they come once more, after the verdicts. */
      readonly problems: readonly LintDiagnostic[];
      /** Of a text of several documents all of them, and the number of the one that is evaluated. */
      readonly documents: readonly DocumentInfo[];
      readonly document: number;
    }
  /** Panel `rule`: of the rule that is evaluated, and of the correlations and filters of the newest text. */
  | { readonly kind: 'page'; readonly rule: RuleContent | null; readonly others: readonly DocumentPage[] }
  /** Panel `indicators`: of the rule that is evaluated. */
  | { readonly kind: 'indicators'; readonly found: RuleIndicators | null }
  | {
      readonly kind: 'events';
      readonly format: EventFormat;
      /** The formats that it is made of, each with what it was recognised by. */
      readonly formats: readonly FormatFound[];
      readonly total: number;
      readonly problems: readonly EventDiagnostic[];
    }
  /** Panel `formats`: where the events come from, those of most events first. */
  | { readonly kind: 'sources'; readonly sources: readonly SourceFound[] }
  /** All that there is to say about the newest rule text. */
  | { readonly kind: 'problems'; readonly problems: readonly LintDiagnostic[] }
  | { readonly kind: 'verdicts'; readonly verdicts: VerdictBatch }
  /** All marks of each event that it names; what was sent for these events before is replaced. */
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  | { readonly kind: 'trace'; readonly event: number; readonly trace: Trace | null }
  /** Panel `formats`: the names of the chosen event's fields. */
  | { readonly kind: 'fields'; readonly event: number; readonly fields: readonly string[] }
  /** Panel `explain`: changes of the rule that would make the chosen event match, each tried on the events. */
  | { readonly kind: 'repairs'; readonly event: number; readonly repairs: readonly Repair[] }
  /** How usual evasions of the event's command line fare; null where it does not match or has none. Only when asked for. */
  | { readonly kind: 'variants'; readonly event: number; readonly variants: readonly Variant[] | null }
  /** Panel `explain`: the interpretations that decided the chosen event's verdict. */
  | { readonly kind: 'decisions'; readonly event: number; readonly decisions: readonly Decision[] }
  /** How many events each value and each selection matched; complete only when `done`. */
  | {
      readonly kind: 'counts';
      readonly values: readonly number[];
      readonly selections: readonly number[];
      readonly done: boolean;
    }
  /** What was asked to be written from events. Edits are of the text that the run is about. */
  | { readonly kind: 'authored'; readonly ask: AuthorAsk; readonly answer: AuthorAnswer }
  /** Only for a text of several documents. */
  | ({ readonly kind: 'together' } & Together)
  /** Panel `correlations`: in full; once more where interpretations decided any. */
  | { readonly kind: 'correlations'; readonly reports: readonly CorrelationReport[] }
  /** Only where a version is pinned, last. */
  | { readonly kind: 'compared'; readonly compared: Compared }
  /** What was asked by itself: an event that matches through a value or selection. */
  | { readonly kind: 'made'; readonly target: Target; readonly synthesis: Synthesis }
  /** Sent before a pattern runs that could hang, so that the watchdog can name it. */
  | {
      readonly kind: 'beacon';
      readonly what: string;
      readonly range: Range;
      /** It is a pattern of the pinned version. */
      readonly pinned: boolean;
    }
  /**
   * What is done, and for which event where it is one; told only once a pattern runs in it that could hang, and where such
   * work is over. With `runs` the pattern that was told last runs in it.
   */
  | {
      readonly kind: 'doing';
      readonly doing: Doing;
      readonly event: EventAt | null;
      readonly runs: boolean;
    }
  /** Work for an event that did not end before, by this pattern where one is known, and was not begun again. */
  | {
      readonly kind: 'stopped';
      readonly event: number;
      readonly doing: Doing;
      readonly pattern: string | null;
    }
  | { readonly kind: 'done' };
