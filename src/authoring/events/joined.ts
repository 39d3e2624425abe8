import type { Condition, PlacedCondition, Plan } from '../../rule';
import { walkWritten } from '../../rule';
import type { Edit } from '../../text';
import { below } from './below';
import { type FieldTest, linesOf } from './field-test';

/** Edits that give a rule one more selection. */
export interface Joined {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/**
 * A separate selection for a test, below the others, joined to the condition with `word`. If the condition uses a
 * pattern for filters (`not 1 of filter_*`), the name fits the pattern and the condition stays. Null if the rule's
 * layout has no place for it.
 */
export function joined(
  plan: Plan,
  test: FieldTest,
  base: 'selection' | 'filter',
  word: 'and' | 'and not',
): Joined | null {
  const { text } = plan;
  const { selections, conditions } = plan.rule.detection;
  const [first] = selections;
  if (!first) return null;
  const lineStart = text.lastIndexOf('\n', first.nameRange.start - 1) + 1;
  const indent = first.nameRange.start - lineStart;
  if (indent === 0 || text.slice(lineStart, first.nameRange.start).trim() !== '') return null;
  const end = Math.max(...selections.map(({ body }) => body.range.end));

  const trees = conditions.flatMap(({ tree }) => (tree ? [tree] : []));
  const patterns = trees.flatMap(patternsOf);
  const taken = new Set(selections.map(({ name }) => name));
  const own = patterns.find(({ excluded, pattern }) => excluded && /^[\w-]+\*$/.test(pattern));
  const fits = word === 'and not' && conditions.length === 1 ? own : undefined;
  const stem = fits
    ? `${fits.pattern.slice(0, -1)}${test.field.toLowerCase().replace(/[^a-z\d]+/g, '_')}`
    : base;
  const name = freeName(stem, taken, fits ? [] : patterns.map(({ pattern }) => pattern));
  if (name === null) return null;

  const blanks = ' '.repeat(indent);
  const edits = [below(text, end, `${blanks}${name}:\n${linesOf(test, indent * 2)}`)];
  if (fits) return { name, edits };
  for (const condition of conditions) {
    const more = conditionEdits(text, condition, ` ${word} ${name}`);
    if (!more) return null;
    edits.push(...more);
  }
  return { name, edits };
}

interface PatternUsed {
  readonly pattern: string;
  /** True if it follows `not` and needs any of the selections. */
  readonly excluded: boolean;
}

function patternsOf(tree: Condition): PatternUsed[] {
  const patterns: PatternUsed[] = [];
  walkWritten(tree, (node, negated) => {
    if (node.kind === 'quantifier')
      patterns.push({ pattern: node.pattern, excluded: negated && !node.every });
  });
  return patterns;
}

/** A name that no selection has and no pattern of the condition covers. */
function freeName(stem: string, taken: ReadonlySet<string>, patterns: readonly string[]): string | null {
  const tests = patterns.map((pattern) =>
    pattern === 'them'
      ? /^[^_]/
      : new RegExp(
          `^${pattern
            .split('*')
            .map((part) => part.replace(/[^\w]/g, '\\$&'))
            .join('.*')}$`,
        ),
  );
  for (const start of [stem, `added_${stem}`, `_${stem}`]) {
    for (let i = 1; i < 100; i++) {
      const name = i === 1 ? start : `${start}_${i}`;
      if (!taken.has(name) && !tests.some((test) => test.test(name))) return name;
    }
  }
  return null;
}

/** Edits that append words to a condition. An `or` first gets parentheses. */
function conditionEdits(text: string, { scalar, tree }: PlacedCondition, words: string): Edit[] | null {
  const { range, style } = scalar;
  if (!tree || style === 'literal' || style === 'folded') return null;
  const quotes = style === 'plain' ? 0 : 1;
  const start = range.start + quotes;
  const end = range.end - quotes;
  if (/[\n\r]/.test(text.slice(start, end))) return null;
  if (tree.kind !== 'or') return [{ range: { start: end, end }, text: words }];
  return [
    { range: { start, end: start }, text: '(' },
    { range: { start: end, end }, text: `)${words}` },
  ];
}
