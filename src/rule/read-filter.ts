import type { SpecVersion } from '../knowledge';
import { prose, say, scalarSource } from '../text';
import type { Detection, FilterRule, Placed } from './ast';
import type { RuleDiagnostics } from './codes';
import type { Condition } from './condition/ast';
import { printCondition } from './condition/print';
import { operandsOf } from './condition/walk';
import { readDetection } from './read-detection';
import { readLogsource, readMeta } from './read-meta';
import { entry, type YamlMap, type YamlNode } from './yaml/node';

/** Reads a document with a `filter` (specification 2.1.0). Null if there is nothing to apply. */
export function readFilter(
  text: string,
  map: YamlMap,
  spec: SpecVersion,
  diagnostics: RuleDiagnostics,
): FilterRule | null {
  const meta = readMeta(map, diagnostics);
  if (!meta.title)
    diagnostics.lint(
      'title-missing',
      map.entries[0]!.key.range,
      prose('The filter has no `title`. Add one.'),
    );
  const { key, value } = entry(map, 'filter')!;
  if (value.kind !== 'map') {
    diagnostics.error(
      'filter-type',
      value.range.end > value.range.start ? value.range : key.range,
      prose('`filter` has to be a map with `rules`, selections and a `condition`.'),
    );
    return null;
  }
  const logsource = readLogsource(map, diagnostics);
  const rules = readRules(value, key.range, diagnostics);
  const body = { ...value, entries: value.entries.filter((e) => e.key.text !== 'rules') };
  const detection = readDetection(text, body, key.range, spec, diagnostics);
  if (!detection || rules === undefined) return null;
  lintNarrowing(text, detection, diagnostics);
  return { range: map.range, spec, meta, logsource, rules, detection };
}

/** The names and ids; null for `any`; undefined if none can be read. */
function readRules(
  filter: YamlMap,
  at: { start: number; end: number },
  diagnostics: RuleDiagnostics,
): readonly Placed[] | null | undefined {
  const found = entry(filter, 'rules');
  const items: readonly YamlNode[] =
    found?.value.kind === 'sequence' ? found.value.items : found ? [found.value] : [];
  const rules = items.flatMap((item): Placed[] =>
    item.kind === 'scalar' && item.value !== null && item.text !== ''
      ? [{ value: item.text, range: item.range }]
      : [],
  );
  if (rules.some((rule) => rule.value.toLowerCase() === 'any')) return null;
  if (rules.length > 0) return rules;
  diagnostics.error(
    'filter-rules-missing',
    found?.key.range ?? at,
    prose('The filter has no `rules`. Add `rules:` with the names or ids of rules, or `rules: any`.'),
  );
  return undefined;
}

function lintNarrowing(text: string, detection: Detection, diagnostics: RuleDiagnostics): void {
  if (detection.conditions.length !== 1) return;
  const { scalar, tree } = detection.conditions[0]!;
  if (!tree || hasNot(tree)) return;
  const condition = printCondition(tree);
  const negated = tree.kind === 'and' || tree.kind === 'or' ? `not (${condition})` : `not ${condition}`;
  const range = scalarSource(text, scalar, { start: 0, end: scalar.text.trimEnd().length });
  diagnostics.lint(
    'filter-narrows',
    range.end > range.start ? range : scalar.range,
    say`A filter's condition is joined with \`and\`, as written, so this keeps only events that match \`${condition}\`. To exclude them, write \`${negated}\`. (The specification's example is written like this, although it seems to mean an exclusion.)`,
    [
      {
        title: say`Change to \`${negated}\``,
        edits: [{ range, text: negated }],
        changes: 'finds other events',
      },
    ],
  );
}

function hasNot(condition: Condition): boolean {
  return condition.kind === 'not' || operandsOf(condition).some(hasNot);
}
