import { useEffect, useRef, useState } from 'react';
import type { AuthorAnswer, AuthorAsk } from '../../src/authoring';
import { prose, type Words } from '../../src/text';
import { askAuthor } from '../results/connect';
import { eventKeys, twinsOf } from '../results/expectations';
import { results, useResults } from '../results/results';
import { session } from '../state/session';
import { failureWords } from '../workers/failure-words';
import { answerKey } from './answer-key';

type Kind = 'firings' | 'broken';
type Question<K extends Kind> = Omit<Extract<AuthorAsk, { readonly kind: K }>, 'twins'>;
type Answer<K extends Kind> = Extract<AuthorAnswer, { readonly kind: K }>;
type End = Awaited<ReturnType<typeof askAuthor>>;

/** What the engine says of the firings of correlations. */
export interface FiringsAnswer<K extends Kind> {
  /** Null until it is known. */
  readonly answer: Answer<K> | null;
  /** Why it is not known; null if it is, or is still to come. */
  readonly refused: Words | null;
}

const NOTHING = { answer: null, refused: null };

/**
 * Asks about the firings of the newest run, once it has ended, and again after each further one; `question` null asks
 * nothing. A question that failed is not asked again until it is another one.
 */
export function useFiringsAnswer<K extends Kind>(question: Question<K> | null): FiringsAnswer<K> {
  const run = useResults((r) => r.outcome.run);
  const isReady = useResults((r) => !r.running && !r.stale);
  const [told, setTold] = useState<{ readonly key: string; readonly end: End }>();
  const failed = useRef('');
  const asked = isReady && question ? JSON.stringify(question) : '';
  const key = answerKey(asked, run, failed.current);
  useEffect(() => {
    const { outcome } = results.getState();
    const { rule, events } = session.getState();
    if (asked === '' || asked === failed.current || outcome.rule !== rule || outcome.events !== events)
      return;
    let isLate = false;
    void askAuthor({ ...JSON.parse(asked), twins: twinsOf(eventKeys(outcome)) }).then((end) => {
      if (isLate || end.how === 'superseded') return;
      if (end.how === 'failed') failed.current = asked;
      setTold({ key: end.how === 'failed' ? answerKey(asked, run, asked) : key, end });
    });
    return () => {
      isLate = true;
    };
  }, [asked, key, run]);
  return told && asked !== '' && told.key === key
    ? answerOf<K>(told.end, question?.kind as K | undefined)
    : NOTHING;
}

function answerOf<K extends Kind>(end: End, kind: K | undefined): FiringsAnswer<K> {
  if (end.how === 'failed') return { ...NOTHING, refused: prose(failureWords(end.failure)) };
  const given = end.how === 'answered' ? end.answer : null;
  if (given?.kind === 'refused') return { ...NOTHING, refused: given.reason };
  const answer: Answer<K> | null =
    given !== null && given.kind === kind ? (given as unknown as Answer<K>) : null;
  return { answer, refused: null };
}
