import type { Cause } from '../../match';
import type { Plan, PlanItem, PlanNode } from '../../rule';
import { allItemsOf } from '../../rule';
import type { Edit, Range, Words } from '../../text';

/** A change of the rule's text that may remove one cause of a miss. Only a test shows whether it does. */
export interface Proposal {
  /** What the change does, in the imperative. */
  readonly title: Words;
  readonly edits: readonly Edit[];
  /** True for one that is offered only if it is enough by itself. */
  readonly alone?: true;
}

/** The plan's item that a cause is about, be it in a block; null if it is not about an item. */
export function itemOf(plan: Plan, cause: Cause): PlanItem | null {
  const selection = plan.selections[cause.selection];
  const items = selection ? allItemsOf<PlanNode>(selection.body) : [];
  return items.find(({ range }) => sameRange(range, cause.item)) ?? null;
}

export function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** An item's key as written, with its modifiers, up to its first value. */
export function keyText(plan: Plan, item: PlanItem): string {
  return plan.text.slice(item.range.start, item.values[0]?.scalar.range.start ?? item.fieldRange.end);
}

/** The range of `|name` in an item's key; null if it is not there. */
export function modifierRange(plan: Plan, item: PlanItem, name: string): Range | null {
  const found = new RegExp(`\\|${name}(?=[|'"\\s:])`).exec(keyText(plan, item));
  if (!found) return null;
  const start = item.range.start + found.index;
  return { start, end: start + found[0].length };
}

/** Text as a value in single quotes, with every character literal. */
export function quoted(written: string): string {
  return `'${written.replace(/'/g, "''")}'`;
}
