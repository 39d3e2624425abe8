import { identityOf } from '../../../src/expect';
import { replaceWork } from '../../actions/work';
import { askAuthor } from '../../results/connect';
import { expectedEvents } from '../../results/expectations';
import { fileName } from '../../results/file-names';
import { results } from '../../results/results';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { newId } from '../../ui/new-id';
import { notify } from '../../ui/notices';
import { saveBlob, saveFile } from '../../ui/save-file';
import { failureWords } from '../../workers/failure-words';
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

/** Saves a zip with the rule and SigmaHQ's regression data: the events that must match. */
export async function saveRegressionData(): Promise<void> {
  const all = await testsNow();
  if (!all) return;
  const { outcome } = results.getState();
  const { rule } = session.getState();
  const matching = all.filter(({ expected }) => expected === 'match');
  const { documents } = results.getState();
  const { id: ruleId, author } = identityOf(rule, documents[outcome.document]?.range.start ?? null);
  if (matching.length === 0 || !/^[0-9a-f-]{36}$/i.test(ruleId)) {
    say(
      matching.length === 0
        ? 'Regression data holds events that must match: there is none yet.'
        : 'Regression data names the rule by its id: give the rule one first.',
    );
    return;
  }
  const { regressionZip } = await import('./regression-zip');
  const bytes = regressionZip({
    rule,
    ruleName: fileName('rule'),
    ruleId,
    title: outcome.info?.title ?? '',
    author,
    id: newId(),
    date: new Date().toISOString().slice(0, 10),
    events: matching.map(({ json }) => json.replaceAll('\n', ' ')),
  });
  saveBlob(
    `${fileName('rule').replace(/\.ya?ml$/i, '')} regression data.zip`,
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
  );
  const left = all.length - matching.length;
  if (left > 0)
    say(
      `${count(left, 'test')} that must not match ${left === 1 ? 'is' : 'are'} left out: regression data holds what matches.`,
    );
}

/** The expected events as JSON, with what is expected; null, and told, if they cannot be had now. */
async function testsNow(): Promise<EventTest[] | null> {
  const { outcome, running } = results.getState();
  const { events, settings } = session.getState();
  const expected = expectedEvents(outcome, settings.expected);
  const isFresh = !running && outcome.events === events;
  const end = isFresh
    ? await askAuthor({ kind: 'json', events: expected.map(({ event }) => event) })
    : ({ how: 'superseded' } as const);
  if (end.how === 'failed') {
    say(failureWords(end.failure));
    return null;
  }
  if (end.how !== 'answered' || end.answer?.kind !== 'json') {
    say('The events are still being read. Try again in a moment.');
    return null;
  }
  const texts = end.answer.events;
  return expected.flatMap((one, i) => {
    const json = texts[i];
    return json ? [{ json, expected: one.expected }] : [];
  });
}

function say(text: string): void {
  notify({ key: 'tests', text, for: 8000 });
}
