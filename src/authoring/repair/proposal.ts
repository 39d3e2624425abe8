import type { Cause } from '../../match';
import type { Plan, PlanItem } from '../../rule';
import { findItem } from '../../rule';
import type { Edit, Range, Words } from '../../text';

/** A change of the rule's text that may remove one cause of a miss; whether it does is told by trying it. */
export interface Proposal {
  /** What the change does, as an order. */
  readonly title: Words;
  readonly edits: readonly Edit[];
  /** True for one that is worth offering only where it is enough by itself. */
  readonly alone?: true;
}

/** The item of the plan that a cause speaks of; null for one that is about no item. */
export function itemOf(plan: Plan, cause: Cause): PlanItem | null {
  const selection = plan.selections[cause.selection];
  return selection ? findItem(selection.body, ({ range }) => sameRange(range, cause.item)) : null;
}

export function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** An item's key as it is written, modifiers and all, up to its first value. */
export function keyText(plan: Plan, item: PlanItem): string {
  return plan.text.slice(item.range.start, item.values[0]?.scalar.range.start ?? item.fieldRange.end);
}

/** Where `|name` stands in an item's key; null if it does not. */
export function modifierRange(plan: Plan, item: PlanItem, name: string): Range | null {
  const found = new RegExp(`\\|${name}(?=[|'"\\s:])`).exec(keyText(plan, item));
  if (!found) return null;
  const start = item.range.start + found.index;
  return { start, end: start + found[0].length };
}

/** Text as a value in single quotes, each character standing for itself. */
export function quoted(written: string): string {
  return `'${written.replace(/'/g, "''")}'`;
}
