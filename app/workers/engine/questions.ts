import type { Doing, LiveSettings, OnScreen } from '../../../src/live';
import type { Range } from '../../../src/text';
import type { Patience, WatchedOptions, WorkerThread } from '../watching';
import type { EngineBeacon, RunMessage } from './protocol';

/*
 * What the engine's client is asked, and what it tells.
 */

/** The input of one run. */
export interface RunQuestion {
  readonly rule: string;
  readonly events: string;
  readonly settings: LiveSettings;
  readonly screen: OnScreen;
}

/** Work that had to be stopped: what it was, as far as the worker had said. */
export interface Hang {
  readonly rule: string;
  /** The pattern that ran. */
  readonly what: string | null;
  /** In the rule's text. */
  readonly range: Range | null;
  readonly doing: Doing | null;
  /** The index of the event that the work was for; null if the whole rule was being evaluated. */
  readonly event: number | null;
}

/** What the page reports after a worker was lost. */
export type EngineLoss = { readonly hang: Hang } | { readonly crash: string };

export interface ClientOptions {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  readonly whenOver?: WatchedOptions<EngineBeacon>['whenOver'];
  /** A worker has been started; it knows no rule and no events yet. */
  readonly onStart?: () => void;
  /** A question is taken, and goes to the worker once that is free. */
  readonly onAsked?: () => void;
  /** A run goes to the worker. `again`: the page already has the answers, from a worker that is gone. */
  readonly onRun: (run: number, question: RunQuestion, again: boolean) => void;
  /** A request made after `run` brings this. */
  readonly onTold: (run: number, message: RunMessage) => void;
  /** A run is done; or it failed, and the worker goes on. */
  readonly onEnd: (run: number, failure: string | null) => void;
  /** The worker is gone; null if only the one who asked needs to know why. */
  readonly onLoss: (loss: EngineLoss | null) => void;
}

/** True if both ask the same, except for what is on screen. */
export function isSame(one: RunQuestion, other: RunQuestion): boolean {
  return (
    one.rule === other.rule &&
    one.events === other.events &&
    one.settings === other.settings &&
    one.screen.document === other.screen.document
  );
}
