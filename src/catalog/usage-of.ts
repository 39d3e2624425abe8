import { indicators } from '../describe';
import { type Turn, Turns } from '../turns';
import type { Catalog } from './catalog';
import { IndicatorUsage } from './usage';

const counted = new WeakMap<Catalog, Promise<IndicatorUsage>>();

/** Which rules of a catalog have which indicators. Counted at the first question and kept as long as the catalog. */
export function usageOf(catalog: Catalog, turn: Turn): Promise<IndicatorUsage> {
  let usage = counted.get(catalog);
  if (!usage) {
    usage = count(catalog, turn);
    counted.set(catalog, usage);
  }
  return usage;
}

async function count({ rules, plans }: Catalog, turn: Turn): Promise<IndicatorUsage> {
  const usage = new IndicatorUsage();
  const turns = new Turns(turn);
  for (const [place, { id, logsource }] of rules.entries()) {
    if (turns.isOver) await turns.goOn();
    usage.add({ id, logsource, indicators: indicators(plans[place]!) });
  }
  return usage;
}
