import type { JsonForm } from '../../../src/authoring';
import { type Expectation, identityOf } from '../../../src/expect';
import { type Recording, recordingOf } from '../../actions/recordings';
import { replaceWork } from '../../actions/work';
import { askAuthor } from '../../results/connect';
import { expectedEvents } from '../../results/expectations';
import { fileName } from '../../results/file-names';
import { results } from '../../results/results';
import { areAllKnown, rangeOf, verdictOf } from '../../results/verdict-columns';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { newId } from '../../ui/new-id';
import { notify } from '../../ui/notices';
import { saveBlob, saveFile } from '../../ui/save-file';
import { logJson } from '../../workers/evtx/open-log';
import { failureWords } from '../../workers/failure-words';
import type { Wanted } from './regression-again';
import type { RegressionData } from './regression-zip';
import { asDocuments, asEvents, type EventTest, type InRule, testsIn, writeInto } from './rule-tests';

/** Puts the tests that the rule carries in place of the events. */
export function openRuleTests(): void {
  const { rule, settings } = session.getState();
  const { single, others } = testsIn(rule);
  if (single.length === 0) return;
  const { events, expected } = asEvents(single);
  const rest =
    others === 0
      ? ''
      : ` ${count(others, 'test')} of several events ${others === 1 ? 'is' : 'are'} left out.`;
  replaceWork(
    { events, eventsName: 'tests.jsonl', settings: { ...settings, expected } },
    {
      said: `The events were replaced by those of the rule’s ${count(single.length, 'test')}.${rest}`,
      why: 'file',
    },
  );
}

/** Writes the tests into the rule. */
export async function writeTestsIntoRule(form: InRule): Promise<void> {
  const tests = await testsNow();
  if (!tests) return;
  const { rule } = session.getState();
  const { documents, outcome } = results.getState();
  const document = documents[outcome.document]?.range.start ?? null;
  const text = outcome.rule === rule ? writeInto(rule, document, form, tests) : null;
  if (text === null) {
    say('The rule leaves no place for the tests: it does not compile, or is written in braces and brackets.');
    return;
  }
  if (text === rule) {
    say(`The rule has ${tests.length === 1 ? 'this test' : 'these tests'} already.`);
    return;
  }
  session.setState({ pane: 'rule' });
  replaceWork(
    { rule: text, ruleName: session.getState().ruleName },
    { said: `${count(tests.length, 'test')} stand in the rule as ${form}.`, why: 'written' },
  );
}

/** Saves the tests as a file beside the rule. */
export async function saveTestDocuments(): Promise<void> {
  const tests = await testsNow();
  if (!tests) return;
  const name = fileName('rule').replace(/\.ya?ml$/i, '');
  saveFile(`${name}_test.yaml`, asDocuments(tests), 'application/yaml');
}

/**
 * Saves a zip with the rule and SigmaHQ's regression data. Data that was opened, and the event log that the events were read
 * from, go into it as they are; else the events that must match, as JSON.
 */
export async function saveRegressionData(): Promise<void> {
  const { rule, events } = session.getState();
  const recording = recordingOf(events);
  const tests = wantedNow();
  if (!tests) return say(STILL_READ);
  const { outcome, documents } = results.getState();
  const { id: ruleId, author } = identityOf(rule, documents[outcome.document]?.range.start ?? null);
  if (!/^[0-9a-f-]{36}$/i.test(ruleId))
    return say('Regression data names the rule by its id: give the rule one first.');
  if (
    recording?.kind === 'regression' &&
    recording.suite.ids.some((id) => id.toLowerCase() === ruleId.toLowerCase())
  ) {
    const { regressionAgain } = await import('./regression-again');
    const again = await regressionAgain(recording, rule, tests).catch(() => null);
    if (again) return saveRegressionZip(again);
  }
  const made = await newData(recording, tests);
  if (!made) return;
  const { regressionZip } = await import('./regression-zip');
  const bytes = regressionZip({
    rule,
    ruleName: fileName('rule'),
    ruleId,
    title: outcome.info?.title ?? '',
    author,
    id: newId(),
    date: new Date().toISOString().slice(0, 10),
    ...made,
  });
  saveRegressionZip(bytes);
  const left = tests.filter(({ expected }) => expected === 'no match').length;
  if (left > 0 && !made.log)
    say(
      `${count(left, 'test')} that must not match ${left === 1 ? 'is' : 'are'} left out: regression data holds what matches.`,
    );
}

