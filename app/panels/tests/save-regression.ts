import { type Expectation, identityOf } from '../../../src/expect';
import { type Recording, recordingOf } from '../../actions/recordings';
import { untilRead } from '../../results/connect';
import { expectedEvents } from '../../results/expectations';
import { expectedCorrelations } from '../../results/expected-firings';
import { fileName } from '../../results/file-names';
import { results } from '../../results/results';
import { areAllKnown, rangeOf, verdictOf } from '../../results/verdict-columns';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { newId } from '../../ui/new-id';
import { saveBlob } from '../../ui/save-file';
import { logJson } from '../../workers/evtx/open-log';
import type { Wanted } from './regression-again';
import type { CorrelationData, RegressionData } from './regression-zip';
import { dumpOf, STILL_READ, say } from './tests-now';

const UUID = /^[0-9a-f-]{36}$/i;

/**
 * Saves a zip with the rule and SigmaHQ's regression data. Data that was opened, and the event log that the events were read
 * from, go into it as they are; else the events that must match, as JSON. For each correlation with a test, all events go into
 * it, with how often it has to fire.
 */
export async function saveRegressionData(): Promise<void> {
  await untilRead();
  const { rule, events } = session.getState();
  const recording = recordingOf(events);
  const tests = wantedNow();
  if (!tests) return say(STILL_READ);
  const { outcome, documents } = results.getState();
  const { id: ruleId, author } = identityOf(rule, documents[outcome.document]?.range.start ?? null);
  const correlations = await correlationsNow();
  if (!correlations) return;
  const isOfRule = correlations.length === 0 || tests.some(({ expected }) => expected === 'match');
  if (isOfRule && !UUID.test(ruleId))
    return say('Regression data names the rule by its id: give the rule one first.');
  if (
    correlations.length === 0 &&
    recording?.kind === 'regression' &&
    recording.suite.ids.some((id) => id.toLowerCase() === ruleId.toLowerCase())
  ) {
    const { regressionAgain } = await import('./regression-again');
    const again = await regressionAgain(recording, rule, tests).catch(() => null);
    if (again) return saveRegressionZip(again);
  }
  const made = isOfRule ? await newData(recording, tests) : null;
  if (isOfRule && !made) return;
  const { correlationsZip, regressionZip } = await import('./regression-zip');
  const date = new Date().toISOString().slice(0, 10);
  const ofRule = { rule, ruleName: fileName('rule'), author, date };
  const title = outcome.info?.title ?? '';
  saveRegressionZip(
    made
      ? regressionZip({ ...ofRule, ruleId, title, id: newId(), ...made }, correlations)
      : correlationsZip(ofRule, correlations),
  );
  const left = tests.filter(({ expected }) => expected === 'no match').length;
  if (left > 0 && !made?.log)
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
  const json = await dumpOf(wanted);
  return json === null ? null : { json, log: null, count: wanted.length };
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

/** The correlations with a test, and all events; null, and told, if they cannot be had now. */
async function correlationsNow(): Promise<CorrelationData[] | null> {
  const { outcome, documents } = results.getState();
  const { rule, settings } = session.getState();
  const expected = expectedCorrelations(results.getState(), settings.expectedFirings);
  if (expected.length === 0) return [];
  const named = expected.map(({ document, wanted: { of: title, count } }) => {
    const { id: ruleId } = identityOf(rule, documents[document]?.range.start ?? null);
    return { ruleId, title, id: newId(), count };
  });
  const nameless = named.find(({ ruleId }) => !UUID.test(ruleId));
  if (nameless) {
    say(`Regression data names a correlation by its id: give “${nameless.title}” one first.`);
    return null;
  }
  const json = await dumpOf(Array.from({ length: outcome.total }, (_, event) => event));
  return json === null ? null : named.map((one) => ({ ...one, json }));
}
