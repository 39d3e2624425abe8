import type { PlanLogsource } from '../rule';
import type { Turn } from '../turns';
import type { Catalog } from './catalog';
import { type AskedRule, SimilarRules } from './similar';
import { indicatorFigures, logsourceFigures, logsources } from './statistics';
import { usageOf } from './usage-of';

/** How many similar rules are listed. */
const MOST_SIMILAR = 100;

/** The questions about a catalog's indicators. All are answered from one index, made at the first question. */
export const INDICATOR_KINDS = {
  /** How many rules there are, and how many have each indicator, without the rule with this id. */
  counts:
    (catalog: Catalog, turn: Turn) =>
    async ({ id, keys }: { readonly id: string | null; readonly keys: readonly string[] }) => {
      const usage = await usageOf(catalog, turn);
      return { rules: usage.rules, others: keys.map((key) => usage.others(key, id).length) };
    },
  /** How common an indicator is, and which rules have it. */
  indicator:
    (catalog: Catalog, turn: Turn) =>
    async (asked: { readonly key: string; readonly id: string | null; readonly logsource: PlanLogsource }) =>
      indicatorFigures(await usageOf(catalog, turn), asked),
  /** The rules similar to this one, most similar first. */
  similar: (catalog: Catalog, turn: Turn) => {
    const ready = usageOf(catalog, turn).then((usage) => new SimilarRules(usage));
    return async (asked: AskedRule) => (await ready).to(asked, MOST_SIMILAR);
  },
  /** The log sources of the catalog. */
  logsources: (catalog: Catalog, turn: Turn) => async (_: null) => logsources(await usageOf(catalog, turn)),
  /** What the rules of a log source look for. */
  logsource: (catalog: Catalog, turn: Turn) => async (logsource: PlanLogsource) =>
    logsourceFigures(await usageOf(catalog, turn), logsource),
};
