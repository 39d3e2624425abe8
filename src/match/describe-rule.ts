import { describeCoverage } from '../event';
import type { Plan, PlanCondition } from '../rule';
import type { Range } from '../text';
import type { RuleInfo } from './report';

/** What the page shows of a compiled rule; plain data. */
export function describeRule(plan: Plan): RuleInfo {
  const { meta, logsource } = plan.rule;
  const uses: Range[][] = plan.selections.map(() => []);
  collectUses(plan.condition, uses);
  const names = [plan.logsource.product, plan.logsource.category, plan.logsource.service].filter(Boolean);
  const fieldOf = new Map<number, string | null>();
  for (const selection of plan.selections) collectFields(selection.body, fieldOf);
  return {
    title: meta.title?.value ?? '',
    titleRange: meta.title?.range ?? null,
    logsource: names.join(' / '),
    logsourceRange: (logsource.category ?? logsource.service ?? logsource.product)?.range ?? null,
    coverage: describeCoverage(plan.logsource),
    selections: plan.selections.map(({ name, range, index }) => ({ name, range, uses: uses[index]! })),
    values: plan.values.map(({ id, selection, scalar }) => ({
      selection,
      range: scalar.range,
      written: plan.text.slice(scalar.range.start, scalar.range.end),
      field: fieldOf.get(id) ?? null,
    })),
    references: meta.references
      .filter((r) => isWebAddress(r.value))
      .map((r) => ({ url: r.value, range: r.range })),
  };
}

/** True for addresses that are safe to open from a rule that a stranger wrote. */
export function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function collectUses(node: PlanCondition, uses: Range[][]): void {
  if (node.kind === 'selection') uses[node.selection]!.push(node.range);
  else for (const child of node.children) collectUses(child, uses);
}

function collectFields(node: Plan['selections'][number]['body'], fields: Map<number, string | null>): void {
  if (node.kind === 'item') for (const value of node.values) fields.set(value.id, node.field);
  else for (const child of node.children) collectFields(child, fields);
}
