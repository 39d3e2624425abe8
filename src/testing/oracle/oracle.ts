import { CORE_SCHEMA, load } from 'js-yaml';
import { conditionHolds } from './condition';
import { itemHolds, type Placeholders } from './item';

/**
 * Whether a rule's detection matches an event, by brute force: word for word what semantics.md says, sharing no code
 * with the engine. Only for valid rules (it throws on others), with the event's own field names, and without mapping
 * or log source.
 */
export function oracle(ruleText: string, event: unknown, placeholders: Placeholders = {}): boolean {
  const rule = load(ruleText, { schema: CORE_SCHEMA }) as { detection: Record<string, unknown> };
  const { condition, timeframe: _, ...selections } = rule.detection;
  const truth = new Map(
    Object.entries(selections).map(
      ([name, body]) => [name, selectionHolds(body, event, placeholders)] as const,
    ),
  );
  const conditions = Array.isArray(condition) ? condition : [condition];
  return conditions.map((text) => conditionHolds(String(text), truth)).some((holds) => holds);
}

/** Map entries AND; a list OR; plain values, alone or in a list, are keywords. */
function selectionHolds(body: unknown, event: unknown, placeholders: Placeholders): boolean {
  if (Array.isArray(body))
    return body.map((member) => selectionHolds(member, event, placeholders)).some((holds) => holds);
  if (typeof body !== 'object' || body === null) return itemHolds('', [body], event, placeholders);
  return Object.entries(body)
    .map(([key, value]) => itemHolds(key, Array.isArray(value) ? value : [value], event, placeholders))
    .every((holds) => holds);
}
