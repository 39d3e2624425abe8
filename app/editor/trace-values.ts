import type { ItemTrace, Trace, ValueTrace } from '../../src/match';
import { itemTraces } from '../../src/match';

/** One value of a trace with its context. */
export interface TracedValue {
  readonly selection: number;
  /** The whole selection matched. */
  readonly whole: boolean;
  readonly item: ItemTrace;
  readonly value: ValueTrace;
}

/** All values of all selections of a trace. */
export function valueTraces(trace: Trace | null): TracedValue[] {
  const selections = trace?.selections ?? [];
  return itemTraces(selections).flatMap(([item, selection]) =>
    item.values.map((value) => ({ selection, whole: selections[selection]!.matched, item, value })),
  );
}
