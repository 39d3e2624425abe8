import type { Decision } from '../../src/match/decided-by';
import type { Repair } from '../../src/match/repair';
import type { Mark } from '../../src/match/report';
import { type Trace, VERDICTS } from '../../src/match/trace';
import type { DescribedRule, DocumentInfo } from '../../src/session/documents';
import type { SessionLook, SessionSettings } from '../../src/session/session';
import type { Together } from '../../src/session/together';
import type { VerdictColumns } from '../../src/session/verdict-columns';
import type { Diagnostic } from '../../src/text/diagnostic';
import type { Range } from '../../src/text/range';

/*
 * What the page and the engine's worker say to each other. Every message of one run carries its number; a newer run
 * supersedes an older one, whose remaining messages are dropped. Results come in stages, what is visible first.
 */

/** The engine's own shapes, under the names that the page uses. */
export type Settings = SessionSettings;
export type Look = SessionLook;
export type Verdicts = VerdictColumns;
export { VERDICTS };

export type Request =
  /** `events` null: the same text as in the run before (it may be large, and posting copies it). */
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly rule: string;
      readonly events: string | null;
      readonly settings: Settings;
      readonly look: Look;
    }
  /** A newer run waits: stop `run` at the next place where it yields, and say `idle`. */
  | { readonly kind: 'supersede'; readonly run: number }
  /** The person chose another event or scrolled; answered from the run's own results. */
  | { readonly kind: 'look'; readonly run: number; readonly look: Look };

export type Response =
  /** The worker's script has loaded; the watchdog watches from here on. */
  | { readonly kind: 'ready' }
  /** A sign of life between two pieces of a long run. */
  | { readonly kind: 'alive'; readonly run: number }
  /** The worker is free again, whether the run was done, failed or superseded. */
  | { readonly kind: 'idle'; readonly run: number }
  /** `ok` false: nothing can be evaluated; the page keeps the last good result and says so. */
  | {
      readonly kind: 'rule';
      readonly run: number;
      readonly ok: boolean;
      readonly info: DescribedRule | null;
      readonly problems: readonly Diagnostic[];
      /** Of a text of several documents all of them, and the number of the one that is evaluated. */
      readonly documents: readonly DocumentInfo[];
      readonly document: number;
    }
  | {
      readonly kind: 'events';
      readonly run: number;
      readonly format: string;
      readonly total: number;
      readonly problems: readonly Diagnostic[];
    }
  | { readonly kind: 'verdicts'; readonly run: number; readonly verdicts: Verdicts }
  /** All marks of each event that it names; what was sent for these events before is replaced. */
  | { readonly kind: 'marks'; readonly run: number; readonly marks: readonly Mark[] }
  | { readonly kind: 'trace'; readonly run: number; readonly event: number; readonly trace: Trace | null }
  /** Changes of the rule that would make the chosen event match, each tried on the events. */
  | {
      readonly kind: 'repairs';
      readonly run: number;
      readonly event: number;
      readonly repairs: readonly Repair[];
    }
  /** The interpretations that decided the chosen event's verdict, each with the explanation under the other reading. */
  | {
      readonly kind: 'decisions';
      readonly run: number;
      readonly event: number;
      readonly decisions: readonly Decision[];
    }
  /** How many events each value and each selection matched; complete only when `done`. */
  | {
      readonly kind: 'counts';
      readonly run: number;
      readonly values: readonly number[];
      readonly selections: readonly number[];
      readonly done: boolean;
    }
  /** What the documents of a text of several give together. */
  | ({ readonly kind: 'together'; readonly run: number } & Together)
  /** Sent before a pattern runs that could hang, so that the watchdog can name it. */
  | { readonly kind: 'beacon'; readonly run: number; readonly what: string; readonly range: Range }
  | { readonly kind: 'done'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

type WithoutRun<T> = T extends unknown ? Omit<T, 'run'> : never;

/** What `EngineSession` posts: a response of a run, to which the worker adds the run's number. */
export type RunBody = WithoutRun<Exclude<Response, { kind: 'ready' | 'alive' | 'idle' }>>;
