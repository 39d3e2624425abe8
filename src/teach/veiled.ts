import type { ItemTrace, Miss, Trace } from '../match';
import { itemTraces } from '../match';
import { code, joinWords, prose, type Range, say, type Words } from '../text';

/*
 * What can be said of an event that the learner does not see: names that stand in the rule, never a value of the event.
 */

/** Why an event that is held back is missed. */
export function veiledMiss({ causes, selections }: Trace): Words {
  const [cause] = causes;
  if (!cause) return prose('The condition does not hold for it.');
  const name = selections[cause.selection]?.name;
  const where = name === undefined ? [] : say`${code(name)}: `;
  return say`${cause.miss.reason === 'blocked by negated' ? [] : where}${reason(cause.miss)}`;
}

function reason(miss: Miss): Words {
  const field: Words = miss.field === null ? ['a value'] : [code(miss.field)];
  switch (miss.reason) {
    case 'field absent':
      return say`the event has no ${field}.`;
    case 'field null':
      return say`${field} is null there.`;
    case 'field present':
      return say`${field} has a value there.`;
    case 'value differs':
      return miss.field === null
        ? say`none of its values has the keyword.`
        : say`${field} has another value there than the rule asks for.`;
    case 'case differs only':
      return say`only the case of ${field} differs.`;
    case 'would match unescaped':
      return say`a backslash or a wildcard in the rule does not mean what it seems to.`;
    case 'not in network':
      return say`${field} is not in the network.`;
    case 'not a number':
      return say`${field} is not a number there.`;
    case 'not a time':
      return say`${field} is not a time there.`;
    case 'no member':
      return say`${field} has no members there.`;
    case 'member matches':
      return say`a member of ${field} matches.`;
    case 'compared field absent':
      return say`there is no field to compare ${field} with.`;
    case 'source not applicable':
      return say`the log source of the rule does not cover that of the event.`;
    case 'blocked by negated':
      return miss.by === 'neq'
        ? say`\`neq\` excludes it.`
        : say`${code(miss.selection)} matches it, and the condition excludes that.`;
  }
}

/** Through what an event is found that is held back. */
export function veiledMatch(trace: Trace): Words {
  const items = matchingItems(trace).map((item) => code(keyOf(item)));
  if (items.length === 0) return prose('It has nothing that the condition excludes.');
  const kept = notExcluded(trace);
  const through = say`It is found through ${joinWords(items.slice(0, MOST), ', ')}.`;
  return kept ? say`${through} ${code(kept.selection)} does not exclude it: ${reason(kept.miss)}` : through;
}

const MOST = 6;

/** The items that match, of the selections that count for the condition. */
export function matchingItems({ condition, selections }: Trace): ItemTrace[] {
  const counted = new Set<number>();
  const visit = (node: Trace['condition']): void => {
    if (!node.matched || node.kind === 'not') return;
    if (node.kind === 'selection') counted.add(node.selection!);
    node.children.forEach(visit);
  };
  visit(condition);
  return itemTraces(selections).flatMap(([item, selection]) =>
    counted.has(selection) && item.matched ? item : [],
  );
}

/** An item of a selection. */
export interface Placed {
  readonly item: ItemTrace;
  readonly selection: string;
}

/** The first selection that the condition would exclude, but which does not match, and why; null if there is none. */
export function notExcluded({ condition, selections }: Trace): (Placed & { readonly miss: Miss }) | null {
  const excluding: number[] = [];
  const visit = (node: Trace['condition'], isNegated: boolean): void => {
    const turned = node.kind === 'not' ? !isNegated : isNegated;
    if (node.kind === 'selection' && isNegated && !node.matched) excluding.push(node.selection!);
    for (const child of node.children) visit(child, turned);
  };
  visit(condition, false);
  const [index] = excluding;
  if (index === undefined) return null;
  for (const [item, selection] of itemTraces(selections))
    if (selection === index && !item.matched && item.miss)
      return { item, selection: selections[index]!.name, miss: item.miss };
  return null;
}

/** An item's key as the rule has it: `Image|endswith`. */
export function keyOf({ field, modifiers }: Pick<ItemTrace, 'field' | 'modifiers'>): string {
  return [field ?? '', ...modifiers].join('|') || 'keywords';
}

/** The item that stands in the way, and its place; null if it is not an item. */
export function causeItem({ causes, selections }: Trace): Placed | null {
  const [cause] = causes;
  if (!cause) return null;
  const found = itemTraces(selections).find(
    ([item, selection]) => selection === cause.selection && isSame(item.rule, cause.item),
  );
  return found ? { item: found[0], selection: selections[found[1]]!.name } : null;
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}
