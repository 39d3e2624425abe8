import type {
  CompiledCorrelation,
  Condition,
  CorrelationExpression,
  CorrelationRule,
  CountComparison,
} from '../../rule';
import { code, count, joinWords, say, type Words } from '../../text';
import { listOf, type Paragraph } from './paragraph';

const COMPARED: Readonly<Record<CountComparison['operator'], string>> = {
  gt: 'more than ',
  gte: 'at least ',
  lt: 'fewer than ',
  lte: 'at most ',
  eq: 'exactly ',
  neq: 'not exactly ',
};

/** A correlation in sentences: what it counts, over what time, in which groups, and when it alerts. */
export function correlationParagraphs({ correlation, references }: CompiledCorrelation): Paragraph[] {
  const { timespan, groupBy, aliases, generate, rules } = correlation;
  const finders = rules.map(({ value }): Paragraph => {
    const found = references.find(({ written }) => written === value);
    return [`“${found?.title ?? value}”`];
  });
  const groups: Words =
    groupBy.length === 0
      ? ['taking all events together']
      : say`in events with the same ${joinWords(
          groupBy.map(({ value }) => code(value)),
          ' and ',
        )}`;
  const what = countedClause(correlation, finders);
  return [
    [`This rule alerts when, within ${duration(timespan.value)} and `, ...groups, ', ', ...what, '.'],
    ...aliases.map(
      ({ name, fields }): Paragraph => [
        ...say`\`${name.value}\` is `,
        ...listOf(
          fields.map(({ rule, field }) => say`\`${field.value}\` in the events of \`${rule.value}\``),
          ', ',
          ' and ',
        ),
        '.',
      ],
    ),
    ...absentClause(correlation),
    [generate ? 'What it counts gives alerts of its own too.' : 'What it counts gives no alert of its own.'],
  ];
}

function countedClause(correlation: CorrelationRule, finders: readonly Paragraph[]): Paragraph {
  const { type, fields, percentile, comparisons, rules } = correlation;
  const any = listOf(finders, ', ', ' or ');
  const all = listOf(finders, ', ', ' and ');
  const limits = listOf(
    comparisons.map(({ operator, value }) => say`${COMPARED[operator]}${code(String(value))}`),
    ' and ',
  );
  const field = joinWords(
    fields.map(({ value }) => code(value)),
    ' and ',
  );
  const numbers = (what: Words): Paragraph => [...what, ' in what ', ...any, ...say` finds is `, ...limits];
  switch (type.value) {
    case 'event_count':
      return ['the number of events that ', ...any, ' finds is ', ...limits];
    case 'value_count':
      return numbers(say`the number of different values of ${field}`);
    case 'value_sum':
      return numbers(say`the sum of ${field}`);
    case 'value_avg':
      return numbers(say`the average of ${field}`);
    case 'value_percentile':
      return numbers(say`the percentile ${code(String(percentile))} of ${field}`);
    case 'temporal':
    case 'temporal_ordered': {
      if (correlation.expression) return overRules(correlation, correlation.expression, finders);
      const order = type.value === 'temporal' ? ' in any order' : ' in this order';
      if (comparisons.length === 0)
        return [...(rules.length > 1 ? ['each of '] : []), ...all, ` finds an event,${order}`];
      return ['of ', ...all, ',', order, ', the number of those that find an event is ', ...limits];
    }
  }
}

/** A condition over the rules: `“A” finds an event and “B” finds none`. */
function overRules(
  { type, rules }: CorrelationRule,
  { tree }: CorrelationExpression,
  finders: readonly Paragraph[],
): Paragraph {
  const byName = new Map(rules.map(({ value }, i) => [value, finders[i]!]));
  const order: Paragraph =
    type.value === 'temporal' ? [] : [', in the order ', ...listOf(finders, ', ', ', ')];
  return [...conditionClause(tree, (name) => byName.get(name) ?? [name], false), ...order];
}

function conditionClause(
  node: Condition,
  finderOf: (name: string) => Paragraph,
  negated: boolean,
): Paragraph {
  if (node.kind === 'name') return [...finderOf(node.name), negated ? ' finds no event' : ' finds an event'];
  if (node.kind === 'not') return conditionClause(node.operand, finderOf, !negated);
  if (node.kind === 'quantifier') return [node.pattern];
  const word = (node.kind === 'and') !== negated ? ' and ' : ' or ';
  return node.operands.flatMap((operand, i): Paragraph => {
    const words = conditionClause(operand, finderOf, negated);
    const isJoined = operand.kind === 'name' || (operand.kind === 'not' && operand.operand.kind === 'name');
    return [...(i > 0 ? [word] : []), ...(isJoined ? words : ['(', ...words, ')'])];
  });
}

function absentClause({ expression, timespan }: CorrelationRule): Paragraph[] {
  if (!expression?.alternatives.some(({ absent }) => absent.length > 0)) return [];
  return [
    [
      `What must find no event must not do so from the first of the other events until ${duration(timespan.value)} later.`,
    ],
  ];
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A span of time in its largest whole unit: `90 minutes`. */
export function duration(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => milliseconds >= size && milliseconds % size === 0) ?? [
    'millisecond',
    1,
  ];
  return count(milliseconds / length, unit);
}
