import { useMemo } from 'react';
import type { Indicator } from '../../src/describe';
import type { PlanLogsource } from '../../src/rule';
import { useResults } from '../results/results';

/** The rule in the editor as it is asked about in a catalog. */
export interface OwnRule {
  readonly title: string;
  /** By which the catalog's own copy of it is left out. */
  readonly id: string | null;
  readonly logsource: PlanLogsource;
  readonly indicators: readonly Indicator[];
}

/** The rule in the editor; null where none compiles yet. */
export function useOwnRule(): OwnRule | null {
  const info = useResults((r) => r.outcome.info);
  return useMemo(() => {
    if (!info) return null;
    const { product, category, service } = info.card.logsource;
    return {
      title: info.title,
      id: info.card.meta.id?.value ?? null,
      logsource: {
        ...(product ? { product } : {}),
        ...(category ? { category } : {}),
        ...(service ? { service } : {}),
      },
      indicators: info.indicators,
    };
  }, [info]);
}

/** `windows / process_creation`. */
export function logsourceWords({ product, category, service }: PlanLogsource): string {
  return [product, category, service].filter(Boolean).join(' / ');
}
