import {
  changeSuite,
  documentOf,
  type Expectation,
  type NewTest,
  type RuleTest,
  readExemplars,
  readTestCases,
  type Suite,
} from '../../../src/expect';
import { PAGE } from '../../../src/limits';
import { eventKey } from '../../results/expectations';
import type { Expectations } from '../../state/fields';

/** The forms of tests that stand in a rule. */
export type InRule = 'exemplars' | 'test cases';

/** A test of one event. */
export interface EventTest {
  readonly json: string;
  readonly expected: Expectation;
}

const READERS: Readonly<Record<InRule, (text: string) => readonly Suite[]>> = {
  exemplars: (text) => (text.includes('rsigma.exemplars') ? readExemplars(text).suites : []),
  'test cases': (text) => (text.includes('testcases') ? readTestCases(text).suites : []),
};

/** The tests that a rule text carries: those of single events, and how many there are of several, as of correlations. */
export function testsIn(rule: string): { readonly single: readonly EventTest[]; readonly others: number } {
  if (rule.length > PAGE.ruleTests.value) return { single: [], others: 0 };
  const all = Object.values(READERS).flatMap((read) => read(rule).flatMap(({ tests }) => tests));
  const single = all.flatMap((one) => asEventTest(one) ?? []);
  return { single, others: all.length - single.length };
}

function asEventTest({ expected, events }: RuleTest): EventTest | null {
  if (events.kind !== 'written' || expected.kind === 'count') return null;
  const [event, ...more] = events.events;
  return event && more.length === 0 && event.offset === null
    ? { json: event.json, expected: expected.kind }
    : null;
}

/** Tests as a text of events, one on each line, and what is expected of them. */
export function asEvents(tests: readonly EventTest[]): {
  readonly events: string;
  readonly expected: Expectations;
} {
  return {
    events: tests.map(({ json }) => `${json}\n`).join(''),
    expected: Object.fromEntries(tests.map(({ json, expected }) => [eventKey(json), expected])),
  };
}

/**
 * Writes tests into a rule: those that it has of the same events change, the others are added, and what else it has stays.
 * `document`: where the rule begins, in a text of several. Null if the text leaves no place for them.
 */
export function writeInto(
  rule: string,
  document: number | null,
  form: InRule,
  tests: readonly EventTest[],
): string | null {
  const known = READERS[form](rule).find((one) => document === null || one.document === document);
  const suite: Suite = known ?? { form, document, ids: [], tests: [] };
  const left = new Map(tests.map((one) => [same(one.json), one]));
  const changed = suite.tests.map((one) => {
    const now = asEventTest(one);
    const key = now ? same(now.json) : '';
    const wanted = left.get(key);
    if (!wanted) return one.expected;
    left.delete(key);
    return { kind: wanted.expected } as const;
  });
  const added = [...left.values()].map(asNew);
  return changeSuite(rule, suite, { tests: changed, added });
}

/** Tests as a file of test documents. */
export function asDocuments(tests: readonly EventTest[]): string {
  return tests.map((one) => documentOf(asNew(one))).join('---\n');
}

function asNew({ json, expected }: EventTest): NewTest {
  return { name: '', expected: { kind: expected }, events: [{ json, offset: null }] };
}

/** Equal for the same event, however it is written. */
function same(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
