import { indicators } from '../describe';
import type { Catalog } from './catalog';
import { IndicatorUsage } from './usage';

/** Rules that are counted before others get a turn. */
const PIECE = 50;

const counted = new WeakMap<Catalog, Promise<IndicatorUsage>>();

/** Which rules of a catalog hold which indicators. Counted when it is first asked for, and kept as long as the catalog. */
export function usageOf(catalog: Catalog, turn: () => Promise<void>): Promise<IndicatorUsage> {
  let usage = counted.get(catalog);
  if (!usage) {
    usage = count(catalog, turn);
    counted.set(catalog, usage);
  }
  return usage;
}

async function count({ rules, plans }: Catalog, turn: () => Promise<void>): Promise<IndicatorUsage> {
  const usage = new IndicatorUsage();
  for (const [place, { id, logsource }] of rules.entries()) {
    if (place % PIECE === PIECE - 1) await turn();
    usage.add({ id, logsource, indicators: indicators(plans[place]!) });
  }
  return usage;
}
