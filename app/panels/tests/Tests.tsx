import './tests.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Expectation } from '../../../src/expect';
import { chooseEvent } from '../../actions/choose-event';
import { expectNothing, expectOf, takeVerdicts } from '../../actions/expect-events';
import { useTestList } from '../../catalog/test-list';
import { type Choice, Choices } from '../../guard/Choices';
import { effectivelyChosen } from '../../results/chosen';
import { lookAlso } from '../../results/connect';
import { numberOf } from '../../results/event-number';
import { countsOf, type ExpectedEvent, useExpectedEvents } from '../../results/expectations';
import { type ExpectedCorrelation, useExpectedCorrelations } from '../../results/expected-firings';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { count } from '../../ui/count';
import { StaleNote } from '../StaleNote';
import { BaselineRow } from './BaselineRow';
import { CorrelationTestRow } from './CorrelationTestRow';
import { testsIn } from './rule-tests';
import { saveRegressionData } from './save-regression';
import { TestListBar, TestListRows } from './TestListRows';
import { TestRow } from './TestRow';
import { type Unmet, useUnmetFirings } from './use-unmet-firings';
import { sumWords } from './words';
import { openRuleTests, saveTestDocuments, writeTestsIntoRule } from './write-tests';

/** The tests of the rule in the editor; above them, where many rules were opened with their tests, the list of these. */
export function Tests() {
  const list = useTestList();
  if (!list) return <OwnTests />;
  return (
    <div className="tests">
      <TestListBar list={list} />
      {list.isUnfolded ? <TestListRows list={list} /> : <OwnTests />}
    </div>
  );
}

/** What is expected of an event, or of a correlation. */
type AnyTest = ExpectedEvent | ExpectedCorrelation;

/** What is expected, beside what the rule says: first what is not as expected. */
function OwnTests() {
  const ofEvents = useExpectedEvents();
  const correlations = useExpectedCorrelations();
  const unmet = useUnmetFirings(correlations);
  const total = useResults((r) => r.outcome.verdicts.length);
  const expected = useMemo(() => [...correlations, ...ofEvents], [correlations, ofEvents]);
  const inOrder = useMemo(
    () => [
      ...expected.filter((one) => one.isMet === false),
      ...expected.filter((one) => one.isMet !== false),
    ],
    [expected],
  );
  const isRead = useResults((r) => r.outcome.total > 0);
  if (total === 0)
    return (
      <div className="tests-all">
        <RuleTests />
        <BaselineRow />
        <p className="empty">
          {isRead
            ? 'No verdicts yet: the rule does not compile.'
            : 'No events yet: a test says what the rule must find, or must not.'}
        </p>
      </div>
    );
  return (
    <div className="tests-all">
      <TestsBar ofEvents={ofEvents} all={expected} />
      <RuleTests />
      <BaselineRow />
      {expected.length === 0 ? (
        <p className="empty">
          No tests yet. Say of an event whether the rule must match it: here, or in the strip above the events
          with <kbd>+</kbd> and <kbd>-</kbd>. What a correlation must fire on is said in the panel
          Correlations.
        </p>
      ) : (
        <TestList tests={inOrder} unmet={unmet} />
      )}
      <StaleNote />
    </div>
  );
}

const WISHES: readonly { readonly expected: Expectation | null; readonly title: string }[] = [
  { expected: 'match', title: 'must match' },
  { expected: 'no match', title: 'must not match' },
  { expected: null, title: 'no test' },
];

