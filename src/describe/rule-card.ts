import type { DetectionNode, Plan, PlanCondition, RuleMeta } from '../rule';

/** What the rule's page is made of, as plain data, so that it can be sent from the engine to the page. */
export interface RuleCard {
  readonly meta: RuleMeta;
  readonly logsource: {
    readonly product: string | null;
    readonly category: string | null;
    readonly service: string | null;
    /** What the author says has to be switched on. */
    readonly definition: string | null;
  };
  /** The fields that the rule looks at, each once, in its order; those that a value refers to as well. */
  readonly fields: readonly string[];
  /** The event ids that the rule asks for, outside of its filters. */
  readonly eventIds: readonly number[];
  /** The providers that the rule asks for, outside of its filters. */
  readonly providers: readonly string[];
}

/** The card of a compiled rule: what it says of itself, without the filters of other documents that are joined to it. */
export function ruleCard({ rule, condition, selections }: Plan): RuleCard {
  const { product, category, service, definition } = rule.logsource;
  const fields = new Set<string>();
  const asked = new Set<string>();
  collectAsked(condition, selections, asked);
  const eventIds = new Set<number>();
  const providers = new Set<string>();
  for (const { name, body } of rule.detection.selections) {
    collectFields(body, fields);
    if (!asked.has(name)) continue;
    for (const id of valuesOf(body, 'EventID')) if (/^\d{1,9}$/.test(id)) eventIds.add(Number(id));
    for (const provider of valuesOf(body, 'Provider_Name')) providers.add(provider);
  }
  return {
    meta: rule.meta,
    logsource: {
      product: product?.value ?? null,
      category: category?.value ?? null,
      service: service?.value ?? null,
      definition: definition?.value ?? null,
    },
    fields: [...fields],
    eventIds: [...eventIds],
    providers: [...providers],
  };
}

/** The names of the selections that the condition asks to be there, not those that it asks to be absent. */
function collectAsked(node: PlanCondition, selections: Plan['selections'], asked: Set<string>): void {
  if (node.kind === 'selection') asked.add(selections[node.selection]!.name);
  else if (node.kind !== 'not') for (const child of node.children) collectAsked(child, selections, asked);
}

function collectFields(node: DetectionNode, fields: Set<string>): void {
  if (node.kind !== 'item') {
    for (const child of node.children) collectFields(child, fields);
    return;
  }
  if (node.field !== null) fields.add(node.field);
  if (node.modifiers.some((m) => m.value === 'fieldref'))
    for (const { text } of node.values) if (text !== '') fields.add(text);
}

/** The values that the node asks of a field as they stand, without modifiers. */
function valuesOf(node: DetectionNode, field: string): string[] {
  if (node.kind !== 'item') return node.children.flatMap((child) => valuesOf(child, field));
  return node.field === field && node.modifiers.length === 0 ? node.values.map((v) => v.text) : [];
}
