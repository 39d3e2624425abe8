import type { Suite } from '../../src/expect';
import type { FileAt } from './dropped';

/*
 * What the text of the events was read from, so that it can be written again as it was.
 */

/** Where the events of a test stand in the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A rule that was opened with its regression data. */
export interface OpenedRegression {
  readonly rule: FileAt;
  /** The rule's text as it was read, and its id. */
  readonly ruleText: string;
  readonly info: FileAt;
  readonly infoText: string;
  readonly suite: Suite;
  /** For each test of the suite, where its events stand in the text; null if its file was not found. */
  readonly stretches: readonly (Stretch | null)[];
  /** All files of the tests, and what else is in the folder of `info`. */
  readonly files: readonly FileAt[];
}

/** What a text of events was read from. */
export type Recording =
  /** One event log. */
  { readonly kind: 'log'; readonly file: File } | ({ readonly kind: 'regression' } & OpenedRegression);

/** As many as there are sheets, and some that undo brings back. */
const MOST = 24;

let kept: readonly { readonly events: string; readonly recording: Recording }[] = [];

/** Remembers what a text of events was read from, as long as the page is open. */
export function rememberRecording(events: string, recording: Recording): void {
  kept = [{ events, recording }, ...kept.filter((one) => one.events !== events)].slice(0, MOST);
}

/** What a text of events was read from; null if it was typed, or changed since. */
export function recordingOf(events: string): Recording | null {
  return kept.find((one) => one.events === events)?.recording ?? null;
}
