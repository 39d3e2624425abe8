import { useEffect } from 'react';
import type { LogsourceFigures } from '../../src/catalog';
import { logsourceKey } from '../../src/catalog';
import type { PlanLogsource } from '../../src/rule';
import { builtInFigures, sourceOf, useServed } from '../state/built-in';
import { useCatalog } from './store';
import { useCatalogAnswer } from './use-answer';

/** The statistics of a log source as loaded so far, and which rules they count. */
export type Figures =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly why: string }
  | {
      readonly state: 'ready';
      readonly figures: LogsourceFigures;
      /** The user's own catalog, or SigmaHQ's with commit and date. */
      readonly source: string;
      readonly own: boolean;
    };

/**
 * What the rules of a log source look for: in the user's catalog once it is loaded, otherwise in the built-in
 * statistics.
 */
export function useLogsourceFigures(logsource: PlanLogsource): Figures {
  const name = useCatalog((s) => s.catalog?.name ?? null);
  const answer = useCatalogAnswer('logsource', logsource);
  const builtIn = useServed(builtInFigures);
  useEffect(() => {
    if (name === null) void builtInFigures.load();
  }, [name]);
  if (name !== null)
    return answer ? { state: 'ready', figures: answer, source: name, own: true } : { state: 'waiting' };
  if (builtIn.state !== 'ready') return builtIn;
  const { figures, manifest } = builtIn.value;
  const key = logsourceKey(logsource);
  return {
    state: 'ready',
    figures: figures.get(key) ?? { logsource, rules: 0, fields: [] },
    source: sourceOf(manifest),
    own: false,
  };
}
