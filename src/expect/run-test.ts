import { readEvents, type SigmaEvent } from '../event';
import { correlate, Evaluator } from '../match';
import type { Collection, CompiledCorrelation, CompiledRule } from '../rule';
import type { Expected, RuleTest, TestEvents, WrittenEvent } from './model';

/** What a test is run on: a rule or correlation of a collection. */
export type Subject =
  | { readonly kind: 'rule'; readonly rule: CompiledRule }
  | { readonly kind: 'correlation'; readonly correlation: CompiledCorrelation; readonly index: number };

/** What came of a test. */
export interface TestResult {
  readonly passed: boolean;
  /** The indexes of the events that match; for a correlation, of those that fire it. */
  readonly matched: readonly number[];
  /** How often a correlation fires. */
  readonly firings: number;
  /** How many events there are. */
  readonly total: number;
}

/** The rules and correlations of a collection, each with the place of its document in the text. */
export function subjectsOf(
  collection: Collection,
): { readonly document: number; readonly subject: Subject }[] {
  const { plans, correlations } = collection;
  return [
    ...plans.map((rule) => ({ document: rule.range.start, subject: { kind: 'rule', rule } as const })),
    ...correlations.map((correlation, index) => ({
      document: correlation.range.start,
      subject: { kind: 'correlation', correlation, index } as const,
    })),
  ];
}

/** The events of a test that are written in it. */
export function writtenEvents(events: readonly WrittenEvent[]): SigmaEvent[] {
  const { slices } = readEvents(events.map(({ json }) => json).join('\n'), 'JSON');
  return slices.flatMap((slice) => slice.event ?? []);
}

/**
 * Runs one test. In: what it is run on, in its collection, and the test's events. The log source of events that are written
 * in the test is not looked at: they are mostly a few fields, and the other tools that run them do not look at it either.
 */
export function runTest(
  { expected, events: source }: RuleTest,
  subject: Subject,
  collection: Collection,
  events: readonly SigmaEvent[],
  options: { readonly ignoreLogsource: boolean },
): TestResult {
  const ignoreLogsource = options.ignoreLogsource || ignoresLogsource(source);
  if (subject.kind === 'rule') {
    const evaluator = new Evaluator(subject.rule.plan);
    const matched = events.flatMap((event) =>
      evaluator.verdict(event, { ignoreLogsource }) === 'match' ? [event.index] : [],
    );
    return { passed: isMet(expected, matched.length), matched, firings: 0, total: events.length };
  }
  const times = source.kind === 'written' ? timesOf(source.events, events) : undefined;
  const { firings } = correlate(collection, events, { ignoreLogsource, ...(times ? { times } : {}) })[
    subject.index
  ]!;
  const matched = [...new Set(firings.flatMap(({ members }) => members.map(({ event }) => event)))].sort(
    (a, b) => a - b,
  );
  return { passed: isMet(expected, firings.length), matched, firings: firings.length, total: events.length };
}

/** True if the log source of a test's events is not looked at. */
export function ignoresLogsource({ kind }: TestEvents): boolean {
  return kind === 'written';
}

/** True if so many matches or firings are what is expected. */
export function isMet(expected: Expected, count: number): boolean {
  if (expected.kind === 'count') return count === expected.count;
  return count > 0 === (expected.kind === 'match');
}

/** Any moment would do: a test counts from it. */
const FIRST_MOMENT = Date.UTC(2026, 0, 1) * 1000;

/** When each event happened, in microseconds since 1970, where the test says that. */
function timesOf(
  written: readonly WrittenEvent[],
  events: readonly SigmaEvent[],
): Map<number, number> | undefined {
  if (written.some(({ offset }) => offset === null)) return undefined;
  return new Map(events.map(({ index }, i) => [index, FIRST_MOMENT + written[i]!.offset! * 1000]));
}
