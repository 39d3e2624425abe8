import type { Detection, FilterRule, Rule, RuleLogsource } from '../ast';
import { RuleDiagnostics } from '../codes';
import type { Condition } from '../condition/ast';
import { printCondition } from '../condition/print';
import { changeLeaves } from '../condition/walk';
import { type CompileOptions, compileRule } from './compile';
import { matchingSelections } from './compile-condition';
import type { Plan } from './plan';

/** True if the filter applies to the rule's log source: each part that the filter names is the same in the rule. */
export function filterCovers(filter: RuleLogsource, rule: RuleLogsource): boolean {
  return (['product', 'category', 'service'] as const).every((part) => {
    const wanted = filter[part]?.value.trim().toLowerCase();
    return !wanted || rule[part]?.value.trim().toLowerCase() === wanted;
  });
}

/** A rule with its filters, ready to run. */
export interface FilteredRule {
  readonly plan: Plan;
  readonly conditionText: string;
}

/**
 * Joins each filter's condition to the rule's with `and`, as written. A condition sees only the selections of its own
 * document. In the plan, selections are named as in `conditionText`. Null if one of them does not compile; compile
 * each alone to see why.
 */
export function applyFilters(
  text: string,
  rule: Rule,
  filters: readonly FilterRule[],
  options: CompileOptions = {},
): FilteredRule | null {
  const detections = filters.map((filter) => filter.detection);
  const plan = compileRule(text, rule, options, new RuleDiagnostics(), detections);
  if (!plan) return null;
  const shown = shownNames(rule, filters);
  const names = [rule.detection, ...detections].flatMap(({ selections }, i) =>
    selections.map(({ name }) => shown[i - 1]?.get(name) ?? name),
  );
  const selections = plan.selections.map((selection, i) => ({ ...selection, name: names[i]! }));
  return { plan: { ...plan, selections }, conditionText: resultingCondition(rule, filters) };
}

/**
 * The resulting condition as text. A filter's `1 of …` is spelled out. A filter's selection that shares its name with
 * one of the rule's becomes `filter.selection`, so that the whole could be written as one rule.
 */
export function resultingCondition(rule: Rule, filters: readonly FilterRule[]): string {
  const own = joined(rule.detection);
  if (!own) return '';
  const shown = shownNames(rule, filters);
  const parts = filters.flatMap((filter, i) => {
    const condition = joined(filter.detection);
    const names = filter.detection.selections.map((s) => s.name);
    return condition ? [renamed(condition, names, shown[i]!)] : [];
  });
  if (parts.length === 0) return printCondition(own);
  return printCondition({ kind: 'and', range: own.range, operands: [own, ...parts].flatMap(conjuncts) });
}

/** For each filter, the names of its selections beside those of the rule and of earlier filters. */
function shownNames(rule: Rule, filters: readonly FilterRule[]): ReadonlyMap<string, string>[] {
  const taken = new Set(rule.detection.selections.map((s) => s.name));
  return filters.map((filter) => {
    const names = filter.detection.selections.map((s) => s.name);
    const prefix = prefixOf(filter);
    const shown = new Map(names.map((name) => [name, taken.has(name) ? `${prefix}.${name}` : name]));
    for (const name of shown.values()) taken.add(name);
    return shown;
  });
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.operands : [condition];
}

function joined(detection: Detection): Condition | null {
  const trees = detection.conditions.flatMap(({ tree }) => (tree ? [tree] : []));
  if (trees.length === 0) return null;
  return trees.length === 1 ? trees[0]! : { kind: 'or', range: trees[0]!.range, operands: trees };
}

function prefixOf({ meta }: FilterRule): string {
  const words = (meta.name?.value ?? meta.title?.value ?? '').toLowerCase().match(/[\p{L}\p{N}_]+/gu);
  return words?.join('_') ?? 'filter';
}

function renamed(
  condition: Condition,
  names: readonly string[],
  shown: ReadonlyMap<string, string>,
): Condition {
  return changeLeaves(condition, (leaf) => {
    if (leaf.kind === 'name') return { ...leaf, name: shown.get(leaf.name) ?? leaf.name };
    const operands = matchingSelections(leaf.pattern, names).map(
      (i): Condition => ({ kind: 'name', range: leaf.range, name: shown.get(names[i]!)! }),
    );
    if (operands.length < 2) return operands[0] ?? leaf;
    return { kind: leaf.every ? 'and' : 'or', range: leaf.range, operands };
  });
}
