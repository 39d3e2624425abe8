import type { SigmaEvent } from '../event';
import { explain, summaryWords } from '../match';
import { plain } from '../text';
import type { Expected, RuleTest } from './model';
import { ignoresLogsource, type Subject, type TestResult } from './run-test';

/**
 * What a failed test expected, what came instead, and why: the reason of the first event whose verdict is not the one that
 * was wanted.
 */
export function failureWords(
  { expected, events: source }: RuleTest,
  subject: Subject,
  result: TestResult,
  events: readonly SigmaEvent[],
  options: { readonly ignoreLogsource: boolean },
): string {
  const said = `expected ${wantedWords(expected, subject)}, but ${gotWords(subject, result)}`;
  if (subject.kind !== 'rule') return `${said}.`;
  const isTooMany =
    expected.kind === 'no match' || (expected.kind === 'count' && result.matched.length > expected.count);
  const event = events.find(({ index }) => result.matched.includes(index) === isTooMany);
  if (!event) return `${said}.`;
  const ignoreLogsource = options.ignoreLogsource || ignoresLogsource(source);
  const trace = explain(subject.rule.plan, event, { ignoreLogsource });
  return `${said}. ${events.length > 1 ? `Event ${event.index}: ` : ''}${plain(summaryWords(trace))}`;
}

/** What a test expects: `a match`, `no match`, `2 matching events`. */
export function wantedWords(expected: Expected, { kind }: Pick<Subject, 'kind'>): string {
  const isRule = kind === 'rule';
  if (expected.kind === 'match') return isRule ? 'a match' : 'a firing';
  if (expected.kind === 'no match') return isRule ? 'no match' : 'no firing';
  const { count } = expected;
  return isRule
    ? `${count} matching ${count === 1 ? 'event' : 'events'}`
    : `${count} ${count === 1 ? 'firing' : 'firings'}`;
}

function gotWords({ kind }: Subject, { matched, total, firings }: TestResult): string {
  if (kind === 'correlation') return firings === 0 ? 'it does not fire' : `it fires ${times(firings)}`;
  if (total === 1) return matched.length === 1 ? 'the event matches' : 'the event does not match';
  return `${matched.length} of ${total} events ${matched.length === 1 ? 'matches' : 'match'}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
