import type { Plan } from '../../rule';
import { say } from '../../text';
import { type Clause, clausesOf, inner, open, split, type Told } from './clause';
import { FieldNames } from './fields';
import { happening } from './happening';
import { listOf, type Paragraph } from './paragraph';
import { placeholderSentences } from './placeholders';

/**
 * A rule in sentences that need no knowledge of Sigma. They are made from the plan: its filters are in them, each of its
 * fields and values too, and nothing else. `alerts` is false for a rule that only a correlation counts.
 */
export function ruleParagraphs(plan: Plan, alerts = true): Paragraph[] {
  const fields = new FieldNames();
  const told = clausesOf(plan, fields);
  const { holds, exceptions } = split(told.condition);
  const start = say`This rule ${alerts ? 'alerts' : 'matches'} when ${happening(plan.logsource)}`;
  return [
    [...start, ...required(holds), ...unless(exceptions), '.'],
    ...(alerts ? [] : [['It gives no alert of its own: a correlation counts what it finds.']]),
    ...endOf(plan, told),
  ];
}

/** A filter in sentences: which rules it narrows, and how. */
export function filterParagraphs(plan: Plan, titles: readonly string[]): Paragraph[] {
  const told = clausesOf(plan, new FieldNames());
  const { holds, exceptions } = split(told.condition);
  const rules = listOf(
    titles.map((title) => [`“${title}”`]),
    ', ',
    ' and ',
  );
  const whom: Paragraph =
    titles.length === 0
      ? ['no rule of this text']
      : [`the ${titles.length === 1 ? 'rule' : 'rules'} `, ...rules];
  const how: Paragraph =
    holds.length > 0
      ? [
          'there, an alert also needs that ',
          ...listOf(holds.map(holds.length > 1 ? inner : open), ', and '),
          ...unless(exceptions),
        ]
      : ['there, no alert is given when ', ...listOf(exceptions.map(open), ', or when ')];
  return [
    ['This filter applies to ', ...whom, ...say`, where ${happening(plan.logsource)}: `, ...how, '.'],
    ...endOf(plan, told),
  ];
}

/** What has to hold, after the clause of the log source. */
function required(holds: readonly Clause[]): Paragraph {
  const [only] = holds;
  if (!only) return [];
  if (holds.length === 1 && only.kind === 'some')
    return [', and either ', ...listOf(only.parts.map(inner), ', or ')];
  return [', and ', ...listOf(holds.map(inner), ', and ')];
}

/** What must not hold. The parts of one exception need no parentheses: `unless` stands before each exception. */
function unless(exceptions: readonly Clause[]): Paragraph {
  if (exceptions.length === 0) return [];
  return [', unless ', ...listOf(exceptions.map(open), ', or unless ')];
}

function endOf(plan: Plan, { named }: Told): Paragraph[] {
  return [
    ...named.map(
      ({ name, body }): Paragraph => [...say`The part \`${name}\` holds when `, ...open(body), '.'],
    ),
    ...placeholderSentences(plan),
  ];
}
