import { VERDICTS } from '../../../src/match';
import type { ComparedTest } from '../../results/compared-tests';
import { numberOf } from '../../results/event-number';
import type { VerdictName } from '../../results/verdict-columns';
import type { ComparedFirings } from './compared-firings';

/** The words for a change from one verdict to another, and the sign before them. */
export interface ChangeWords {
  readonly kind: 'gained' | 'lost' | 'other';
  readonly sign: string;
  readonly words: string;
}

/** The words for a change between two verdicts, given by index in `VERDICTS`. */
export function changeWords(from: number, to: number): ChangeWords {
  const [before, after]: (VerdictName | undefined)[] = [VERDICTS[from], VERDICTS[to]];
  if (after === 'match')
    return {
      kind: 'gained',
      sign: '+',
      words: before === 'not applicable' ? 'now matches: the rule now covers its log source' : 'now matches',
    };
  if (before === 'match')
    return {
      kind: 'lost',
      sign: '−',
      words:
        after === 'not applicable'
          ? 'no longer matches: the rule no longer covers its log source'
          : 'no longer matches',
    };
  return {
    kind: 'other',
    sign: '≠',
    words:
      after === 'not applicable'
        ? 'the rule no longer covers its log source'
        : 'the rule now covers its log source, no match',
  };
}

const MOST_TESTS = 8;

/** The tests that a version breaks: `event 2, “Many”`; `none`; of many the first few. */
export function brokenTests(tests: readonly ComparedTest[], version: 'pinned' | 'current'): string {
  const broken = tests.filter((one) => one[version] === false);
  const names = broken
    .slice(0, MOST_TESTS)
    .map(({ of }) => (typeof of === 'number' ? `event ${numberOf(of)}` : `“${of}”`));
  const more = broken.length - names.length;
  if (more > 0) names.push(`${more.toLocaleString('en')} more`);
  return names.length === 0 ? 'none' : names.join(', ');
}

/** How often a correlation fires in the pinned and in the current version: `2`, `1, on other events`, `not run`. */
export function firingCounts({ pinned, current }: ComparedFirings): readonly [string, string] {
  const [before, now] = [pinned, current].map((one) => one?.toLocaleString('en') ?? 'not run');
  return [before!, pinned === current ? `${now}, on other events` : now!];
}
