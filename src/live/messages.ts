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
import type { ReadAs } from './versions';

/**
 * Results, in the order in which a run posts them. What only a panel shows comes only while that panel is open: with
 * the run or, if it is opened later, at once.
 */
export type LiveMessage =
  /** `ok` false: nothing new can be evaluated. The page keeps the last good result and says so. */
  | {
      readonly kind: 'rule';
      readonly ok: boolean;
      /** For the rule that is evaluated, which is the last good one if `ok` is false. */
      readonly info: RuleInfo | null;
      /** The problems found by reading and compiling; they come again, with those of the checks, after the verdicts. */
      readonly problems: readonly LintDiagnostic[];
      /** All documents of a text with several, and the index of the one that is evaluated. */
      readonly documents: readonly DocumentInfo[];
      readonly document: number;
      /** The versions of the specification that the documents of the newest text are read as. */
      readonly versions: readonly ReadAs[];
    }
  /** Panel `rule`: for the rule that is evaluated, and for the correlations and filters of the newest text. */
  | { readonly kind: 'page'; readonly rule: RuleContent | null; readonly others: readonly DocumentPage[] }
  /** Panel `indicators`: for the rule that is evaluated. */
  | { readonly kind: 'indicators'; readonly found: RuleIndicators | null }
  | {
      readonly kind: 'events';
      readonly format: EventFormat;
      /** The formats of the text, each with how it was recognised. */
      readonly formats: readonly FormatFound[];
      readonly total: number;
      readonly problems: readonly EventDiagnostic[];
    }
  /** Panel `formats`: the log sources of the events, most frequent first. */
  | { readonly kind: 'sources'; readonly sources: readonly SourceFound[] }
  /** All problems of the newest rule text. */
  | { readonly kind: 'problems'; readonly problems: readonly LintDiagnostic[] }
  | { readonly kind: 'verdicts'; readonly verdicts: VerdictBatch }
  /** All marks of each event that it names; they replace earlier ones for these events. */
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  /** `isVaried`: the event matches and has a command line, which could be written in other ways. */
  | {
      readonly kind: 'trace';
      readonly event: number;
      readonly trace: Trace | null;
      readonly isVaried: boolean;
    }
  /** Panel `formats`: the names of the chosen event's fields. */
  | { readonly kind: 'fields'; readonly event: number; readonly fields: readonly string[] }
  /** Panel `explain`: changes to the rule that would make the chosen event match, each tried on the events. */
  | { readonly kind: 'repairs'; readonly event: number; readonly repairs: readonly Repair[] }
  /**
   * Which common evasions of the event's command line still match; null if it does not match or has no command line.
   * Only on request.
   */
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
  /** What was requested to be written from events. Edits apply to the text of the run. */
  | { readonly kind: 'authored'; readonly ask: AuthorAsk; readonly answer: AuthorAnswer }
  /** Only for a text with several documents. */
  | ({ readonly kind: 'together' } & Together)
  /** Panel `correlations`: in full. Sent again if interpretations decided any. */
  | { readonly kind: 'correlations'; readonly reports: readonly CorrelationReport[] }
  /** Only if a version is pinned; last. */
  | { readonly kind: 'compared'; readonly compared: Compared }
  /** Requested separately: an event that matches through a value or selection. */
  | { readonly kind: 'made'; readonly target: Target; readonly synthesis: Synthesis }
  /** Sent before a pattern first runs that may take long, so that the watchdog can name it. */
  | {
      readonly kind: 'beacon';
      readonly what: string;
      readonly range: Range;
      /** The pattern is from the pinned version. */
      readonly pinned: boolean;
      /** No other pattern can be running until the next such message. */
      readonly isSure: boolean;
    }
  /**
   * The current work, and its event if it is for one; sent only when a pattern that may hang runs in it, and when such
   * work ends. With `runs`, the last announced pattern runs in it.
   */
  | {
      readonly kind: 'doing';
      readonly doing: Doing;
      readonly event: EventAt | null;
      readonly runs: boolean;
    }
  /** Work for an event that is not started again, because it did not end before; with the pattern, if known. */
  | {
      readonly kind: 'stopped';
      readonly event: number;
      readonly doing: Doing;
      readonly pattern: string | null;
    }
  | { readonly kind: 'done' };
