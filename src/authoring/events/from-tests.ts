import type { SigmaEvent } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { type FieldMapping, NO_MAPPING, prose, say, type Words } from '../../text';
import { type AuthorAnswer, refused } from './answer';
import type { Stamp } from './rule-text';
import { ruleFromMarked } from './separate';

/** How many events of a test are tried alone, where no rule finds all of them. */
const MOST_TRIED = 40;
const MOST_NAMED = 8;

/**
 * A rule that finds the events that must match and none of those that must not. Where no rule was found that does, one that
 * finds as many as it can, and the reasons say which tests it does not meet.
 */
export function ruleFromTests(
  match: readonly SigmaEvent[],
  noMatch: readonly SigmaEvent[],
  stamp: Stamp,
  mapping: FieldMapping = NO_MAPPING,
): AuthorAnswer {
  if (match.length === 0) return refused(prose('No test says of an event that the rule must match it.'));
  const write = (found: readonly SigmaEvent[], leftOut: readonly SigmaEvent[]) =>
    ruleFromMarked(found, leftOut, stamp, mapping, 'expected');
  const whole = write(match, noMatch);
  if (whole.kind === 'rule') return met(whole, match, noMatch, mapping);
  const some = largest(match, (found) => write(found, noMatch).kind === 'rule');
  // Where not even one event can be told from those that must not match, those are let in that cannot be left out.
  const left =
    some.length > 0 ? noMatch : largest(noMatch, (leftOut) => write(match, leftOut).kind === 'rule');
  const part = write(some.length > 0 ? some : match, left);
  return part.kind === 'rule' ? met(part, match, noMatch, mapping) : whole;
}

/** As many of the events as can be had together: each is kept with those before it, if that is possible. */
function largest(
  events: readonly SigmaEvent[],
  isPossible: (some: readonly SigmaEvent[]) => boolean,
): readonly SigmaEvent[] {
  const kept: SigmaEvent[] = [];
  for (const event of events.slice(0, MOST_TRIED)) if (isPossible([...kept, event])) kept.push(event);
  return kept;
}

/** The rule, and which of the tests it does not meet. */
function met(
  rule: Extract<AuthorAnswer, { kind: 'rule' }>,
  match: readonly SigmaEvent[],
  noMatch: readonly SigmaEvent[],
  mapping: FieldMapping,
): AuthorAnswer {
  const { plan } = compile(rule.text, { mapping });
  if (!plan) return refused(prose('No rule was found for these tests.'));
  const evaluator = new Evaluator(plan);
  const matches = (event: SigmaEvent) => evaluator.verdict(event) === 'match';
  const missed = match.filter((event) => !matches(event));
  const wrong = noMatch.filter(matches);
  const unmet: Words[] = [];
  if (missed.length > 0)
    unmet.push(say`Not met: ${named(missed)} must match, and ${missed.length === 1 ? 'does' : 'do'} not.`);
  if (wrong.length > 0)
    unmet.push(say`Not met: ${named(wrong)} must not match, and ${wrong.length === 1 ? 'does' : 'do'}.`);
  const all = match.length + noMatch.length;
  const good = all - missed.length - wrong.length;
  const whole = all === 1 ? 'The test is met.' : `All ${all} tests are met.`;
  const sum = unmet.length === 0 ? whole : `${good} of ${all} tests are met.`;
  return { ...rule, reasons: [[sum], ...unmet, ...rule.reasons] };
}

/** `event 2`, `events 2, 4 and 7`; only the first few of many. */
function named(events: readonly SigmaEvent[]): string {
  const numbers = events.slice(0, MOST_NAMED).map(({ index }) => String(index + 1));
  const rest = events.length - numbers.length;
  if (rest > 0) numbers.push(`${rest} more`);
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `events ${numbers.join(', ')} and ${last}` : `event ${last}`;
}
