import type { SigmaEvent } from '../../event';
import { coverage, knownFields, logsourceName, recognise, ruleName } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { type FieldMapping, isScalar, NO_MAPPING, prose, type Scalar, say, type Words } from '../../text';
import { logsourcesOf, type Parts } from '../repair/logsource';
import { type AuthorAnswer, refused } from './answer';
import { descriptionOf, type FieldTest, isPlainName, keyOf, wordsOf } from './field-test';
import { namesUser, userNames, withoutNames } from './personal';
import { ruleText, type Stamp } from './rule-text';
import { isChanging, TELLING } from './sensible';
import { sharedTests } from './shared-tests';

const MAX_TESTS = 5;
/** How many tests a rule has if there are no other events. */
const MAX_ALONE = 2;
const MAX_FIELDS = 60;
const MAX_CANDIDATES = 150;
const MAX_NAMED = 6;

/** Fields that identify a category's events: the log source already has them. */
const OF_SOURCE = new Set(['EventID', 'Channel', 'Provider_Name']);

/** A test that all marked events pass, and the others that fail it. */
interface Candidate {
  readonly test: FieldTest;
  readonly leavesOut: ReadonlySet<SigmaEvent>;
}

/**
 * A rule that matches all of `marked` and none of `others`, by fields and values that the marked events share and the
 * others do not have, each with its reason. The rule is tested on all events first. If a few tests are not enough,
 * the answer says which events remain.
 */
export function ruleFromMarked(
  marked: readonly SigmaEvent[],
  others: readonly SigmaEvent[],
  stamp: Stamp,
  mapping: FieldMapping = NO_MAPPING,
  what: 'marked' | 'expected' = 'marked',
): AuthorAnswer {
  if (marked.length === 0) return refused(prose('No event is marked.'));
  const logsource = commonLogsource(marked);
  if (!logsource) {
    const labels = [...new Set(marked.map((event) => recognise(event).label))].join(', ');
    return refused(
      say`The ${what} events have different log sources (${labels}), so no single rule covers them all.`,
    );
  }
  const write = (tests: readonly FieldTest[]) =>
    ruleText({
      title: `New Rule For ${marked.length === 1 ? 'One Event' : `${marked.length} Events`}`,
      description: descriptionOf(
        tests,
        marked.length === 1 ? `${what === 'marked' ? 'a marked' : 'an expected'} event` : `${what} events`,
      ),
      logsource,
      tests,
      stamp,
    });
  const evaluatorOf = (tests: readonly FieldTest[]): Evaluator | null => {
    const { plan } = compile(write(tests), { mapping });
    return plan && new Evaluator(plan);
  };

  const candidates = candidatesOf(marked, others, logsource, mapping, evaluatorOf);
  const [first] = candidates;
  if (!first) return refused(say`The ${what} events share no value that a rule could look for.`);
  const evaluator = evaluatorOf([first.test])!;
  const seen = others.filter((event) => evaluator.coverage(event).applicable);
  // Test who did it only if nothing else separates the events from the others.
  const impersonal = candidates.filter(({ test }) => !isPersonal(test, marked));
  const without = choose(impersonal, seen);
  const { chosen, left } =
    without.left.length > 0 || impersonal.length === 0 ? choose(candidates, seen) : without;
  if (left.length > 0)
    return refused(say`The ${what} events share nothing that separates them from ${named(left)}.`);
  const tests = chosen.map(({ test }) => test);

  const last = evaluatorOf(tests);
  const right =
    last !== null &&
    marked.every((event) => last.verdict(event) === 'match') &&
    others.every((event) => last.verdict(event) !== 'match');
  if (!right) return refused(say`No rule was found that matches only the ${what} events.`);
  return {
    kind: 'rule',
    text: write(tests),
    reasons: reasonsOf(logsource, chosen, marked, others, seen, what),
  };
}

/** True for a test that looks for a person by name. */
function isPersonal(test: FieldTest, events: readonly SigmaEvent[]): boolean {
  if (test.values.some((value) => namesUser(test.field, value))) return true;
  return events.some((event) => withoutNames(test, namesOf(event)) !== test);
}

const people = new WeakMap<SigmaEvent, ReadonlySet<string>>();

function namesOf(event: SigmaEvent): ReadonlySet<string> {
  let names = people.get(event);
  if (!names) {
    names = userNames(event);
    people.set(event, names);
  }
  return names;
}

/**
 * The first log source that all of the events belong to; empty if unknown for all, null if they have none in common.
 */
function commonLogsource(events: readonly SigmaEvent[]): Parts | null {
  const [first, ...rest] = events.map(logsourcesOf).filter((list) => list.length > 0);
  if (!first) return {};
  const known = rest.map((list) => new Set(list.map(logsourceName)));
  return first.find((parts) => known.every((names) => names.has(logsourceName(parts)))) ?? null;
}

