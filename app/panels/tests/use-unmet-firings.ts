import { useEffect, useState } from 'react';
import type { UnmetFirings } from '../../../src/authoring';
import { prose, type Words } from '../../../src/text';
import { askAuthor } from '../../results/connect';
import { eventKeys, twinsOf } from '../../results/expectations';
import type { ExpectedCorrelation } from '../../results/expected-firings';
import { results, useResults } from '../../results/results';
import { session } from '../../state/session';
import { failureWords } from '../../workers/failure-words';

/** Why correlations do not fire as expected, by the index of their document. */
export interface Unmet {
  readonly found: ReadonlyMap<number, UnmetFirings>;
  /** Why that is not known; null if it is. */
  readonly refused: Words | null;
}

const NOTHING: Unmet = { found: new Map(), refused: null };

/** Asks for the reasons and changes once a run has ended in which a correlation does not fire as expected. */
export function useUnmetFirings(tests: readonly ExpectedCorrelation[]): Unmet {
  const run = useResults((r) => r.outcome.run);
  const isReady = useResults((r) => !r.running && !r.stale);
  const [told, setTold] = useState<{ readonly key: string; readonly unmet: Unmet }>();
  const isAny = tests.some(({ isMet, fires }) => isMet === false && fires !== null);
  const wanted = JSON.stringify(
    tests.map(({ document, wanted: { count }, members }) => ({ document, count, members })),
  );
  const key = isAny && isReady ? `${run} ${wanted}` : '';
  useEffect(() => {
    if (key === '') return;
    const { outcome } = results.getState();
    if (outcome.events !== session.getState().events) return;
    let isLate = false;
    void askAuthor({ kind: 'firings', wanted: JSON.parse(wanted), twins: twinsOf(eventKeys(outcome)) }).then(
      (end) => {
        if (isLate || end.how === 'superseded') return;
        setTold({ key, unmet: unmetOf(end) });
      },
    );
    return () => {
      isLate = true;
    };
  }, [key, wanted]);
  return told && key !== '' && told.key === key ? told.unmet : NOTHING;
}

function unmetOf(end: Awaited<ReturnType<typeof askAuthor>>): Unmet {
  if (end.how === 'failed') return { ...NOTHING, refused: prose(failureWords(end.failure)) };
  const answer = end.how === 'answered' ? end.answer : null;
  if (answer?.kind === 'refused') return { ...NOTHING, refused: answer.reason };
  if (answer?.kind !== 'firings') return NOTHING;
  return { found: new Map(answer.unmet.map((one) => [one.document, one])), refused: null };
}