function saveRegressionZip(bytes: Uint8Array): void {
  saveBlob(
    `${fileName('rule').replace(/\.ya?ml$/i, '')} regression data.zip`,
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
  );
}

/** The log with its events as JSON; without one, the events that must match. Null, and told, if they cannot be had now. */
async function newData(
  recording: Recording | null,
  tests: readonly EventWanted[],
): Promise<Pick<RegressionData, 'json' | 'log' | 'count'> | null> {
  const matching = tests.filter(({ matches }) => matches).length;
  if (recording?.kind === 'log') {
    const json = await logJson(recording.file).catch(() => null);
    const log = json === null ? null : await recording.file.arrayBuffer().catch(() => null);
    if (json !== null && log) return { json, log: new Uint8Array(log), count: matching };
    say('The event log is no longer where it was: the events are written as JSON alone.');
  }
  const wanted = tests.filter(({ expected }) => expected === 'match').map(({ event }) => event);
  if (wanted.length === 0) {
    say('Regression data holds events that must match: there is none yet.');
    return null;
  }
  const texts = await jsonOf(wanted, 'dumped');
  return texts && { json: texts.map((json) => `${json}\n`).join(''), log: null, count: wanted.length };
}

/** An event, and whether it is to match: as is expected, and else as it does. */
interface EventWanted extends Wanted {
  readonly event: number;
  readonly expected: Expectation | null;
}

/** All events with what is expected of them; null while that is not known. */
function wantedNow(): EventWanted[] | null {
  const { outcome, running } = results.getState();
  const { events, settings } = session.getState();
  if (running || outcome.events !== events || !areAllKnown(outcome.verdicts, outcome.total)) return null;
  const of = new Map(expectedEvents(outcome, settings.expected).map((one) => [one.event, one.expected]));
  return Array.from({ length: outcome.total }, (_, event) => {
    const expected = of.get(event) ?? null;
    const matches = expected ? expected === 'match' : verdictOf(outcome.verdicts, event) === 'match';
    return { event, expected, matches, start: rangeOf(outcome.verdicts, event).start };
  });
}

const STILL_READ = 'The events are still being read. Try again in a moment.';

/** The expected events as JSON, with what is expected; null, and told, if they cannot be had now. */
async function testsNow(): Promise<EventTest[] | null> {
  const { outcome } = results.getState();
  const expected = expectedEvents(outcome, session.getState().settings.expected);
  const texts = await jsonOf(
    expected.map(({ event }) => event),
    'as written',
  );
  return (
    texts &&
    expected.flatMap((one, i) => {
      const json = texts[i];
      return json ? [{ json, expected: one.expected }] : [];
    })
  );
}

/** Events as JSON; null, and told, if they cannot be had now. */
async function jsonOf(events: readonly number[], form: JsonForm): Promise<readonly (string | null)[] | null> {
  const { outcome, running } = results.getState();
  const isFresh = !running && outcome.events === session.getState().events;
  const end = isFresh ? await askAuthor({ kind: 'json', events, form }) : ({ how: 'superseded' } as const);
  if (end.how === 'failed') {
    say(failureWords(end.failure));
    return null;
  }
  if (end.how === 'answered' && end.answer?.kind === 'json') return end.answer.events;
  say(STILL_READ);
  return null;
}

function say(text: string): void {
  notify({ key: 'tests', text, for: 8000 });
}
