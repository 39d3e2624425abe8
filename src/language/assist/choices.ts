import { byName } from '../../text';
/** Values of keys that know only some. */
export const CHOICES = byName<readonly (readonly [value: string, doc: string])[]>({
  level: [
    ['informational', 'No finding by itself; it enriches others.'],
    ['low', 'Rarely worth a look alone.'],
    ['medium', 'Worth a look from time to time.'],
    ['high', 'Worth a look at once.'],
    ['critical', 'An incident, most likely.'],
  ],
  status: [
    ['experimental', 'Not tried much yet; it may find what is harmless.'],
    ['test', 'Tried in some environments.'],
    ['stable', 'Tried, and fit for production.'],
    ['deprecated', 'Replaced by another rule.'],
    ['unsupported', 'Cannot be used as it is.'],
  ],
  'related/type': [
    ['derived', 'This one was made from the other, which goes on.'],
    ['obsolete', 'This one takes the place of the other.'],
    ['merged', 'The other went into this one.'],
    ['renamed', 'The other is this one’s earlier id.'],
    ['similar', 'Both find something like it.'],
  ],
  'correlation/type': [
    ['event_count', 'How many events.'],
    ['value_count', 'How many different values of a field.'],
    ['temporal', 'Events of all rules, in any order.'],
    ['temporal_ordered', 'Events of all rules, in this order.'],
    ['value_sum', 'The sum of a field.'],
    ['value_avg', 'The average of a field.'],
    ['value_percentile', 'A percentile of a field.'],
  ],
  generate: [
    ['true', 'The rules referred to give findings of their own.'],
    ['false', 'They give none.'],
  ],
  taxonomy: [['sigma', 'The names of the Sigma taxonomy.']],
});
