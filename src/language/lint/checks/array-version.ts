import { specHas } from '../../../knowledge';
import { entry, scalarSource, type YamlMap, type YamlNode, type YamlScalar } from '../../../rule';
import { prose, type Range, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

/** A selector with a name, at the end of a step. Positions may be part of flattened names. */
const SELECTOR = /(?<!\\)\[(?:any|all|all_or_empty|none)\](?=[.[|]|$)/;

export const arrayVersion: Check<'array-version'> = {
  id: 'array-version',
  severity: 'warning',
  finds: 'A selector of array members in a rule that is read without them',
  why: 'Selectors such as `[any]` are a proposal: they work in rules with `sigma-version: 3`. In 2.1.0 the brackets are part of the field’s name, and no event has such a field.',
  bad: "detection:\n    selection:\n        connections«[any]».protocol: 'TCP'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        connections[any].protocol: 'TCP'\n    condition: selection",
  document({ text, tree, kind, spec }, report) {
    if (kind === 'correlation' || specHas(spec, 'proposals')) return;
    const body = entry(tree, kind === 'filter' ? 'filter' : 'detection')?.value;
    const [first] = body ? keysWithSelectors(body) : [];
    if (!first) return;
    const found = SELECTOR.exec(first.text)!;
    const at = scalarSource(text, first, { start: found.index, end: found.index + found[0].length });
    report(
      at,
      say`\`${found[0]}\` is part of the field’s name here. With \`sigma-version: 3\` it selects members of an array.`,
      ...versionFixes(tree),
    );
  },
};

function keysWithSelectors(node: YamlNode): YamlScalar[] {
  if (node.kind === 'sequence') return node.items.flatMap(keysWithSelectors);
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => [
    ...(SELECTOR.test(key.text) ? [key] : []),
    ...keysWithSelectors(value),
  ]);
}

/** Writes the version: in the place of another one, or above the detection's log source. */
function versionFixes(tree: YamlMap) {
  const own = entry(tree, 'sigma-version');
  const title = prose('Write `sigma-version: 3`');
  if (own) {
    const { range } = own.value;
    return range.end > range.start ? [findsOthers(replace(title, range, '3'))] : [];
  }
  const before = tree.entries.find(({ key }) => ['logsource', 'detection', 'filter'].includes(key.text))?.key;
  if (!before) return [];
  const at: Range = { start: before.range.start, end: before.range.start };
  return [findsOthers(replace(title, at, 'sigma-version: 3\n'))];
}
