import { describeCoverage } from '../event';
import { TOLD } from '../limits';
import type { Plan } from '../rule';
import { planItems, walkCondition } from '../rule';
import type { Range } from '../text';
import { shortened } from '../text';
import type { RuleInfo } from './report';

/** What the page shows about a compiled rule, as plain data. */
export function describeRule(plan: Plan): RuleInfo {
  const { meta, logsource } = plan.rule;
  const uses: Range[][] = plan.selections.map(() => []);
  walkCondition(plan.condition, (node) => {
    if (node.kind === 'selection') uses[node.selection]!.push(node.range);
  });
  const names = [plan.logsource.product, plan.logsource.category, plan.logsource.service].filter(Boolean);
  const fieldOf = new Map<number, string | null>();
  for (const [item] of planItems(plan)) for (const { id } of item.values) fieldOf.set(id, item.field);
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
      written: shortened(plan.text.slice(scalar.range.start, scalar.range.end), TOLD.hitText.value),
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
