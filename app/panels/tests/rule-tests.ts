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

/** A test of several events, as of a correlation. */
export interface SequenceTest {
  /** Where the document of the correlation begins in the rule's text. */
  readonly document: number;
  readonly expected: Expectation;
  readonly events: readonly { readonly json: string; readonly offset: number }[];
}

/** The tests that a rule text carries: those of single events, and those of several. */
export function testsIn(rule: string): {
  readonly single: readonly EventTest[];
  readonly sequences: readonly SequenceTest[];
} {
  if (rule.length > PAGE.ruleTests.value) return { single: [], sequences: [] };
  const all = Object.values(READERS).flatMap((read) => read(rule));
  return {
    single: all.flatMap(({ tests }) => tests.flatMap((one) => asEventTest(one) ?? [])),
    sequences: all.flatMap(({ document, tests }) =>
      tests.flatMap((one) => (document === null ? [] : (asSequence(one, document) ?? []))),
    ),
  };
}

function asSequence({ expected, events }: RuleTest, document: number): SequenceTest | null {
  if (events.kind !== 'written' || expected.kind === 'count') return null;
  const timed = events.events.flatMap(({ json, offset }) => (offset === null ? [] : [{ json, offset }]));
  return timed.length === events.events.length ? { document, expected: expected.kind, events: timed } : null;
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
  tests: readonly NewTest[],
): string | null {
  const known = READERS[form](rule).find((one) => document === null || one.document === document);
  const suite: Suite = known ?? { form, document, ids: [], tests: [] };
  const left = new Map(tests.map((one) => [same(one.events), one]));
  const changed = suite.tests.map(({ expected, events }) => {
    const key = events.kind === 'written' ? same(events.events) : '';
    const wanted = left.get(key);
    left.delete(key);
    return wanted ? wanted.expected : expected;
  });
  return changeSuite(rule, suite, { tests: changed, added: [...left.values()] });
}

/** Tests as a file of test documents. */
export function asDocuments(tests: readonly EventTest[]): string {
  return tests.map((one) => documentOf(asNew(one))).join('---\n');
}

/** A test of one event as it is written. */
export function asNew({ json, expected }: EventTest): NewTest {
  return { name: '', expected: { kind: expected }, events: [{ json, offset: null }] };
}

/** Equal for the same events at the same times, however they are written. */
function same(events: NewTest['events']): string {
  return JSON.stringify(events.map(({ json, offset }) => [JSON.parse(json), offset]));
}
