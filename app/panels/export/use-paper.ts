import { useEffect, useState } from 'react';
import type { Paper, PaperAsk } from '../../../src/export';
import { askPaper } from '../../results/connect';
import { numberOf } from '../../results/event-number';
import { liveSettings, type Settings } from '../../state/fields';
import { failureWords } from '../../workers/failure-words';

/** What came of the question. */
export interface PaperShown {
  /** Null before the first answer; an older one stays until the next. */
  readonly paper: Paper | null;
  readonly isNow: boolean;
  /** Why there is none. */
  readonly failure: string | null;
}

export interface PaperQuestion extends Pick<PaperAsk, 'what' | 'rule' | 'document' | 'which' | 'chosen'> {
  /** Null while they are being made. */
  readonly events: string | null;
  readonly settings: Settings;
}

/** Asks the engine for a paper, and again whenever the question is another. */
export function usePaper({
  what,
  rule,
  events,
  document,
  which,
  chosen,
  settings,
}: PaperQuestion): PaperShown {
  const [shown, setShown] = useState<PaperShown>({ paper: null, isNow: false, failure: null });
  useEffect(() => {
    let isWanted = true;
    setShown(({ paper }) => ({ paper, isNow: false, failure: null }));
    if (events === null) return;
    const ask = {
      what,
      rule,
      events,
      document,
      which,
      chosen,
      settings: liveSettings(settings),
      first: numberOf(0),
    };
    void askPaper(ask).then((end) => {
      if (!isWanted) return;
      if (end.how === 'answered') setShown({ paper: end.answer, isNow: true, failure: null });
      else if (end.how === 'failed')
        setShown({ paper: null, isNow: false, failure: failureWords(end.failure) });
    });
    return () => {
      isWanted = false;
    };
  }, [what, rule, events, document, which, chosen, settings]);
  return shown;
}
