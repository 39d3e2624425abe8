import type { RuleIndicators } from '../../src/live';
import type { PlanLogsource } from '../../src/rule';
import { useResults } from '../results/results';
import { usePanel } from '../results/use-panel';

/** The rule in the editor, as the catalog is asked about it. Its id tells the catalog's own copy, which is left out. */
export type OwnRule = RuleIndicators;

/** The rule in the editor; null if none compiles yet, undefined until the engine has answered. */
export function useOwnRule(): OwnRule | null | undefined {
  usePanel('indicators');
  return useResults((r) => r.outcome.indicators);
}

/** `windows / process_creation`. */
export function logsourceWords({ product, category, service }: PlanLogsource): string {
  return [product, category, service].filter(Boolean).join(' / ');
}
