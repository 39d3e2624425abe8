import type { DocumentInfo } from '../../../src/live';
import { numberOf } from '../../results/event-number';
import type { ExpectationCounts, ExpectedEvent } from '../../results/expectations';
import type { ExpectedCorrelation } from '../../results/expected-firings';
import { count } from '../../ui/count';
import type { TestsEnd, TestTold } from '../../workers/tests/protocol';

/** `✓ 5` where all are as expected; `✗ 2 of 5` where two are not; `… 5` while some have no verdict yet. */
export function testCountWords({ met, failed, all }: ExpectationCounts): string {
  const total = all.toLocaleString('en');
  if (failed > 0) return `✗ ${failed.toLocaleString('en')} of ${total}`;
  return met === all ? `✓ ${total}` : `… ${total}`;
}

/** What is expected of an event, behind its verdict. */
export function wantWords({ expected, isMet }: Pick<ExpectedEvent, 'expected' | 'isMet'>): string {
  const wanted = expected === 'match' ? 'must match' : 'must not match';
  if (isMet === null) return `it ${wanted}`;
  return isMet ? `as expected: it ${wanted}` : `not as expected: it ${wanted}`;
}

/** That a test is not of one event alone. */
export function equalWords(equal: number): string {
  return equal === 1
    ? 'shared with an equal event'
    : `shared with ${equal.toLocaleString('en')} equal events`;
}

/** How the tests stand, as a sentence. */
export function sumWords({ met, failed, all }: ExpectationCounts): string {
  if (failed > 0) return `${failed.toLocaleString('en')} of ${all.toLocaleString('en')} not as expected.`;
  return met === all ? 'All as expected.' : 'Evaluating…';
}

/** What came of the tests of many rules; `end` is null while they run. */
export function listWords(tests: readonly TestTold[], end: TestsEnd | null): string {
  const failed = tests.filter(({ why }) => why !== null).length;
  const rules = new Set(tests.map(({ rule }) => rule)).size;
  const said =
    failed === 0
      ? `✓ ${tests.length.toLocaleString('en')} passed`
      : `✗ ${failed.toLocaleString('en')} of ${count(tests.length, 'test')} failed`;
  const more = end && end.untested.length > 0 ? `; ${count(end.untested.length, 'rule')} without a test` : '';
  return end
    ? `${said}, of ${count(rules, 'rule')}${more}.`
    : `Running: ${count(tests.length, 'test')} so far…`;
}

const MOST_FIRINGS = 3;
const MOST_EVENTS = 8;

/** `must not fire`, `must fire 2 times, on events 1 and 4; event 7`. */
export function firingWishWords({
  wanted,
  members,
}: Pick<ExpectedCorrelation, 'wanted' | 'members'>): string {
  const often = wanted.count;
  if (often === 0) return 'must not fire';
  const times = often === 1 ? 'once' : `${often.toLocaleString('en')} times`;
  if (!members) return `must fire ${times}`;
  const lists = members.slice(0, MOST_FIRINGS).map(eventList);
  const more = members.length - lists.length;
  return `must fire ${times}, on ${[...lists, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join('; ')}`;
}

/** What is expected of a correlation, beside what it does. */
export function firingsMetWords(test: Pick<ExpectedCorrelation, 'wanted' | 'members' | 'isMet'>): string {
  const wish = `it ${firingWishWords(test)}`;
  if (test.isMet === null) return wish;
  return test.isMet ? `✓ as expected: ${wish}` : `✗ not as expected: ${wish}`;
}

/** Which tests of correlations a change would break; empty if none. In: their documents, and all of the text. */
export function brokenTestsWords(
  broken: readonly number[],
  documents: readonly Pick<DocumentInfo, 'title'>[],
): string {
  if (broken.length === 0) return '';
  const titles = broken.map((document) => `“${documents[document]?.title ?? ''}”`).join(' and ');
  return `The ${broken.length === 1 ? 'test' : 'tests'} of ${titles} would fail.`;
}

/** `event 2`, `events 2, 4 and 7`; of many the first few, and those that are there no longer as such. */
function eventList(events: readonly number[]): string {
  const there = events.filter((event) => event >= 0).sort((a, b) => a - b);
  const numbers = there.slice(0, MOST_EVENTS).map((event) => String(numberOf(event)));
  const more = there.length - numbers.length;
  if (more > 0) numbers.push(`${more.toLocaleString('en')} more`);
  const gone = events.length - there.length;
  if (gone > 0) numbers.push(`${gone.toLocaleString('en')} that ${gone === 1 ? 'is' : 'are'} gone`);
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `events ${numbers.join(', ')} and ${last}` : `event ${last}`;
}
