import { byName } from '../../text';
/** Values of keys that have a fixed list. */
export const CHOICES = byName<readonly (readonly [value: string, doc: string])[]>({
  level: [
    ['informational', 'Not an alert by itself; it adds context to others.'],
    ['low', 'Rarely worth a look by itself.'],
    ['medium', 'Worth a look from time to time.'],
    ['high', 'Worth a look immediately.'],
    ['critical', 'Most likely an incident.'],
  ],
  status: [
    ['experimental', 'Not tested much yet; it may match harmless activity.'],
    ['test', 'Tested in some environments.'],
    ['stable', 'Tested, and ready for production.'],
    ['deprecated', 'Replaced by another rule.'],
    ['unsupported', 'Cannot be used as written.'],
  ],
  'related/type': [
    ['derived', 'This rule was made from the other, which stays in use.'],
    ['obsolete', 'This rule replaces the other.'],
    ['merged', 'The other rule was merged into this one.'],
    ['renamed', 'The id is an earlier id of this rule.'],
    ['similar', 'Both rules look for something similar.'],
  ],
  'correlation/type': [
    ['event_count', 'The number of events.'],
    ['value_count', 'The number of different values of a field.'],
    ['temporal', 'Events of all rules, in any order.'],
    ['temporal_ordered', 'Events of all rules, in this order.'],
    ['value_sum', 'The sum of a field.'],
    ['value_avg', 'The average of a field.'],
    ['value_percentile', 'A percentile of a field.'],
  ],
  generate: [
    ['true', 'The rules referred to also give alerts of their own.'],
    ['false', 'The rules referred to give no alerts of their own.'],
  ],
  taxonomy: [['sigma', 'The names of the Sigma taxonomy.']],
});
