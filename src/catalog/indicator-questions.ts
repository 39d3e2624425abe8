import type { PlanLogsource } from '../rule';
import type { Turn } from '../turns';
import type { Catalog } from './catalog';
import { type AskedRule, SimilarRules } from './similar';
import { indicatorFigures, logsourceFigures, logsources } from './statistics';
import { usageOf } from './usage-of';

/** Rules that are told of those like one. */
const MOST_SIMILAR = 100;

/** What can be asked of a catalog about its indicators. All of it is counted from one index, made at the first question. */
export const INDICATOR_KINDS = {
  /** How many rules there are, and in how many each indicator stands, without the rule of this id. */
  counts:
    (catalog: Catalog, turn: Turn) =>
    async ({ id, keys }: { readonly id: string | null; readonly keys: readonly string[] }) => {
      const usage = await usageOf(catalog, turn);
      return { rules: usage.rules, others: keys.map((key) => usage.others(key, id).length) };
    },
  /** How usual an indicator is, and which rules hold it. */
  indicator:
    (catalog: Catalog, turn: Turn) =>
    async (asked: { readonly key: string; readonly id: string | null; readonly logsource: PlanLogsource }) =>
      indicatorFigures(await usageOf(catalog, turn), asked),
  /** The rules like this one, the most similar first. */
  similar: (catalog: Catalog, turn: Turn) => {
    const ready = usageOf(catalog, turn).then((usage) => new SimilarRules(usage));
    return async (asked: AskedRule) => (await ready).to(asked, MOST_SIMILAR);
  },
  /** The log sources of the catalog. */
  logsources: (catalog: Catalog, turn: Turn) => async (_: null) => logsources(await usageOf(catalog, turn)),
  /** What the rules of a log source look at. */
  logsource: (catalog: Catalog, turn: Turn) => async (logsource: PlanLogsource) =>
    logsourceFigures(await usageOf(catalog, turn), logsource),
};
