import { useMemo } from 'react';
import type { UnmetFirings } from '../../../src/authoring';
import type { Words } from '../../../src/text';
import type { ExpectedCorrelation } from '../../results/expected-firings';
import { useFiringsAnswer } from '../use-firings-answer';
import { wantedOf } from './wanted-firings';

/** Why correlations do not fire as expected, by the index of their document. */
export interface Unmet {
  readonly found: ReadonlyMap<number, UnmetFirings>;
  /** Why that is not known; null if it is. */
  readonly refused: Words | null;
}

/** Asks for the reasons and changes once a run has ended in which a correlation does not fire as expected. */
export function useUnmetFirings(tests: readonly ExpectedCorrelation[]): Unmet {
  const isAny = tests.some(({ isMet, fires }) => isMet === false && fires !== null);
  const { answer, refused } = useFiringsAnswer<'firings'>(
    isAny ? { kind: 'firings', wanted: wantedOf(tests) } : null,
  );
  const found = useMemo(() => new Map(answer?.unmet.map((one) => [one.document, one])), [answer]);
  return { found, refused };
}
