import { useEffect, useRef, useState } from 'react';
import { type Edit, prose, type Words } from '../../../src/text';
import { askAuthor } from '../../results/connect';
import { eventKeys, twinsOf } from '../../results/expectations';
import { useExpectedCorrelations } from '../../results/expected-firings';
import { results, useResults } from '../../results/results';
import { session } from '../../state/session';
import { failureWords } from '../../workers/failure-words';

/** Which tests of correlations changes of the rule would break. */
export interface BrokenFirings {
  /** For each change, the documents of the correlations; empty until that is known. */
  readonly documents: readonly (readonly number[])[];
  /** Why that is not known; null if it is, or is still to come. */
  readonly refused: Words | null;
}

const NOTHING: BrokenFirings = { documents: [], refused: null };

/** Tries changes of the rule on show on the tests of its correlations. Where there are none, nothing is asked. */
export function useBrokenFirings(changes: readonly (readonly Edit[])[]): BrokenFirings {
  const run = useResults((r) => r.outcome.run);
  const isReady = useResults((r) => !r.running && !r.stale);
  const tests = useExpectedCorrelations().filter(({ isMet }) => isMet === true);
  const [told, setTold] = useState<{ readonly key: string; readonly broken: BrokenFirings }>();
  // What failed is not asked again by itself: the run that follows the failure would only make it fail again.
  const failed = useRef('');
  const isWanted = isReady && tests.length > 0 && changes.length > 0;
  const wanted = tests.map(({ document, wanted: { count }, members }) => ({ document, count, members }));
  const asked = isWanted ? JSON.stringify({ changes, wanted }) : '';
  const key = asked === failed.current ? asked : `${run} ${asked}`;
  useEffect(() => {
    const { outcome } = results.getState();
    const { rule, events } = session.getState();
    if (asked === '' || asked === failed.current || outcome.rule !== rule || outcome.events !== events)
      return;
    let isLate = false;
    void askAuthor({ kind: 'broken', ...JSON.parse(asked), twins: twinsOf(eventKeys(outcome)) }).then(
      (end) => {
        if (isLate || end.how === 'superseded') return;
        if (end.how === 'failed') failed.current = asked;
        setTold({ key: end.how === 'failed' ? asked : key, broken: brokenOf(end) });
      },
    );
    return () => {
      isLate = true;
    };
  }, [asked, key]);
  return told && asked !== '' && told.key === key ? told.broken : NOTHING;
}

function brokenOf(end: Awaited<ReturnType<typeof askAuthor>>): BrokenFirings {
  if (end.how === 'failed') return { ...NOTHING, refused: prose(failureWords(end.failure)) };
  const answer = end.how === 'answered' ? end.answer : null;
  if (answer?.kind === 'refused') return { ...NOTHING, refused: answer.reason };
  return answer?.kind === 'broken' ? { ...NOTHING, documents: answer.documents } : NOTHING;
}
