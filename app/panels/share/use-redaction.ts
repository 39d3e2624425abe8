import { useEffect, useState } from 'react';
import type { Redaction } from '../../../src/redact';
import { askRedacted } from '../../results/connect';
import { liveSettings } from '../../state/fields';
import type { Work } from '../../state/session';
import { failureWords } from '../../workers/failure-words';

/** What came of the wish for made-up names. */
export interface RedactionShown {
  /** The last answer; its table stays while a newer one is made. Null before the first. */
  readonly last: Redaction | null;
  /** True if `last` is for what is asked now. */
  readonly isNow: boolean;
  /** Why there is none. */
  readonly failure: string | null;
}

/**
 * Asks the engine for the events of `work` with made-up names, as long as `isOn`, without the values of `off`; where the
 * rule is not run, what it finds is not compared.
 */
export function useRedaction(
  work: Work,
  isOn: boolean,
  { off, isUnchecked }: { readonly off: readonly string[]; readonly isUnchecked: boolean },
): RedactionShown {
  const [shown, setShown] = useState<RedactionShown>({ last: null, isNow: false, failure: null });
  useEffect(() => {
    if (!isOn) return;
    let isWanted = true;
    setShown(({ last }) => ({ last, isNow: false, failure: null }));
    const { rule, events } = work;
    void askRedacted([{ rule, events, settings: liveSettings(work.settings), off, isUnchecked }]).then(
      (end) => {
        if (!isWanted) return;
        if (end.how === 'answered') setShown({ last: end.answer[0] ?? null, isNow: true, failure: null });
        else if (end.how === 'failed')
          setShown({ last: null, isNow: false, failure: failureWords(end.failure) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [work, isOn, off, isUnchecked]);
  return shown;
}
