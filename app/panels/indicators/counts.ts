import { useEffect, useMemo } from 'react';
import type { Indicator } from '../../../src/describe';
import { useCatalog } from '../../catalog/store';
import { useCatalogAnswer } from '../../catalog/use-answer';
import { builtInIndex, sourceOf, useServed } from '../../state/built-in';

/** How many other rules have each indicator, as far as known, and in which rules that was counted. */
export interface Counts {
  /** For an indicator and its position; null if the built-in index has no entry: at most one rule has it. */
  othersOf(indicator: Indicator, at: number): number | null;
  readonly source: Source;
}

export type Source =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly why: string }
  | {
      readonly state: 'ready';
      readonly name: string;
      readonly version: string;
      /** Rules counted; rules with the same id count once. */
      readonly rules: number;
      /** The user's own catalog, which can list the rules. */
      readonly own: boolean;
    };

const unknown = () => null;

/** Counts from the user's catalog once it is loaded, otherwise from the built-in index. */
export function useCounts(found: readonly Indicator[], id: string | null): Counts {
  const catalog = useCatalog((s) => s.catalog);
  const builtIn = useServed(builtInIndex);
  // Counts are by row: those for other rows would be wrong.
  const asked = useMemo(
    () => ({ id, keys: catalog ? found.map(({ key }) => key) : [] }),
    [id, catalog, found],
  );
  const own = useCatalogAnswer('counts', asked, false);
  useEffect(() => {
    if (!catalog) void builtInIndex.load();
  }, [catalog]);
  return useMemo((): Counts => {
    if (catalog) {
      const { name } = catalog;
      if (!own) return { othersOf: unknown, source: { state: 'waiting' } };
      return {
        othersOf: (_, at) => own.others[at] ?? null,
        source: { state: 'ready', name, version: '', rules: own.rules, own: true },
      };
    }
    if (builtIn.state !== 'ready') return { othersOf: unknown, source: builtIn };
    const { index, manifest } = builtIn.value;
    return {
      othersOf: ({ key }) => index.others(key, id),
      source: {
        state: 'ready',
        name: manifest.name,
        version: sourceOf(manifest),
        rules: manifest.rules,
        own: false,
      },
    };
  }, [catalog, id, own, builtIn]);
}