/** What is expected of the chosen event, and what can be done with all of them. */
function TestsBar({
  ofEvents,
  all,
}: {
  readonly ofEvents: readonly ExpectedEvent[];
  readonly all: readonly AnyTest[];
}) {
  const total = useResults((r) => r.outcome.verdicts.length);
  const chosen = effectivelyChosen(
    useSession((s) => s.selected),
    total,
  );
  const now = ofEvents.find(({ event }) => event === chosen)?.expected ?? null;
  const counts = countsOf(all);
  return (
    <div className="tests-bar">
      <fieldset className="tests-wish">
        <legend>Event {numberOf(chosen)}</legend>
        {WISHES.map(({ expected: wish, title }) => (
          <button
            key={title}
            type="button"
            className="btn-quiet"
            aria-pressed={now === wish}
            onClick={() => expectOf(chosen, wish)}
          >
            {title}
          </button>
        ))}
      </fieldset>
      <span role="status" className={counts && counts.failed > 0 ? 'bad' : 'soft'}>
        {counts ? sumWords(counts) : ''}
      </span>
      <span className="gap" />
      <Choices
        label="Write as"
        choices={FORMS}
        disabled={all.length === 0}
        onChoose={(id) => FORMS.find((form) => form.id === id)?.run()}
      />
      <button type="button" className="btn" onClick={takeVerdicts}>
        Take the present verdicts as right
      </button>
      <button type="button" className="btn" disabled={all.length === 0} onClick={expectNothing}>
        Remove all
      </button>
    </div>
  );
}

const FORMS: readonly (Choice & { readonly run: () => void })[] = [
  {
    id: 'exemplars',
    title: 'Exemplars in the rule',
    detail: ['custom_attributes: rsigma.exemplars, as rsigma runs them'],
    run: () => void writeTestsIntoRule('exemplars'),
  },
  {
    id: 'cases',
    title: 'Test cases in the rule',
    detail: ['testcases: match and dont-match, as sigma-test runs them'],
    run: () => void writeTestsIntoRule('test cases'),
  },
  {
    id: 'documents',
    title: 'A file beside the rule',
    detail: ['NAME_test.yaml, as sigma-test runs it'],
    run: () => void saveTestDocuments(),
  },
  {
    id: 'regression',
    title: 'Regression data for SigmaHQ',
    detail: ['A zip with the rule, info.yml and the events that must match, or fire a correlation'],
    run: () => void saveRegressionData(),
  },
];

/** What the rule brings along: tests that stand in its text. */
function RuleTests() {
  const rule = useSession((s) => s.rule);
  const { single, sequences } = useMemo(() => testsIn(rule), [rule]);
  const all = single.length + sequences.length;
  if (all === 0) return null;
  return (
    <p className="tests-own soft">
      The rule carries {count(all, 'test')}
      {sequences.length > 0 ? `, ${sequences.length.toLocaleString('en')} of correlations` : ''}.{' '}
      <button type="button" className="btn-quiet" onClick={() => void openRuleTests()}>
        Open {all === 1 ? 'it' : 'them'} as events
      </button>
    </p>
  );
}

function eventOf(test: AnyTest | undefined): number | undefined {
  return test && 'event' in test ? test.event : undefined;
}

function keyOf(test: AnyTest | undefined): string | number | undefined {
  return test && 'wanted' in test ? `of ${test.document}` : test?.event;
}

function TestList({ tests, unmet }: { readonly tests: readonly AnyTest[]; readonly unmet: Unmet }) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useSession((s) => s.selected);
  const virtual = useVirtualizer({
    count: tests.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    overscan: 4,
    getItemKey: (i) => keyOf(tests[i]) ?? i,
    initialRect: { width: 800, height: 280 },
  });
  const items = virtual.getVirtualItems();
  const onScreen = items.flatMap(({ index }) => eventOf(tests[index]) ?? []);
  useEffect(() => lookAlso(onScreen));
  useEffect(() => () => lookAlso([]), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Tests" tabIndex={0}>
      <ol className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const test = tests[index];
          return test ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={eventOf(test) === selected ? 'tests-one tests-chosen' : 'tests-one'}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={tests.length}
              aria-posinset={index + 1}
            >
              {'wanted' in test ? (
                <CorrelationTestRow test={test} unmet={unmet} />
              ) : (
                <TestRow test={test} onChoose={() => chooseEvent(test.event)} />
              )}
            </li>
          ) : null;
        })}
      </ol>
    </section>
  );
}
