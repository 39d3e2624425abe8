import { PUBLISHED, specHas } from '../../../knowledge';
import { entry, isSelector } from '../../../rule';
import { code, count, type Edit, type Fix, joinWords, prose, say, type Words } from '../../../text';
import { type Check, findsOthers } from '../check';
import type { ItemContext, RuleContext } from '../context';
import { asProposals, bracketsOf, dataSourceTags, hasBrackets, isAllBeforeOthers } from '../draft-points';
import { beyondSubset } from '../regex-subset';

export const specMove: Check<'spec-move'> = {
  id: 'spec-move',
  severity: 'info',
  finds: 'What a rule would gain or lose in a later version',
  why: 'The rule names the version that it is written for, or you picked another one than 2.1.0. A later version reads some of its parts otherwise, or asks for another spelling. Rules without `sigma-version` that are read as 2.1.0 are left alone.',
  bad: "sigma-version: «2.1»\ndetection:\n    selection:\n        CommandLine|all|contains:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  good: "sigma-version: 2.1\ndetection:\n    selection:\n        CommandLine|contains|all:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  rule(rule, report) {
    const own = entry(rule.tree, 'sigma-version');
    if ((!own && rule.spec === PUBLISHED) || specHas(rule.spec, 'proposals')) return;
    const draft = specHas(rule.spec, '2.2.0') ? [] : underDraft(rule);
    const named = rule.items.filter(({ field }) => field !== null && hasBrackets(field));
    const nulls = specHas(rule.spec, '2.2.0') ? [] : rule.items.filter(hasNullInList);
    if (draft.length === 0 && named.length === 0 && nulls.length === 0) return;
    const told: Words[] = [];
    if (draft.length > 0)
      told.push(say`Read as the 2.2.0 draft, the rule would be told of ${joinWords(draft, ', ')}.`);
    if (nulls.length > 0) told.push(prose('The 2.2.0 draft allows its `null` among several values.'));
    if (named.length > 0)
      told.push(
        say`With proposals, the brackets of ${fieldsOf(named)} would be array selectors, not parts of a name.`,
      );
    const at = own?.value.range ?? rule.meta.title?.range ?? rule.range;
    report(
      at,
      joinWords(told, ' '),
      ...(named.length > 0 ? [asSelectors(rule, named), asNames(rule, named)] : []),
    );
  },
};

/** What the checks of the draft would find, counted. */
function underDraft({ items, meta }: RuleContext): Words[] {
  const parts = items
    .filter((item) => item.has('re'))
    .flatMap((item) => item.values.flatMap(({ text }) => beyondSubset(text)));
  const before = items.filter(isAllBeforeOthers);
  const sources = dataSourceTags(meta.tags);
  return [
    ...(parts.length > 0 ? [[count(parts.length, 'unsupported part'), ' of expressions']] : []),
    ...(before.length > 0 ? [prose('`all` that is not last')] : []),
    ...(sources.length > 0 ? [[count(sources.length, 'tag'), ' for data sources']] : []),
  ];
}

function hasNullInList({ item: { list, values } }: ItemContext): boolean {
  return list && values.length > 1 && values.some(({ value }) => value === null);
}

function fieldsOf(named: readonly ItemContext[]): Words {
  const fields = [...new Set(named.map(({ field }) => field!))];
  const more = fields.length - 2;
  return joinWords(
    [...fields.slice(0, 2).map(code), ...(more > 0 ? [count(more, 'more field')] : [])],
    fields.length === 2 ? ' and ' : ', ',
  );
}

/** Reads the brackets as selectors; null if one of them is none. */
function asSelectors(rule: RuleContext, named: readonly ItemContext[]): Fix | null {
  const all = named.flatMap(({ field }) => bracketsOf(field!));
  const edit = asProposals(rule);
  if (!edit || !all.every(([written]) => isSelector(written.slice(1, -1)))) return null;
  return findsOthers({ title: prose('Read them as selectors: `sigma-version: 3`'), edits: [edit] });
}

/** Keeps the brackets as parts of names; null if a name is written with escapes. */
function asNames(rule: RuleContext, named: readonly ItemContext[]): Fix | null {
  const edit = asProposals(rule);
  if (!edit) return null;
  const edits: Edit[] = [];
  for (const { item } of named) {
    const { start } = item.fieldRange;
    const { field } = item;
    if (rule.text.slice(start, item.fieldRange.end) !== field || rule.text[start - 1] === '"') return null;
    for (const { index, 0: written } of bracketsOf(field)) {
      const range = { start: start + index, end: start + index + written.length };
      edits.push({ range, text: `\\[${written.slice(1, -1)}\\]` });
    }
  }
  return { title: prose('Keep them as names: `\\[` and `sigma-version: 3`'), edits: [edit, ...edits] };
}
