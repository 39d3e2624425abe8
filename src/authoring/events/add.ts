import type { SigmaEvent } from '../../event';
import { Evaluator } from '../../match';
import type { Plan, PlanCondition, PlanGroup, PlanItem } from '../../rule';
import { walkCondition } from '../../rule';
import { applyEdits, type Edit, prose, say } from '../../text';
import { addToList } from '../repair/lists';
import { type AuthorAnswer, refused } from './answer';
import { below } from './below';
import { type FieldTest, linesOf, valueText, wordsOf } from './field-test';
import { joined } from './joined';

/** Compiles a changed text to the plan of the current rule; null if it does not compile. */
export type Recompile = (text: string) => Plan | null;

/**
 * Adds a test to the first selection that the condition requires: one more value if the selection already tests the
 * field in that way, otherwise one more line. If that selection is not a plain map, the test becomes a separate
 * selection, joined with `and`.
 */
export function addToSelection(
  plan: Plan,
  test: FieldTest,
  event: SigmaEvent,
  recompile: Recompile,
): AuthorAnswer {
  const index = firstAskedFor(plan.condition);
  const selection = index === null ? undefined : plan.selections[index];
  const body = selection?.body;
  if (body?.kind === 'every') {
    const same = body.children.find((child): child is PlanItem => isSame(child, test));
    const edits = same ? valueEdits(plan, same, test) : lineEdits(plan, body, test);
    if (edits?.length === 0) return refused(say`\`${selection!.name}\` already tests that.`);
    const changed = edits && recompile(applyEdits(plan.text, edits));
    if (edits && changed && keeps(plan, changed, event))
      return { kind: 'edit', title: say`Added to \`${selection!.name}\`: ${wordsOf(test)}.`, edits };
  }
  const own = joined(plan, test, 'selection', 'and');
  const changed = own && recompile(applyEdits(plan.text, own.edits));
  return own && changed && keeps(plan, changed, event)
    ? { kind: 'edit', title: say`Added \`${own.name}\`: ${wordsOf(test)}.`, edits: own.edits }
    : refused(
        prose('The layout of this rule leaves no place to add the test automatically. Add the line by hand.'),
      );
}

/** Adds a separate filter: events that pass the test no longer match. */
export function addFilter(
  plan: Plan,
  test: FieldTest,
  event: SigmaEvent,
  recompile: Recompile,
): AuthorAnswer {
  const own = joined(plan, test, 'filter', 'and not');
  const changed = own && recompile(applyEdits(plan.text, own.edits));
  return own && changed && !new Evaluator(changed).evaluate(event)
    ? { kind: 'edit', title: say`Excluded by \`${own.name}\`: ${wordsOf(test)}.`, edits: own.edits }
    : refused(
        prose('The layout of this rule leaves no place to add the filter automatically. Add it by hand.'),
      );
}

/** A test added for an event must not make the rule lose it. */
function keeps(before: Plan, after: Plan, event: SigmaEvent): boolean {
  return !new Evaluator(before).evaluate(event) || new Evaluator(after).evaluate(event);
}

/** The first selection in the condition without a `not` before it. */
function firstAskedFor(condition: PlanCondition): number | null {
  let first: number | null = null;
  walkCondition(condition, (node) => {
    if (node.kind === 'not' || first !== null) return false;
    if (node.kind === 'selection') first = node.selection;
  });
  return first;
}

function isSame(node: PlanGroup['children'][number], { field, modifier }: FieldTest): node is PlanItem {
  return node.kind === 'item' && node.field === field && node.modifiers.join('|') === modifier;
}

/** Edits that add the test's values to an item; none if it has them all. */
function valueEdits(plan: Plan, item: PlanItem, { values }: FieldTest): Edit[] | null {
  const written = new Set(item.values.map(({ scalar }) => scalar.text.toLowerCase()));
  const [value] = values.filter((one) => {
    const text = valueText(one);
    return !written.has(
      (text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text).toLowerCase(),
    );
  });
  return value === undefined ? [] : addToList(plan, item, valueText(value));
}

/** Edits that add a line after the last of a map; null if the map is on one line. */
function lineEdits({ text }: Plan, body: PlanGroup, test: FieldTest): Edit[] | null {
  const last = body.children[body.children.length - 1];
  if (!last) return null;
  const lineStart = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const lead = text.slice(lineStart, last.range.start);
  return lead.trim() === '' ? [below(text, last.range.end, linesOf(test, lead.length))] : null;
}