function candidatesOf(
  marked: readonly SigmaEvent[],
  others: readonly SigmaEvent[],
  logsource: Parts,
  mapping: FieldMapping,
  evaluatorOf: (tests: readonly FieldTest[]) => Evaluator | null,
): Candidate[] {
  return fieldsOf(marked, logsource, mapping)
    .flatMap(([field, values]) => sharedTests(field, values))
    .slice(0, MAX_CANDIDATES)
    .flatMap((test): Candidate[] => {
      const evaluator = evaluatorOf([test]);
      if (!evaluator || !marked.every((event) => evaluator.verdict(event) === 'match')) return [];
      return [{ test, leavesOut: new Set(others.filter((event) => !evaluator.evaluate(event))) }];
    });
}

/** The fields that all events have, by their names in rules, with the value in each event; the specific ones first. */
function fieldsOf(
  events: readonly SigmaEvent[],
  logsource: Parts,
  mapping: FieldMapping,
): [field: string, values: Scalar[]][] {
  const known = knownFields(logsource);
  for (const event of events) event.exact?.();
  const covers = events.map((event) => coverage(logsource, recognise(event), mapping));
  const [first] = events;
  const [cover] = covers;
  if (!first || !cover) return [];
  const own = first.fields().map((name) => ruleName(cover, known, first, name));
  const names = [...new Set([...TELLING, ...own])].filter(isPlainName);
  const found: [string, Scalar[]][] = [];
  for (const name of names) {
    if (logsource.category && OF_SOURCE.has(name)) continue;
    const values = events.map((event, i) => covers[i]!.resolve(name)(event));
    if (!values.every(isScalar)) continue;
    if (values.some((value) => isChanging(name, value))) continue;
    if (!found.some(([, before]) => before.every((value, i) => value === values[i])))
      found.push([name, values]);
    if (found.length >= MAX_FIELDS) break;
  }
  return found;
}

/** The fewest candidates that exclude all of `others`, starting with the one that excludes most. */
function choose(
  candidates: readonly Candidate[],
  others: readonly SigmaEvent[],
): { readonly chosen: readonly Candidate[]; readonly left: readonly SigmaEvent[] } {
  const chosen: Candidate[] = [];
  let left = others;
  let open = candidates;
  while (left.length > 0 && chosen.length < MAX_TESTS) {
    const counts = open.map(({ leavesOut }) => left.filter((event) => leavesOut.has(event)).length);
    const most = Math.max(0, ...counts);
    const best = open[counts.indexOf(most)];
    if (!best || most === 0) break;
    chosen.push(best);
    left = left.filter((event) => !best.leavesOut.has(event));
    open = open.filter(({ test }) => keyOf(test) !== keyOf(best.test));
  }
  if (left.length > 0) return { chosen, left };
  // A later candidate may make an earlier one unnecessary.
  const needed = chosen.filter((_, i) => {
    const rest = chosen.filter((_, k) => k !== i);
    return !others.every((event) => rest.some(({ leavesOut }) => leavesOut.has(event)));
  });
  const few = others.every((event) => needed.some(({ leavesOut }) => leavesOut.has(event))) ? needed : chosen;
  return { chosen: few.length > 0 ? few : alone(candidates), left };
}

/** If there are no other events: the most specific fields, each once. */
function alone(candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const one of candidates) {
    if (found.length >= MAX_ALONE) break;
    if (!found.some(({ test }) => test.field === one.test.field)) found.push(one);
  }
  return found;
}

function reasonsOf(
  logsource: Parts,
  chosen: readonly Candidate[],
  marked: readonly SigmaEvent[],
  others: readonly SigmaEvent[],
  seen: readonly SigmaEvent[],
  what: string,
): Words[] {
  const name = logsourceName(logsource);
  const outside = others.length - seen.length;
  const left = outside > 0 ? `, which leaves out ${outside} of ${counted(others.length, 'other')}` : '';
  const all =
    ['', `the ${what} event`, `both ${what} events`][marked.length] ?? `all ${marked.length} ${what} events`;
  return [
    [name ? `The log source is ${name}${left}.` : 'The log source is unknown.'],
    ...chosen.map(({ test, leavesOut }) => {
      const within = seen.filter((event) => !leavesOut.has(event)).length;
      const of = seen.length === 0 ? '' : `, and in ${within} of ${counted(seen.length, 'other')}`;
      return say`${wordsOf(test)} in ${all}${of}.`;
    }),
    say`Tested on ${counted(marked.length + others.length, 'event')}: it matches ${all} and none of the others.`,
  ];
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** `event 2`, `events 2, 4 and 7`; only the first few of many. */
function named(events: readonly SigmaEvent[]): string {
  const numbers = events.slice(0, MAX_NAMED).map(({ index }) => String(index + 1));
  const rest = events.length - numbers.length;
  if (rest > 0) numbers.push(`${rest} more`);
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `events ${numbers.join(', ')} and ${last}` : `event ${last}`;
}
