import type { GroupTrace, ItemTrace, Trace, ValueTrace } from '../../src/match';

/** One rule value of a trace with what stands around it. */
export interface TracedValue {
  readonly selection: number;
  /** The selection as a whole matched. */
  readonly whole: boolean;
  readonly item: ItemTrace;
  readonly value: ValueTrace;
}

/** All items below a part of a selection, in the order of the rule. */
export function itemsOf(node: GroupTrace | ItemTrace): ItemTrace[] {
  return node.kind === 'item' ? [node] : node.children.flatMap(itemsOf);
}

/** All values of all selections of a trace. */
export function valueTraces(trace: Trace | null): TracedValue[] {
  return (trace?.selections ?? []).flatMap(({ body, matched }, selection) =>
    itemsOf(body).flatMap((item) => item.values.map((value) => ({ selection, whole: matched, item, value }))),
  );
}
