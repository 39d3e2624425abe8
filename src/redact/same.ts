import { type EventSlice, readEvents } from '../event';
import {
  correlations,
  Evaluator,
  explainWith,
  itemTraces,
  type MatchOptions,
  RuleVerdicts,
  type Trace,
} from '../match';
import type { Collection } from '../rule';

/* What has to stay the same: verdicts, what matches, and the reasons why something does not. */

/** What the rules say of a text: by event, and of all events together. Equal records are the same findings. */
export interface Findings {
  readonly events: readonly string[];
  readonly together: string;
  /** The number of verdicts. */
  readonly verdicts: number;
}

/** What was found for events that were run before, by their text; between other characters it may be another event. */
export class Known {
  private between = '';
  private readonly byText = new Map<string, string>();

  /** The findings of events with these characters between them. */
  within(between: string): Map<string, string> {
    if (between !== this.between) this.byText.clear();
    this.between = between;
    return this.byText;
  }
}

/** Runs all rules of a collection over a text. Yields between events. */
export function* findingsOf(
  collection: Collection,
  text: string,
  format: string | undefined,
  options: MatchOptions,
  known: Known,
): Generator<void, Findings> {
  const { slices } = readEvents(text, format);
  yield;
  const evaluators = collection.plans.map(({ plan }) => new Evaluator(plan));
  const wanted = collection.correlations.flatMap(({ references }) =>
    references.flatMap(({ kind, index }) => (kind === 'rule' ? [index] : [])),
  );
  const before = known.within(betweenOf(text, slices));
  const verdicts = new RuleVerdicts(collection, wanted, options);
  const events: string[] = [];
  let count = 0;
  for (const slice of slices) {
    const { event } = slice;
    if (!event) events.push(slice.code);
    else {
      const own = text.slice(slice.range.start, slice.range.end);
      const found =
        before.get(own) ??
        evaluators.map((evaluator) => said(explainWith(evaluator, event, options))).join('\n');
      before.set(own, found);
      events.push(found);
      count += evaluators.length;
      if (wanted.length > 0) verdicts.take(event);
      else event.release?.();
    }
    yield;
  }
  const read = slices.flatMap(({ event }) => event ?? []);
  const results = wanted.length === 0 ? [] : yield* correlations(collection, read, verdicts);
  const together = results.map(({ firings, nearest, matched, leftOut }) => [
    firings
      .map(({ members, value, absence }) => [
        members.map(({ event, references }) => [event, references]),
        value,
        absence?.references,
      ])
      .sort(byFirst),
    nearest && [
      nearest.value,
      nearest.missing,
      nearest.blocked.map(({ event, reference }) => [event, reference]),
    ],
    matched,
    leftOut.map(({ event, reason }) => [event, reason]),
  ]);
  return { events, together: JSON.stringify(together), verdicts: count };
}

/** What stands between events: brackets, the header of a table, the name of a list. */
function betweenOf(text: string, slices: readonly EventSlice[]): string {
  let between = '';
  let at = 0;
  for (const { range } of slices) {
    if (range.start > at) between += text.slice(at, range.start);
    at = Math.max(at, range.end);
  }
  return between + text.slice(at);
}

/** Firings of the same time are ordered by their key, which may be a name. */
function byFirst(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** An explanation without the values of the event. */
function said({ verdict, selections, causes }: Trace): string {
  const items = itemTraces(selections).map(([{ matched, miss, values }]) => [
    matched,
    miss?.reason,
    values.map((value) => [value.matched, value.miss?.reason]),
  ]);
  const reasons = causes.map(({ selection, item, miss }) => [selection, item.start, miss.reason]);
  return JSON.stringify([verdict, selections.map(({ matched }) => matched), items, reasons]);
}

/** The indexes of events with other findings; null if the events are not the same ones, or all together differ. */
export function differing(one: Findings, other: Findings): number[] | null {
  if (one.events.length !== other.events.length) return null;
  const found = one.events.flatMap((said, i) => (said === other.events[i] ? [] : [i]));
  return found.length === 0 && one.together !== other.together ? null : found;
}
