import { specHas } from '../../../knowledge';
import { entry, QUANTIFIERS, scalarSource, type YamlNode, type YamlScalar } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, findsOthers } from '../check';
import { asProposals } from '../draft-points';

/** A selector with a name, at the end of a step. Positions may be part of flattened names. */
const SELECTOR = new RegExp(`(?<!\\\\)\\[(?:${QUANTIFIERS.join('|')})\\](?=[.[|]|$)`);

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
    const edit = asProposals({ text, tree });
    const at = scalarSource(text, first, { start: found.index, end: found.index + found[0].length });
    report(
      at,
      say`\`${found[0]}\` is part of the field’s name here. With \`sigma-version: 3\` it selects members of an array.`,
      edit && findsOthers({ title: prose('Write `sigma-version: 3`'), edits: [edit] }),
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
