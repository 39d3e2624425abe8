import { mentions, type Plan, type YamlScalar } from '../rule';
import { say, type Words } from '../text';
import type { Change } from './hint';

/** Words of a condition that stand for their contrary, in both directions. */
const SWAPS: readonly (readonly [RegExp, string, Words])[] = [
  [/ or /gi, ' and ', say`Write \`and\` instead of \`or\``],
  [/ and (?!not\b)/gi, ' or ', say`Write \`or\` instead of \`and\``],
  [/ and not all of /gi, ' and not 1 of ', say`Write \`not 1 of\` instead of \`not all of\``],
  [/\b(?:1|any) of /gi, 'all of ', say`Write \`all of\` instead of \`1 of\``],
  [/\ball of /gi, '1 of ', say`Write \`1 of\` instead of \`all of\``],
  [/ and (?!not\b)(?=\(?(?:1 of )?filter)/gi, ' and not ', say`Write \`and not\` before the filter`],
];

/** Changes of a rule's condition: other operators, and selections that it does not mention yet. */
export function conditionChanges({ rule, text, selections, condition }: Plan): Change[] {
  const [written] = rule.detection.conditions;
  if (!written) return [];
  const { range, style } = written.scalar;
  if (style === 'literal' || style === 'folded') return [];
  const end = range.end - (style === 'plain' ? 0 : 1);
  const added = selections
    .filter(({ index }) => !mentions(condition, index))
    .map(({ name }): Change => {
      const how = name.startsWith('filter') ? 'and not' : 'and';
      const title = say`Add \`${how} ${name}\` to the condition`;
      return { title, edits: [{ range: { start: end, end }, text: ` ${how} ${name}` }] };
    });
  return [...conditionSwaps(text, written.scalar), ...added];
}

/** A condition with another operator, one at a time; none for a text of several lines. */
export function conditionSwaps(text: string, { range, style }: YamlScalar): Change[] {
  if (style === 'literal' || style === 'folded') return [];
  const source = text.slice(range.start, range.end);
  return SWAPS.flatMap(([pattern, by, title]) =>
    [...source.matchAll(pattern)].map((found): Change => {
      const start = range.start + found.index;
      return { title, edits: [{ range: { start, end: start + found[0].length }, text: by }] };
    }),
  );
}
