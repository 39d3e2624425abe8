import { useEffect, useMemo } from 'react';
import type { Indicator } from '../../../src/describe';
import { useCatalog } from '../../catalog/store';
import { useCatalogAnswer } from '../../catalog/use-answer';
import { builtInIndex, sourceOf, useServed } from '../../state/built-in';

/** In how many other rules each indicator stands, as far as it is known, and in which rules that was counted. */
export interface Counts {
  /** Null where the index that is built in knows of none: at most one rule holds it. */
  readonly others: readonly (number | null)[];
  readonly source: Source;
}

export type Source =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly why: string }
  | {
      readonly state: 'ready';
      readonly name: string;
      readonly version: string;
      /** Rules counted; rules of one id are one. */
      readonly rules: number;
      /** The person's own catalog, which can list the rules. */
      readonly own: boolean;
    };

/** Counted in the person's catalog once it is loaded, else in the index that is served with the page. */
export function useCounts(found: readonly Indicator[], id: string | null): Counts {
  const catalog = useCatalog((s) => s.catalog);
  const builtIn = useServed(builtInIndex);
  // Counts are by row: those of other rows would be wrong.
  const own = useCatalogAnswer('counts', { id, keys: found.map(({ key }) => key) }, false);
  useEffect(() => {
    if (!catalog) void builtInIndex.load();
  }, [catalog]);
  return useMemo((): Counts => {
    const unknown = found.map(() => null);
    if (catalog) {
      const { name } = catalog;
      if (!own) return { others: unknown, source: { state: 'waiting' } };
      return {
        others: own.others,
        source: { state: 'ready', name, version: '', rules: own.rules, own: true },
      };
    }
    if (builtIn.state !== 'ready') return { others: unknown, source: builtIn };
    const { index, manifest } = builtIn.value;
    return {
      others: found.map(({ key }) => index.others(key, id)),
      source: {
        state: 'ready',
        name: manifest.name,
        version: sourceOf(manifest),
        rules: manifest.rules,
        own: false,
      },
    };
  }, [catalog, found, id, own, builtIn]);
}
