import { describe, expect, test } from 'vitest';
import { compileCollection } from '../rule';
import { plain } from '../text';
import { correlationStages } from './correlation-stages';

const rule = (name: string) =>
  `title: ${name.toUpperCase()}\nname: ${name}\nlogsource: {product: test}\ndetection: {s: {F: 1}, condition: s}\n---\n`;

/** Each stage as `label: text (says) «characters of the rule»`. */
function shown(correlation: string): string[] {
  const text = `${rule('one')}${rule('two')}title: C\ncorrelation: {${correlation}}\n`;
  const { correlations, diagnostics } = compileCollection(text, { spec: '2.2.0' });
  if (!correlations[0]) throw new Error(diagnostics.map((d) => plain(d.message)).join('; '));
  return correlationStages(correlations[0], text).map(({ label, parts }) => {
    const told = parts.map(({ text: part, says, range }) =>
      [part, says.length > 0 && `(${plain(says)})`, range && `«${text.slice(range.start, range.end)}»`]
        .filter(Boolean)
        .join(' '),
    );
    return `${label}: ${told.join('; ')}`;
  });
}

describe('what a correlation does', () => {
  test.each<[correlation: string, stages: string[]]>([
    [
      'type: event_count, rules: [one, two], group-by: [User, Host], timespan: 5m, condition: {gte: 3}',
      [
        'Type: event_count (counts the events of a group) «event_count»',
        'Rules: one (ONE) «one»; two (TWO) «two»',
        'Group by: User «User»; Host «Host»',
        'Timespan: 5m (from the first event to the last) «5m»',
        'Condition: number of events ≥ 3 «gte: 3»',
        'Its rules alone: give no alert (`generate` is not true)',
      ],
    ],
    [
      'type: temporal_ordered, rules: [one, two], timespan: 1h, generate: true',
      [
        'Type: temporal_ordered (all rules occur in a group, in this order) «temporal_ordered»',
        'Rules: one (ONE) «one»; two (TWO) «two»',
        'Group by: nothing (all events are one group)',
        'Timespan: 1h (from the first event to the last) «1h»',
        'Condition: number of different rules in this order ≥ 2',
        'Its rules alone: give alerts too (`generate` is true)',
      ],
    ],
    [
      'type: value_count, rules: [one, two], group-by: [ip], timespan: 90s, condition: {field: User, gt: 4}, aliases: {ip: {one: Src, two: Dst}}',
      [
        'Type: value_count (counts the different values in a group) «value_count»',
        'Rules: one (ONE) «one»; two (TWO) «two»',
        'Group by: ip «ip»',
        'Aliases: ip (Src in one, Dst in two) «ip»',
        'Timespan: 90s (from the first event to the last) «90s»',
        'Condition: number of different values of User > 4 «gt: 4»',
        'Its rules alone: give no alert (`generate` is not true)',
      ],
    ],
    [
      'type: temporal, rules: [one, two], group-by: [User], timespan: 1h, condition: one AND NOT two',
      [
        'Type: temporal (rules occur in a group, in any order) «temporal»',
        'Rules: one (ONE) «one»; two (TWO) «two»',
        'Group by: User «User»',
        'Timespan: 1h (from the first event to the last) «1h»',
        'Condition: one and not two (`not`: no event from the first one of the others until the timespan is over) «one AND NOT two»',
        'Its rules alone: give no alert (`generate` is not true)',
      ],
    ],
    [
      'type: temporal_ordered, rules: [one, two], group-by: [], timespan: 1h, condition: one or two',
      [
        'Type: temporal_ordered (rules occur in a group, in this order) «temporal_ordered»',
        'Rules: one (ONE) «one»; two (TWO) «two»',
        'Group by: nothing (all events are one group)',
        'Timespan: 1h (from the first event to the last) «1h»',
        'Condition: one or two «one or two»',
        'Its rules alone: give no alert (`generate` is not true)',
      ],
    ],
  ])('%s', (correlation, stages) => expect(shown(correlation)).toEqual(stages));
});
