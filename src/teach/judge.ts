import { type EventSlice, readEvents } from '../event';
import { correlate, Evaluator, type MatchOptions } from '../match';
import { type Collection, compileCollection, type PatternListener } from '../rule';
import type { Diagnostic } from '../text';
import type { LessonSettings, Wanted } from './lesson';

/** A rule's text, compiled with the settings of a lesson. */
export interface Ready {
  readonly collection: Collection;
  readonly settings: LessonSettings;
  readonly match: MatchOptions;
  /** The first problem that keeps a part of the text from running. */
  readonly error: Diagnostic<string> | null;
}

/** What the rules of a text say of some events. */
export interface Judged {
  /** For each event, by its place in the text; null for what cannot be read. */
  readonly verdicts: readonly (Wanted | null)[];
  /** How often the correlations that alert fire. */
  readonly firings: number;
}

/** Compiles a text of rules. `onPattern` is called before a pattern runs that may take long. */
export function ready(rule: string, settings: LessonSettings = {}, onPattern?: PatternListener): Ready {
  const { placeholders = {}, mapping = {}, spec, ignoreLogsource = false } = settings;
  const collection = compileCollection(rule, {
    ...{ placeholders, mapping, onPattern },
    ...(spec ? { spec } : {}),
  });
  const error = collection.diagnostics.find(({ severity, lint }) => severity === 'error' && !lint) ?? null;
  return { collection, settings, match: { ignoreLogsource }, error };
}

/** Reads events as the settings say. */
export function slicesOf(text: string, { format }: LessonSettings = {}): readonly EventSlice[] {
  return readEvents(text, format).slices;
}

/**
 * Which events are found: those that a rule that alerts matches, and those in a firing of a correlation that alerts. In
 * pieces.
 */
export function* judgeSteps(
  { collection, match }: Ready,
  slices: readonly EventSlice[],
): Generator<void, Judged> {
  const evaluators = collection.plans.flatMap(({ plan, ownVerdict }) =>
    ownVerdict ? new Evaluator(plan) : [],
  );
  const verdicts: (Wanted | null)[] = [];
  for (const { event } of slices) {
    const isFound = event && evaluators.some((evaluator) => evaluator.verdict(event, match) === 'match');
    verdicts.push(!event ? null : isFound ? 'match' : 'no match');
    yield;
  }
  if (collection.correlations.length === 0) return { verdicts, firings: 0 };
  const events = slices.flatMap(({ event }) => event ?? []);
  const firings = correlate(collection, events, match).flatMap((result, i) =>
    collection.correlations[i]!.ownVerdict ? result.firings : [],
  );
  for (const { members } of firings) for (const { event } of members) verdicts[event] = 'match';
  return { verdicts, firings: firings.length };
}
