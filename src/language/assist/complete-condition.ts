import { tokenize } from '../../rule';
import type { Item } from './item';

/**
 * Suggestions after `before`, the part of a condition to the left of the word at the cursor, with selections of these
 * names.
 */
export function conditionItems(
  before: string,
  selections: readonly string[],
  correlation = false,
): readonly Item[] {
  const tokens = tokenize(before).filter((t) => t.kind !== 'end');
  const last = tokens.at(-1);
  const text = last?.text.toLowerCase();
  const quantifier = tokens.at(-2);
  if (text === 'of' && quantifier?.kind === 'word' && /^(?:1|all|any)$/i.test(quantifier.text))
    return [...patterns(selections).map(pattern), THEM];
  if (last?.kind === 'word' && /^(?:1|all|any)$/i.test(last.text) && !selections.includes(last.text))
    return [{ label: 'of', insert: 'of ', kind: 'operator', doc: 'Of `them`, or of a pattern with `*`.' }];
  if (last?.kind === 'word' || last?.kind === ')') return OPERATORS;
  const names = selections.map((name): Item => ({ label: name, insert: name, kind: 'selection' }));
  const not = last?.kind === 'not' ? [] : [NOT];
  return correlation ? [...names, ...not] : [...names, ...not, ...quantifiers(selections)];
}

const THEM: Item = {
  label: 'them',
  insert: 'them',
  kind: 'selection',
  doc: 'All selections whose names do not begin with `_`.',
};
const NOT: Item = { label: 'not', insert: 'not ', kind: 'operator', doc: 'What follows must not match.' };
const OPERATORS: readonly Item[] = [
  { label: 'and', insert: 'and ', kind: 'operator', doc: 'Both sides must match.' },
  { label: 'or', insert: 'or ', kind: 'operator', doc: 'One side must match. `and` binds more tightly.' },
  {
    label: 'and not',
    insert: 'and not ',
    kind: 'operator',
    doc: 'The left side must match, and what follows must not match.',
  },
];

function pattern(text: string): Item {
  return {
    label: text,
    insert: text,
    kind: 'selection',
    doc: 'All selections whose names match this pattern.',
  };
}

function quantifiers(selections: readonly string[]): Item[] {
  const ways: [string, string][] = [
    ['1 of', 'At least one of the selections must match.'],
    ['all of', 'Each of the selections must match.'],
  ];
  const over = selections.length > 1 ? [...patterns(selections), 'them'] : [];
  return ways.flatMap(([way, doc]) =>
    over.map((p): Item => ({ label: `${way} ${p}`, insert: `${way} ${p}`, kind: 'operator', doc })),
  );
}

/**
 * Patterns such as `filter_*`: what two or more names begin with, up to an underscore; and `filter_main_*` below it.
 */
export function patterns(selections: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of selections)
    for (let at = name.indexOf('_', 1); at > 0; at = name.indexOf('_', at + 1)) {
      const prefix = name.slice(0, at + 1);
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  return [...counts].filter(([, count]) => count > 1).map(([prefix]) => `${prefix}*`);
}
