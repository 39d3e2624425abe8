import type { Cause } from '../../match';
import type { Plan, PlanCondition, PlanItem } from '../../rule';
import { walkCondition } from '../../rule';
import { code, type Edit, prose, type Range, say } from '../../text';
import { takeFromList } from './lists';
import { modifierRange, type Proposal } from './proposal';

/** If something excludes the event: remove the value that does it, or the whole filter. */
export function filterProposals(plan: Plan, item: PlanItem | null, cause: Cause): Proposal[] {
  const selection = plan.selections[cause.selection];
  if (!selection) return [];
  const found: Proposal[] = [];
  if (item?.negated) {
    const neq = modifierRange(plan, item, 'neq');
    if (neq) found.push({ title: prose('Remove `neq`'), edits: [{ range: neq, text: '' }] });
    return found;
  }
  const value = item && !item.all ? item.values.find(({ id }) => id === cause.value) : undefined;
  if (item && value) {
    const edits = takeFromList(plan, item, value.scalar.range);
    const written = plan.text.slice(value.scalar.range.start, value.scalar.range.end);
    if (edits) found.push({ title: say`Remove ${code(written)} from \`${selection.name}\``, edits });
  }
  const { name, range } = selection;
  const leaf = pathTo(plan.condition, cause.selection);
  if (leaf?.some((node) => 'quantifier' in node && node.quantifier !== null && node.children.length > 1)) {
    const at = nameRange(plan, name, range);
    if (at && !name.startsWith('_'))
      found.push({
        title: say`Exclude \`${name}\` from the pattern by renaming it to \`_${name}\``,
        edits: [{ range: { start: at.start, end: at.start }, text: '_' }],
      });
  } else if (leaf) {
    const edits = withoutLeaf(plan.text, leaf);
    if (edits) found.push({ title: say`Remove \`${name}\` from the condition`, edits });
  }
  return found;
}

/** The nodes from the condition's root to the only leaf of a selection; null if it has none, or several. */
function pathTo(root: PlanCondition, selection: number): PlanCondition[] | null {
  let found: PlanCondition[] | null = null;
  let count = 0;
  walkCondition(root, (node, _, above) => {
    if (node.kind !== 'selection' || node.selection !== selection) return;
    count++;
    found = [...above, node];
  });
  return count === 1 ? found : null;
}

/** Removes the largest part of the condition that consists of this leaf only, with the word that joins it. */
function withoutLeaf(text: string, path: readonly PlanCondition[]): Edit[] | null {
  for (let i = path.length - 2; i >= 0; i--) {
    const node = path[i]!;
    if (node.kind === 'selection' || node.kind === 'not' || node.quantifier !== null) continue;
    const at = node.children.indexOf(path[i + 1]!);
    const before = node.children[at - 1];
    const after = node.children[at + 1];
    const gone: Range | null = before
      ? { start: before.range.end, end: path[i + 1]!.range.end }
      : after
        ? { start: path[i + 1]!.range.start, end: after.range.start }
        : null;
    // Several conditions in a list are not one expression: there is more than a word between them.
    if (!gone || /[\n#]/.test(text.slice(gone.start, gone.end))) return null;
    return [{ range: gone, text: '' }];
  }
  return null;
}

function nameRange(plan: Plan, name: string, selection: Range): Range | null {
  const written = plan.rule.detection.selections.find((s) => s.name === name);
  if (!written || plan.text.slice(written.nameRange.start, written.nameRange.end) !== name) return null;
  return selection.start >= written.nameRange.start ? written.nameRange : null;
}
