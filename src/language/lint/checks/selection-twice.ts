import type { Detection, PlanItem, PlanMembers, PlanNode } from '../../../rule';
import { foldBody, foldCondition, matchingSelections, walkWritten } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';
import { testKey } from '../implies';

export const selectionTwice: Check<'selection-twice'> = {
  id: 'selection-twice',
  severity: 'warning',
  finds: 'Two selections with the same content',
  why: 'They match the same events, so one of them has no effect. Perhaps the second is a copy that was never edited.',
  bad: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    «selection_other»:\n        Image|endswith: '\\Backup-Tool.exe'\n    condition: selection_img or selection_other",
  good: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    selection_other:\n        Image|endswith: '\\catalog-tool.exe'\n    condition: selection_img or selection_other",
  rule({ plan, detection }, report) {
    if (!plan || plan.selections.length < 2) return;
    const names = detection.selections.map(({ name }) => name);
    const covers = quantified(detection).map((pattern) => {
      const covered = matchingSelections(pattern, names);
      return new Set(covered.map((i) => names[i]!));
    });
    const seen = new Map<string, string[]>();
    for (const { name, range, body } of plan.selections) {
      const key = keyOf(body);
      const equal = seen.get(key) ?? [];
      seen.set(key, [...equal, name]);
      // If a pattern covers only one of the two, the condition needs both.
      const same = equal.find((other) => covers.every((covered) => covered.has(name) === covered.has(other)));
      if (same !== undefined)
        report(
          range,
          say`\`${name}\` matches the same events as \`${same}\`. Change one of them, or remove it.`,
        );
    }
  },
};

/** The patterns of a condition, each of which covers selections by name. */
function quantified({ conditions }: Detection): string[] {
  const patterns = new Set<string>();
  for (const { tree } of conditions)
    if (tree)
      walkWritten(tree, (node) => {
        if (node.kind === 'quantifier') patterns.add(node.pattern);
      });
  return [...patterns].slice(0, 50);
}

function keyOf(node: PlanNode): string {
  return foldBody<PlanNode, string>(
    node,
    itemKey,
    (children, _, { kind }) => `${kind}(${children.sort().join(' ')})`,
    blockKey,
  );
}

function blockKey({ slot, quantifier, fields, paths, selections, condition }: PlanMembers): string {
  const holds = foldCondition<string>(condition, {
    selection: (selection) => keyOf(selections[selection]!.body),
    not: (child) => `not(${child})`,
    join: (children, every) => `${every}(${children.join(' ')})`,
  });
  return `${slot}[${quantifier}] ${JSON.stringify([fields, paths])} ${holds}`;
}

function itemKey({ slot, all, negated, values }: PlanItem): string {
  const keys = values.map(({ variants }) => variants.map(({ predicate }) => testKey(predicate)).join('|'));
  return `${slot} ${all} ${negated} ${values.length}[${keys.sort().join(' ')}]`;
}
