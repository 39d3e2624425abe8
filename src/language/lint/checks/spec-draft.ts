import { attackName } from '../../../describe';
import { specHas } from '../../../knowledge';
import { entry, type YamlMap, type YamlNode, type YamlScalar } from '../../../rule';
import { byName, count, type Range, say, type Words } from '../../../text';
import type { Check } from '../check';
import type { DocumentContext } from '../context';
import { hasBrackets } from '../draft-points';

/** Tactics that the draft lists and 2.1.0 does not, with what 2.1.0 has in their place. */
const TACTICS = byName<string>({
  reconnaissance: '2.1.0 does not list it',
  'resource-development': '2.1.0 does not list it',
  stealth: '2.1.0 lists `attack.defense-evasion` for it',
  'defense-impairment': '2.1.0 lists `attack.defense-evasion` for it',
});

export const specDraft: Check<'spec-draft'> = {
  id: 'spec-draft',
  severity: 'info',
  since: '2.2.0',
  finds: 'Something that a draft or a proposal brings',
  why: 'The rule is read as the 2.2.0 draft, or with proposals. This part means something else, or is not allowed, in 2.1.0, the published version. Drafts may change, and tools that follow 2.1.0 do not know it. Array selectors are told only where the rule itself does not ask for them by `sigma-version: 3`.',
  bad: 'sigma-version: 2.2\ntags:\n    - «attack.stealth»\n    - attack.t1036',
  good: 'sigma-version: 2.2\ntags:\n    - attack.impact\n    - attack.t1490',
  document(document, report) {
    for (const { value, range } of document.meta.tags) {
      const name = attackName(value);
      const other = name === null ? undefined : TACTICS.get(name);
      if (other) report(range, say`The 2.2.0 draft lists this tactic. ${other}.`);
    }
    for (const [range, message] of document.kind === 'correlation' ? ofCorrelation(document) : [])
      report(range, message);
    const selectors = specHas(document.spec, 'proposals') ? ofSelectors(document) : null;
    if (selectors) report(...selectors);
    const rules = document.kind === 'filter' ? scalarIn(document.tree, 'filter', 'rules') : null;
    if (rules?.text.toLowerCase() === 'any')
      report(
        rules.range,
        say`In the 2.2.0 draft, \`any\` stands for every rule with this log source. 2.1.0 only has names and ids; here it is read alike.`,
      );
  },
  item(item, report) {
    const { list, values } = item.item;
    for (const value of item.values) {
      const { scalar } = value;
      if (item.field === null && scalar.value === null)
        report(
          value.range,
          say`The 2.2.0 draft allows \`null\` as a keyword, and 2.1.0 does not. It finds nothing in either.`,
        );
      else if (scalar.value === null && list && values.length > 1)
        report(
          value.range,
          say`The 2.2.0 draft allows \`null\` among several values: the field is absent or null. In 2.1.0 it is an error of style, with the same meaning.`,
        );
      else if (item.field === null && typeof scalar.value !== 'string')
        report(
          value.range,
          say`The 2.2.0 draft allows \`${value.text}\` as a keyword without quotes. 2.1.0 only speaks of texts; here it is searched alike.`,
        );
    }
  },
};

function ofCorrelation({ tree }: DocumentContext): [Range, Words][] {
  const found: [Range, Words][] = [];
  const tags = entry(tree, 'tags');
  if (tags)
    found.push([
      tags.key.range,
      say`The 2.2.0 draft gives correlations \`tags\`. 2.1.0 has no such key for them; here they are read alike.`,
    ]);
  const condition = scalarIn(tree, 'correlation', 'condition');
  if (condition && condition.value !== null)
    found.push([
      condition.range,
      say`The 2.2.0 draft has conditions of rule names. In 2.1.0 the condition of a correlation is a map, and this is an error.`,
    ]);
  return found;
}

function scalarIn(tree: YamlMap, part: string, key: string) {
  const map = entry(tree, part)?.value;
  const value = map?.kind === 'map' ? entry(map, key)?.value : undefined;
  return value?.kind === 'scalar' ? value : null;
}

/** The first field with array selectors, in a rule that does not name the version itself; null if there is none. */
function ofSelectors({ kind, tree }: DocumentContext): [Range, Words] | null {
  const part = kind === 'correlation' ? undefined : entry(tree, kind)?.value;
  if (part?.kind !== 'map' || entry(tree, 'sigma-version')) return null;
  const keys = part.entries.flatMap(({ value }) => keysIn(value));
  const [first, ...others] = keys.filter(({ text }) => hasBrackets(fieldOf(text)));
  if (!first) return null;
  const field = fieldOf(first.text);
  const { start, end } = first.range;
  const isPlain = end - start === first.text.length;
  const more = others.length > 0 ? ` So are ${count(others.length, 'more field')} of the rule.` : '';
  return [
    isPlain ? { start, end: start + field.length } : first.range,
    say`\`${field}\` is read with an array selector, by a proposal. In 2.1.0 the brackets are part of the field’s name.${more}`,
  ];
}

function fieldOf(key: string): string {
  return key.split('|', 1)[0]!;
}

/** The keys of all maps in a selection, in the order of the text. */
function keysIn(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, ...keysIn(value)]);
  return node.kind === 'sequence' ? node.items.flatMap(keysIn) : [];
}
