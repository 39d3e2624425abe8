import type { ExpectationCounts, ExpectedEvent } from '../../results/expectations';
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
