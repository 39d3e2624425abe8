import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../../src/authoring';
import type { Paper } from '../../../src/export';
import type { SeenValue } from '../../../src/language';
import type {
  Doing,
  EventAt,
  LiveMessage,
  LivePaperAsk,
  LiveRedactAsk,
  LiveSettings,
  OnScreen,
  SeenQuestion,
} from '../../../src/live';
import type { Redaction } from '../../../src/redact';
import type { Tried, TryAsk } from '../../../src/teach';
import type { Range } from '../../../src/text';
import type { Beacon } from '../wire';

/*
 * The requests to the engine's worker. A run comes first: everything else is answered from what the last run read and
 * compiled.
 */

/** What a run reports, in stages, visible parts first. */
export type RunMessage = Exclude<
  LiveMessage,
  { readonly kind: 'beacon' | 'doing' | 'made' | 'authored' | 'done' }
>;

/** A part of a long list of a message. The message itself follows its parts, and lacks what they have. */
export interface MessagePart {
  readonly kind: 'part';
  /** The list's name. */
  readonly list: string;
  readonly items: readonly unknown[];
}

/** A message of a run, whichever request caused it. */
export interface RunNews {
  /** The number of the run's request. */
  readonly run: number;
  readonly message: RunMessage | MessagePart;
}

/** Answered without messages on the way. */
interface Answered<T, A> {
  readonly asks: T;
  readonly tells: never;
  readonly gives: A;
}

/** Its results come as news; the answer only says that there are no more. */
type Order<T> = Answered<T, null>;

export type EngineRequests = {
  readonly run: Order<{
    readonly rule: string;
    /** Null: the same text as in the run before (it may be large, and posting copies it). */
    readonly events: string | null;
    readonly settings: LiveSettings;
    readonly screen: OnScreen;
  }>;
  /** The user chose another event, scrolled, or opened a panel. */
  readonly look: Order<OnScreen>;
  /** Which evasions of an event's command line still match. */
  readonly variants: Order<{ readonly event: number }>;
  /** Values in the events, for the author of the rule. */
  readonly seen: Answered<SeenQuestion, readonly SeenValue[]>;
  /** An event that matches the rule through a value or a selection; null if no rule compiles. */
  readonly make: Answered<Target, Synthesis | null>;
  /** Something to write from the events. */
  readonly author: Answered<AuthorAsk, AuthorAnswer | null>;
  /** The events with made-up names, the same for all texts of the request. */
  readonly redact: Answered<readonly LiveRedactAsk[], readonly Redaction[]>;
  /** What is to be exported, for the texts of the request. */
  readonly paper: Answered<LivePaperAsk, Paper>;
  /** A try of a lesson, graded, with help if that is asked. */
  readonly try: Answered<TryAsk, Tried>;
};

/** What the engine is about to do. */
export interface EngineBeacon extends Beacon {
  readonly doing?: Doing;
  readonly event?: EventAt | null;
  /** Where the pattern is in the rule. */
  readonly range?: Range;
}
