import type { AuthorAnswer, AuthorAsk, ExemplarAsk } from '../../../src/authoring';
import type { NewTest } from '../../../src/expect';
import { unmarked } from '../../../src/text';
import { presentFirings } from '../../actions/expect-firings';
import { askAuthor, untilRead } from '../../results/connect';
import { eventKeys, expectedEvents } from '../../results/expectations';
import { expectedCorrelations } from '../../results/expected-firings';
import { results } from '../../results/results';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';
import { failureWords } from '../../workers/failure-words';
import type { EventTest } from './rule-tests';

/** The expected events as JSON, with what is expected; null, and told, if they cannot be had now. */
export async function testsNow(): Promise<EventTest[] | null> {
  await untilRead();
  const expected = expectedEvents(results.getState().outcome, session.getState().settings.expected);
  const answer = await asked({
    kind: 'json',
    events: expected.map(({ event }) => event),
    form: 'as written',
  });
  if (answer?.kind !== 'json') return null;
  return expected.flatMap((one, i) => {
    const json = answer.events[i];
    return json ? [{ json, expected: one.expected }] : [];
  });
}

/** Events as evtx_dump lays them out; null, and told, if they cannot be had now. */
export async function dumpOf(events: readonly number[]): Promise<string | null> {
  const answer = await asked({ kind: 'json', events, form: 'dumped' });
  return answer?.kind === 'json' ? answer.events.flatMap((json) => (json ? `${json}\n` : [])).join('') : null;
}

/** Tests of correlations as exemplars hold them. */
export interface FiringTests {
  readonly tests: readonly { readonly document: number; readonly test: NewTest }[];
  /** How many tests cannot be written so. */
  readonly left: number;
}

/** What is expected of the correlations, with the events; null, and told, if they cannot be had now. */
export async function firingTestsNow(): Promise<FiringTests | null> {
  const { outcome } = results.getState();
  const expected = expectedCorrelations(results.getState(), session.getState().settings.expectedFirings);
  if (expected.length === 0) return { tests: [], left: 0 };
  const present = presentFirings() ?? [];
  const keys = eventKeys(outcome) ?? [];
  const asks = expected.map(({ document, wanted, members }): ExemplarAsk[] => {
    if (wanted.count === 0) return [{ document, events: null, fires: false }];
    const now = present.find((one) => one.of === wanted.of);
    const lists =
      members ??
      (now?.count === wanted.count ? now.members?.map((list) => list.map((key) => keys.indexOf(key))) : null);
    const isThere = lists?.every((list) => list.every((event) => event >= 0));
    return lists && isThere ? lists.map((events) => ({ document, events, fires: true })) : [];
  });
  const answer = await asked({ kind: 'exemplars', of: asks.flat() });
  if (answer?.kind !== 'exemplars') return null;
  const tests = answer.all.flatMap((one) => {
    if (!one) return [];
    const kind = one.fires ? 'match' : 'no match';
    const test: NewTest = { name: '', expected: { kind }, events: one.events };
    return [{ document: one.document, test }];
  });
  const refused = asks.filter((list) => list.length === 0).length;
  return { tests, left: refused + answer.all.length - tests.length };
}

/** The engine's answer about the events on show; null, and told, if it has none now. */
export async function asked(ask: AuthorAsk): Promise<AuthorAnswer | null> {
  const { outcome, running } = results.getState();
  const isFresh = !running && outcome.events === session.getState().events;
  const end = isFresh ? await askAuthor(ask) : ({ how: 'superseded' } as const);
  if (end.how === 'failed') say(failureWords(end.failure));
  else if (end.how !== 'answered' || !end.answer) say(STILL_READ);
  else if (end.answer.kind === 'refused') say(unmarked(end.answer.reason));
  else return end.answer;
  return null;
}

/** Nothing can be written yet. */
export const STILL_READ = 'The events could not be read yet. Try again in a moment.';

/** Tells something of the tests. */
export function say(text: string): void {
  notify({ key: 'tests', text, for: 8000 });
}
