import { useEffect, useMemo, useState } from 'react';
import type { Answer, Asked, QuestionKind } from '../../src/catalog';
import { askCatalog, useCatalog } from './store';

interface Given<K extends QuestionKind> {
  readonly catalog: unknown;
  readonly question: string;
  readonly is: Answer<K>;
}

/**
 * The catalog's answer to a question; asked again when the question or the catalog changes. If it is `lasting`, the
 * last answer of the same catalog stays until the new one comes; null before the first. An answer to a question that a
 * newer one has overtaken is dropped. Questions are equal if their JSON is;
 * keep a long one (`useMemo`), so that it is written once.
 */
export function useCatalogAnswer<K extends QuestionKind>(
  kind: K,
  asked: Asked<K>,
  lasting = true,
): Answer<K> | null {
  const catalog = useCatalog((s) => s.catalog);
  const [answer, setAnswer] = useState<Given<K> | null>(null);
  const question = useMemo(() => JSON.stringify(asked), [asked]);
  useEffect(() => {
    let wanted = true;
    void askCatalog(kind, JSON.parse(question) as Asked<K>).then((is) => {
      if (wanted && is !== null) setAnswer({ catalog, question, is });
    });
    return () => {
      wanted = false;
    };
  }, [kind, question, catalog]);
  const isGood = answer?.catalog === catalog && (lasting || answer.question === question);
  return isGood ? answer.is : null;
}
