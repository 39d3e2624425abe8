import { byName } from '../../text';

/** What the words of a condition mean. */
export const OPERATORS = byName<string>({
  and: 'Both sides must match. `and` binds more tightly than `or`.',
  or: 'One side must match.',
  not: 'What follows must not match.',
  of: '`1 of` or `all of`: at least one, or each, of the selections that follow must match.',
  them: 'All selections whose names do not begin with `_`.',
});

/** What else a condition can have. */
export const CONDITION_FORMS = byName<string>({
  parentheses: 'What stands in parentheses is decided first: `(a or b) and c`.',
  pattern:
    'A name with `*` after `1 of` or `all of` stands for every selection whose name fits: `1 of filter_*`.',
  conditions: 'A list of conditions: the rule matches if one of them does.',
});
