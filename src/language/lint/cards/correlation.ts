import type { CorrelationCode } from '../../../rule';
import type { LintCards } from '../check';
import { correlating } from '../example';

const HEAD = 'rules:\n    - catalog_removed\ngroup-by:\n    - User\n';
const good = correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    gte: 10`);
const values = (condition: string) =>
  correlating(`type: value_count\n${HEAD}timespan: 5m\ncondition:\n${condition}`);

/** A correlation with a condition over its rules. */
function expression(condition: string, second = 'catalog_listed'): string {
  return `name: catalog_removed\n---\nname: catalog_listed\n---\nsigma-version: 2.2\ncorrelation:\n    type: temporal\n    rules:\n        - catalog_removed\n        - ${second}\n    group-by:\n        - User\n    timespan: 5m\n    condition: ${condition}\n`;
}

/** From reading and joining correlations. */
export const CORRELATION_CARDS: LintCards<CorrelationCode> = {
  'correlation-type': {
    severity: 'error',
    blocks: true,
    finds: 'A type of correlation that does not exist',
    why: 'The type says what to count, and the specification has a fixed list of types.',
    bad: correlating(`type: «event_cuont»\n${HEAD}timespan: 5m\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-rules-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A correlation that refers to no rules',
    why: 'A correlation counts the events that other rules match. It refers to those rules by name or id.',
    bad: 'name: catalog_removed\n---\n«correlation»:\n    type: event_count\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
    good,
  },
  'correlation-rules-twice': {
    severity: 'error',
    finds: 'A rule that a correlation names twice',
    why: 'The rule counts only once. Perhaps you meant another rule.',
    bad: correlating(
      'type: event_count\nrules:\n    - catalog_removed\n    - «catalog_removed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
    ),
    good,
  },
  'correlation-group-by': {
    severity: 'error',
    finds: 'A correlation without groups',
    why: 'Without `group-by`, the events of all users and hosts are counted together, which is rarely intended. The schema requires it for every type that counts. Write `group-by: []` if you do want one group.',
    bad: 'name: catalog_removed\n---\n«correlation»:\n    type: event_count\n    rules:\n        - catalog_removed\n    timespan: 5m\n    condition:\n        gte: 10\n',
    good,
  },
  'correlation-timespan': {
    severity: 'error',
    blocks: true,
    finds: 'A timespan that cannot be read',
    why: 'A timespan is a number and one letter: `30s`, `5m`, `1h`, `2d`.',
    bad: correlating(`type: event_count\n${HEAD}timespan: «5 minutes»\ncondition:\n    gte: 10`),
    good,
  },
  'timespan-week': {
    severity: 'error',
    finds: 'A timespan in weeks',
    why: 'The specification has seconds, minutes, hours and days. Other tools refuse weeks.',
    bad: correlating(`type: event_count\n${HEAD}timespan: «1w»\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-key': {
    severity: 'error',
    finds: 'A key that a correlation does not have',
    why: 'Unknown keys and everything below them are ignored.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\n«alises»: {}\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-median': {
    severity: 'error',
    finds: 'A median as its own type',
    why: 'Specification 2.1.0 has percentiles instead. The median is percentile 50.',
    bad: correlating(
      `type: «value_median»\n${HEAD}timespan: 5m\ncondition:\n    field: ProcessId\n    gte: 10`,
    ),
    good: correlating(
      `type: value_percentile\n${HEAD}timespan: 5m\ncondition:\n    field: ProcessId\n    percentile: 50\n    gte: 10`,
    ),
  },
  'correlation-generate': {
    severity: 'error',
    finds: '`generate` that is neither true nor false',
    why: 'With `generate: true`, the rules that the correlation refers to also give alerts of their own.',
    bad: correlating(
      `type: event_count\n${HEAD}timespan: 5m\ncondition:\n    gte: 10`,
      '«generate»: often\n',
    ),
    good,
  },
  'correlation-alias': {
    severity: 'error',
    finds: 'An alias that does nothing',
    why: 'An alias gives one name to fields that are called differently in the events of each rule. It has to be used, and to name rules that the correlation refers to.',
    bad: correlating(
      `type: event_count\n${HEAD}timespan: 5m\naliases:\n    «who»:\n        catalog_removed: User\ncondition:\n    gte: 10`,
    ),
    good: correlating(
      'type: event_count\nrules:\n    - catalog_removed\ngroup-by:\n    - who\ntimespan: 5m\naliases:\n    who:\n        catalog_removed: User\ncondition:\n    gte: 10',
    ),
  },
  'correlation-condition': {
    severity: 'error',
    blocks: true,
    finds: 'A comparison of a correlation that cannot be read',
    why: 'The condition compares the count with a number by `gt`, `gte`, `lt`, `lte`, `eq` or `neq`. Two comparisons make a range.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    «'>='»: 10`),
    good,
  },
  'correlation-expression': {
    severity: 'error',
    blocks: true,
    finds: 'A condition over rules that cannot be read',
    why: 'In the draft of 2.2.0, the condition of `temporal` and `temporal_ordered` may join the names in `rules` by `and`, `or`, `not` and parentheses. At least one rule has to occur.',
    bad: expression('catalog_removed and not «catalog_listde»'),
    good: expression('catalog_removed and not catalog_listed'),
  },
  'correlation-rule-unused': {
    severity: 'warning',
    finds: 'A rule that the condition of a correlation does not name',
    why: 'Its events do not count. pySigma refuses such a correlation.',
    bad: expression('catalog_removed', '«catalog_listed»'),
    good: expression('catalog_removed and not catalog_listed'),
  },
  'correlation-field': {
    severity: 'error',
    finds: 'A field for a correlation that reads none',
    why: 'Only the types that begin with `value_` read a field. You probably mean `value_count`.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    «field»: User\n    gte: 10`),
    good: values('    field: User\n    gte: 10'),
  },
  'correlation-field-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A correlation of values without a field',
    why: 'The types that begin with `value_` count, add up or average the values of a field. Name that field.',
    bad: correlating(`type: value_count\n${HEAD}timespan: 5m\n«condition»:\n    gte: 10`),
    good: values('    field: User\n    gte: 10'),
  },
  'correlation-percentile': {
    severity: 'error',
    blocks: true,
    finds: 'A percentile without its number',
    why: 'The percentile is a number from 0 to 100. Below the 95th percentile lie 95 percent of the values.',
    bad: correlating(
      `type: value_percentile\n${HEAD}timespan: 5m\ncondition:\n    field: ProcessId\n    percentile: «120»\n    gte: 10`,
    ),
    good: correlating(
      `type: value_percentile\n${HEAD}timespan: 5m\ncondition:\n    field: ProcessId\n    percentile: 95\n    gte: 10`,
    ),
  },
  'correlation-reference': {
    severity: 'error',
    blocks: true,
    finds: 'A correlation of a rule that is missing',
    why: 'The rules that a correlation refers to have to be in the same text, each as a document with that `name` or `id`.',
    bad: correlating(
      'type: event_count\nrules:\n    - «catalog_remvoed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
    ),
    good,
  },
  'correlation-cycle': {
    severity: 'error',
    blocks: true,
    finds: 'Correlations that refer to one another in a circle',
    why: 'A correlation that refers to itself, directly or through others, has nothing to count.',
    bad: correlating(
      'type: event_count\nrules:\n    - «many_removed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
      'name: many_removed\n',
    ),
    good,
  },
};
