import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../../src/authoring';
import type { SeenValue } from '../../../src/language';
import type { Doing, EventAt, LiveMessage, LiveSettings, OnScreen, SeenQuestion } from '../../../src/live';
import type { Range } from '../../../src/text';
import type { Beacon } from '../wire';

/*
 * What the engine's worker can be asked. A run comes first: all else is answered from what the last run has read and compiled.
 */

/** What a run tells, in stages, what is visible first. */
export type RunMessage = Exclude<
  LiveMessage,
  { readonly kind: 'beacon' | 'doing' | 'made' | 'authored' | 'done' }
>;

/** Told of a run, whichever request had it made. */
export interface RunNews {
  /** The number of the run's request. */
  readonly run: number;
  readonly message: RunMessage;
}

/** Answered without anything told on the way. */
interface Answered<T, A> {
  readonly asks: T;
  readonly tells: never;
  readonly gives: A;
}

/** What this has made comes as news; the answer only says that there is no more. */
type Order<T> = Answered<T, null>;

export type EngineRequests = {
  readonly run: Order<{
    readonly rule: string;
    /** Null: the same text as in the run before (it may be large, and posting copies it). */
    readonly events: string | null;
    readonly settings: LiveSettings;
    readonly screen: OnScreen;
  }>;
  /** The person chose another event, scrolled, or opened a panel. */
  readonly look: Order<OnScreen>;
  /** How evasions of an event's command line fare. */
  readonly variants: Order<{ readonly event: number }>;
  /** What stands in the events, for whoever writes the rule. */
  readonly seen: Answered<SeenQuestion, readonly SeenValue[]>;
  /** An event that matches the rule through a value or a selection; null where no rule compiles. */
  readonly make: Answered<Target, Synthesis | null>;
  /** Something to be written from the events. */
  readonly author: Answered<AuthorAsk, AuthorAnswer | null>;
};

/** What the engine is about to do. */
export interface EngineBeacon extends Beacon {
  readonly doing?: Doing;
  readonly event?: EventAt | null;
  /** Where the pattern stands in the rule. */
  readonly range?: Range;
}
