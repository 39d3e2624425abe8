import type { Expectation } from '../../../src/expect';
import { expectFirings, type RecordedTest } from '../../actions/expect-recorded';
import { replaceWork } from '../../actions/work';
import { untilRead } from '../../results/connect';
import { fileName } from '../../results/file-names';
import { results } from '../../results/results';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { saveFile } from '../../ui/save-file';
import {
  asDocuments,
  asEvents,
  asNew,
  type InRule,
  type SequenceTest,
  testsIn,
  writeInto,
} from './rule-tests';
import { asked, firingTestsNow, say, testsNow } from './tests-now';

/** Puts the tests that the rule carries in place of the events. */
export async function openRuleTests(): Promise<void> {
  const { rule, settings, sheet } = session.getState();
  const { single, sequences } = testsIn(rule);
  if (single.length + sequences.length === 0) return;
  const timed = await timedOf(sequences);
  if (!timed || session.getState().rule !== rule || session.getState().sheet !== sheet) return;
  const { events: first, expected } = asEvents(single);
  let events = first;
  const tests = timed.flatMap(({ of, jsons, expected: wanted }): RecordedTest[] => {
    if (!jsons) return [];
    const start = events.length;
    events += jsons.map((json) => `${json}\n`).join('');
    return [{ name: of, of, start, end: events.length, expected: { kind: wanted } }];
  });
  const left = sequences.length - tests.length;
  const rest = left === 0 ? '' : ` ${count(left, 'test')} of several events ${are(left)} left out.`;
  const all = single.length + tests.length;
  const { expected: _, expectedFirings: __, ...others } = settings;
  const ofEvents = single.length > 0 ? { expected } : {};
  replaceWork(
    { events, eventsName: 'tests.jsonl', settings: { ...others, ...ofEvents } },
    {
      said: `The events were replaced by those of the rule’s ${count(all, 'test')}.${rest}`,
      why: 'file',
    },
  );
  if (tests.length > 0) expectFirings(session.getState().events, tests);
}

interface TimedTest {
  /** The title of the correlation. */
  readonly of: string;
  readonly expected: Expectation;
  /** Null if the events cannot be given the times that they should have. */
  readonly jsons: readonly string[] | null;
}

/** The events of tests of correlations, each with its time; null, and told, if they cannot be had now. */
async function timedOf(sequences: readonly SequenceTest[]): Promise<readonly TimedTest[] | null> {
  if (sequences.length === 0) return [];
  await untilRead();
  const { documents } = results.getState();
  const titles = new Map(documents.map(({ range, title }) => [range.start, title]));
  const answer = await asked({ kind: 'timed', tests: sequences.map(({ events }) => events) });
  if (answer?.kind !== 'timed') return null;
  return sequences.map(({ document, expected }, i) => ({
    of: titles.get(document) ?? '',
    expected,
    jsons: titles.has(document) ? (answer.tests[i] ?? null) : null,
  }));
}

/** Writes the tests into the rule. */
export async function writeTestsIntoRule(form: InRule): Promise<void> {
  const tests = await testsNow();
  const firings = tests && (await firingTestsNow());
  if (!tests || !firings) return;
  const { rule } = session.getState();
  const { documents, outcome } = results.getState();
  const startOf = (document: number) => documents[document]?.range.start ?? null;
  const holds = form === 'exemplars' ? firings.tests : [];
  // From the end on, so that the places of the others stay.
  const ofDocuments = new Map([[outcome.document, tests.map(asNew)]]);
  for (const { document, test } of holds)
    ofDocuments.set(document, [...(ofDocuments.get(document) ?? []), test]);
  let text: string | null = outcome.rule === rule ? rule : null;
  for (const [document, added] of [...ofDocuments].sort(([a], [b]) => b - a))
    if (text !== null && added.length > 0) text = writeInto(text, startOf(document), form, added);
  const all = tests.length + holds.length;
  const left = form === 'exemplars' ? firings.left : firings.left + firings.tests.length;
  if (text === null) {
    say('The rule leaves no place for the tests: it does not compile, or is written in braces and brackets.');
    return;
  }
  if (text === rule) {
    say(all === 0 ? leftWords(left) : `The rule has ${all === 1 ? 'this test' : 'these tests'} already.`);
    return;
  }
  session.setState({ pane: 'rule' });
  const rest = left === 0 ? '' : ` ${leftWords(left)}`;
  replaceWork(
    { rule: text, ruleName: session.getState().ruleName },
    { said: `${count(all, 'test')} stand in the rule as ${form}.${rest}`, why: 'written' },
  );
}

function leftWords(left: number): string {
  return `${count(left, 'test')} of correlations ${are(left)} left out: this form cannot hold ${left === 1 ? 'it' : 'them'}.`;
}

const are = (number: number) => (number === 1 ? 'is' : 'are');

/** Saves the tests as a file beside the rule. */
export async function saveTestDocuments(): Promise<void> {
  const tests = await testsNow();
  if (!tests) return;
  const left = session.getState().settings.expectedFirings?.length ?? 0;
  if (left > 0) say(leftWords(left));
  if (tests.length === 0) return;
  const name = fileName('rule').replace(/\.ya?ml$/i, '');
  saveFile(`${name}_test.yaml`, asDocuments(tests), 'application/yaml');
}
