import type { CorrelationCode } from '../../../rule';
import type { LintCards } from '../check';
import { correlating } from '../example';

const HEAD = 'rules:\n    - catalog_removed\ngroup-by:\n    - User\n';
const good = correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    gte: 10`);
const values = (condition: string) =>
  correlating(`type: value_count\n${HEAD}timespan: 5m\ncondition:\n${condition}`);

/** What reading and joining correlations finds. */
export const CORRELATION_CARDS: LintCards<CorrelationCode> = {
  'correlation-type': {
    severity: 'error',
    blocks: true,
    finds: 'A type of correlation that does not exist',
    why: 'The type says what is counted, and the specification has a closed list of them.',
    bad: correlating(`type: «event_cuont»\n${HEAD}timespan: 5m\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-rules-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A correlation that refers to no rules',
    why: 'A correlation counts what other rules find. It names them by name or id.',
    bad: 'name: catalog_removed\n---\n«correlation»:\n    type: event_count\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
    good,
  },
  'correlation-rules-twice': {
    severity: 'error',
    finds: 'A rule that a correlation names twice',
    why: 'It counts once all the same. Perhaps another rule was meant.',
    bad: correlating(
      'type: event_count\nrules:\n    - catalog_removed\n    - «catalog_removed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
    ),
    good,
  },
  'correlation-group-by': {
    severity: 'error',
    finds: 'A correlation without groups',
    why: 'Without `group-by` all events of all users and hosts are counted together, which is rarely meant; the schema wants it for every type that counts. Write `group-by: []` where it is.',
    bad: 'name: catalog_removed\n---\n«correlation»:\n    type: event_count\n    rules:\n        - catalog_removed\n    timespan: 5m\n    condition:\n        gte: 10\n',
    good,
  },
  'correlation-timespan': {
    severity: 'error',
    blocks: true,
    finds: 'A time span that cannot be read',
    why: 'A time span is a number and one letter: `30s`, `5m`, `1h`, `2d`.',
    bad: correlating(`type: event_count\n${HEAD}timespan: «5 minutes»\ncondition:\n    gte: 10`),
    good,
  },
  'timespan-week': {
    severity: 'error',
    finds: 'A time span in weeks',
    why: 'The specification has seconds, minutes, hours and days. Other tools refuse weeks.',
    bad: correlating(`type: event_count\n${HEAD}timespan: «1w»\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-key': {
    severity: 'error',
    finds: 'A key that a correlation does not have',
    why: 'What stands under a key that nobody knows is not heeded.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\n«alises»: {}\ncondition:\n    gte: 10`),
    good,
  },
  'correlation-median': {
    severity: 'error',
    finds: 'The median as a type of its own',
    why: 'Specification 2.1.0 has percentiles; the median is the percentile of 50.',
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
    why: '`generate: true` lets the rules that are referred to tell their own matches as well.',
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
    why: 'The condition compares the count by `gt`, `gte`, `lt`, `lte`, `eq` or `neq` with a number; two of them are a range.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    «'>='»: 10`),
    good,
  },
  'correlation-field': {
    severity: 'error',
    finds: 'A field for a correlation that looks at none',
    why: 'Only the types that begin with `value_` look at the values of a field. Most likely `value_count` is meant.',
    bad: correlating(`type: event_count\n${HEAD}timespan: 5m\ncondition:\n    «field»: User\n    gte: 10`),
    good: values('    field: User\n    gte: 10'),
  },
  'correlation-field-missing': {
    severity: 'error',
    blocks: true,
    finds: 'Values without saying of which field',
    why: 'The types that begin with `value_` want to know whose values are counted, summed or averaged.',
    bad: correlating(`type: value_count\n${HEAD}timespan: 5m\n«condition»:\n    gte: 10`),
    good: values('    field: User\n    gte: 10'),
  },
  'correlation-percentile': {
    severity: 'error',
    blocks: true,
    finds: 'A percentile without its number',
    why: 'The percentile is a number from 0 to 100: of 95 it says that 95 in a hundred values lie below.',
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
    finds: 'A correlation of a rule that is not here',
    why: 'The rules that a correlation counts stand in the same text, each as a document with that `name` or `id`.',
    bad: correlating(
      'type: event_count\nrules:\n    - «catalog_remvoed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
    ),
    good,
  },
  'correlation-cycle': {
    severity: 'error',
    blocks: true,
    finds: 'Correlations that count one another',
    why: 'A correlation that in the end refers to itself never has anything to count.',
    bad: correlating(
      'type: event_count\nrules:\n    - «many_removed»\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10',
      'name: many_removed\n',
    ),
    good,
  },
};
