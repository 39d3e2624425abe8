import type { DetectionItem, DetectionNode, Plan, RuleMeta } from '../rule';
import { foldBody, itemsOf, walkCondition } from '../rule';
import { blockName, nameWithin } from './members';

/** The content of the rule's page, as plain data that can be posted from the engine to the page. */
export interface RuleCard {
  readonly meta: RuleMeta;
  readonly logsource: {
    readonly product: string | null;
    readonly category: string | null;
    readonly service: string | null;
    /** What has to be enabled, according to the author. */
    readonly definition: string | null;
  };
  /** The fields that the rule tests, each once, in order, including those that a value refers to. */
  readonly fields: readonly string[];
  /** The event ids that the rule tests, outside of its filters. */
  readonly eventIds: readonly number[];
  /** The providers that the rule tests, outside of its filters. */
  readonly providers: readonly string[];
}

/** The card of a compiled rule: what the rule itself says, without the filters of other documents. */
export function ruleCard({ rule, condition, selections }: Plan): RuleCard {
  const { product, category, service, definition } = rule.logsource;
  const fields = new Set<string>();
  const asked = new Set<string>();
  // Selections that the condition requires to match, not those that must not.
  walkCondition(condition, (node) => {
    if (node.kind === 'selection') asked.add(selections[node.selection]!.name);
    return node.kind === 'not' ? false : undefined;
  });
  const eventIds = new Set<number>();
  const providers = new Set<string>();
  for (const { name, body } of rule.detection.selections) {
    const items = itemsOf(body);
    collectFields(body, '', fields);
    if (!asked.has(name)) continue;
    for (const id of valuesOf(items, 'EventID')) if (/^\d{1,9}$/.test(id)) eventIds.add(Number(id));
    for (const provider of valuesOf(items, 'Provider_Name')) providers.add(provider);
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

/** Adds the fields of a body; those of a block's members as `connections[any].ip`. */
function collectFields(body: DetectionNode, within: string, fields: Set<string>): void {
  foldBody<DetectionNode, void>(
    body,
    ({ field, modifiers, values }) => {
      if (field !== null) fields.add(nameWithin(within, field));
      if (modifiers.some((m) => m.value === 'fieldref'))
        for (const { text } of values) if (text !== '') fields.add(nameWithin(within, text));
    },
    () => undefined,
    (block) => {
      for (const { body: inner } of block.selections)
        collectFields(inner, nameWithin(within, blockName(block)), fields);
    },
  );
}

/** The values that items compare with a field exactly, without modifiers. */
function valuesOf(items: readonly DetectionItem[], field: string): string[] {
  const plain = items.filter((item) => item.field === field && item.modifiers.length === 0);
  return plain.flatMap(({ values }) => values.map((v) => v.text));
}
