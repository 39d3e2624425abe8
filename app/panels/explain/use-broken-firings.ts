import type { Edit, Words } from '../../../src/text';
import { useExpectedCorrelations } from '../../results/expected-firings';
import { wantedOf } from '../tests/wanted-firings';
import { useFiringsAnswer } from '../use-firings-answer';

/** Which tests of correlations changes of the rule would break. */
export interface BrokenFirings {
  /** For each change, the documents of the correlations; empty until that is known. */
  readonly documents: readonly (readonly number[])[];
  /** Why that is not known; null if it is, or is still to come. */
  readonly refused: Words | null;
}

/** Tries changes of the rule on show on the tests of its correlations. Where there are none, nothing is asked. */
export function useBrokenFirings(changes: readonly (readonly Edit[])[]): BrokenFirings {
  const tests = useExpectedCorrelations().filter(({ isMet }) => isMet === true);
  const isAny = tests.length > 0 && changes.length > 0;
  const { answer, refused } = useFiringsAnswer<'broken'>(
    isAny ? { kind: 'broken', changes, wanted: wantedOf(tests) } : null,
  );
  return { documents: answer?.documents ?? [], refused };
}
