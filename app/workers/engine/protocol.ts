import type { AuthorAsk, Target } from '../../../src/authoring';
import type { SeenValue } from '../../../src/language';
import type { LiveMessage, LiveSettings, OnScreen, SeenQuestion, VerdictBatch } from '../../../src/live';
import { VERDICTS } from '../../../src/match';

/*
 * What the page and the engine's worker say to each other. Every message of one run carries its number; a newer run
 * supersedes an older one, whose remaining messages are dropped. Results come in stages, what is visible first.
 */

/** The engine's own shapes, under the names that the page uses. */
export type Settings = LiveSettings;
export type Look = OnScreen;
export type Verdicts = VerdictBatch;
export type { SeenQuestion, SeenValue };
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
  /** The person chose another event, scrolled, or opened a panel; answered from the run's own results. */
  | { readonly kind: 'look'; readonly run: number; readonly look: Look }
  /** The person opened the variants of an event; answered from the run's own results, once it is done. */
  | { readonly kind: 'variants'; readonly run: number; readonly event: number }
  /** What stands in the events, for whoever writes the rule; `ask` comes back with the answer. */
  | { readonly kind: 'seen'; readonly ask: number; readonly question: SeenQuestion }
  /** An event is wanted that matches the run's rule through `target`. */
  | { readonly kind: 'make'; readonly run: number; readonly target: Target }
  /** Something is to be written from the run's events. */
  | { readonly kind: 'author'; readonly run: number; readonly ask: AuthorAsk };

export type Response =
  /** The worker's script has loaded; the watchdog watches from here on. */
  | { readonly kind: 'ready' }
  /** A sign of life between two pieces of a long run. */
  | { readonly kind: 'alive'; readonly run: number }
  /** The worker is free again, whether the run was done, failed or superseded. */
  | { readonly kind: 'idle'; readonly run: number }
  | { readonly kind: 'seen'; readonly ask: number; readonly values: readonly SeenValue[] }
  | WithRun<LiveMessage>
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

type WithRun<T> = T extends unknown ? T & { readonly run: number } : never;
