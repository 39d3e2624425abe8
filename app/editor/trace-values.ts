import type { ItemTrace, Trace, ValueTrace } from '../../src/match';
import { itemTraces } from '../../src/match';

/** One rule value of a trace with what stands around it. */
export interface TracedValue {
  readonly selection: number;
  /** The selection as a whole matched. */
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
