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

/** Compiles a changed text to the plan of the rule at hand; null if it does not compile. */
export type Recompile = (text: string) => Plan | null;

/**
 * Adds a test to the first selection that the condition asks for: one more value where the field is asked for in that way
 * already, else one more line. Where that selection is no plain map, the test gets a selection of its own, joined by `and`.
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
    if (edits?.length === 0) return refused(say`\`${selection!.name}\` asks for that already.`);
    const changed = edits && recompile(applyEdits(plan.text, edits));
    if (edits && changed && keeps(plan, changed, event))
      return { kind: 'edit', title: say`Added to \`${selection!.name}\`: ${wordsOf(test)}.`, edits };
  }
  const own = joined(plan, test, 'selection', 'and');
  const changed = own && recompile(applyEdits(plan.text, own.edits));
  return own && changed && keeps(plan, changed, event)
    ? { kind: 'edit', title: say`Added \`${own.name}\`: ${wordsOf(test)}.`, edits: own.edits }
    : refused(
        prose(
          'This rule is written in a way that nothing can be added to it by itself; add the line by hand.',
        ),
      );
}

/** Adds a filter of its own: events that pass the test are no longer matched. */
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
        prose('This rule is written in a way that no filter can be added to it by itself; add it by hand.'),
      );
}

/** What an event of its own is added for must not be lost by it. */
function keeps(before: Plan, after: Plan, event: SigmaEvent): boolean {
  return !new Evaluator(before).evaluate(event) || new Evaluator(after).evaluate(event);
}

/** The first selection in the condition that no `not` stands before. */
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

/** Edits that add the test's values to an item; none where it has them all. */
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

/** Edits that put a line below the last of a map; null if the map is written on one line. */
function lineEdits({ text }: Plan, body: PlanGroup, test: FieldTest): Edit[] | null {
  const last = body.children[body.children.length - 1];
  if (!last) return null;
  const lineStart = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const lead = text.slice(lineStart, last.range.start);
  return lead.trim() === '' ? [below(text, last.range.end, linesOf(test, lead.length))] : null;
}
