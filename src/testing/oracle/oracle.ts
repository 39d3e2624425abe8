import { CORE_SCHEMA, load } from 'js-yaml';
import { conditionHolds } from './condition';
import type { Placeholders } from './item';
import { selectionHolds } from './selection';

/**
 * Whether a rule's detection matches an event, by brute force: word for word what semantics.md says, sharing no code
 * with the engine. Only for valid rules (it throws on others), with the event's own field names, and without mapping
 * or log source. `arrays`: brackets select members of arrays, as they do from `sigma-version: 3` on.
 */
export function oracle(
  ruleText: string,
  event: unknown,
  placeholders: Placeholders = {},
  arrays = false,
): boolean {
  const rule = load(ruleText, { schema: CORE_SCHEMA }) as {
    detection: Record<string, unknown>;
    'sigma-version'?: unknown;
  };
  const version = rule['sigma-version'];
  const selects = version === undefined ? arrays : Number.parseInt(String(version), 10) >= 3;
  const { condition, timeframe: _, ...selections } = rule.detection;
  const truth = new Map(
    Object.entries(selections).map(
      ([name, body]) => [name, selectionHolds(body, event, placeholders, selects)] as const,
    ),
  );
  const conditions = Array.isArray(condition) ? condition : [condition];
  return conditions.map((text) => conditionHolds(String(text), truth)).some((holds) => holds);
}
