import type { ConditionCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

const lines = "Image|endswith: '\\backup-tool.exe'";

/** What reading conditions finds. */
export const CONDITION_CARDS: LintCards<ConditionCode> = {
  'condition-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A detection without a condition',
    why: 'Selections are only named; the condition says which of them have to match.',
    bad: '«detection»:\n    selection:\n        User: backup',
    good: selecting('User: backup'),
  },
  'condition-type': {
    severity: 'error',
    blocks: true,
    finds: 'A condition that is no text',
    why: 'A condition is text such as `selection and not filter`.',
    bad: 'detection:\n    selection:\n        User: backup\n    condition:\n        «all: selection»',
    good: selecting('User: backup'),
  },
  'condition-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A condition that says nothing',
    why: 'The condition names the selections that have to match. An empty one leaves that open.',
    bad: selecting(lines, "«''»"),
    good: selecting(lines),
  },
  'condition-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'A condition that cannot be read',
    why: 'A condition is made of names, `and`, `or`, `not`, `1 of`, `all of` and parentheses.',
    bad: selecting(lines, 'selection «&»& selection'),
    good: selecting(lines, 'selection'),
  },
  'condition-pattern-alone': {
    severity: 'error',
    blocks: true,
    finds: 'A pattern of selections without saying how many',
    why: 'A name with a star stands for several selections; `1 of` or `all of` says how many of them have to match.',
    bad: selecting(lines, '«selection*»'),
    good: selecting(lines, 'selection'),
  },
  'condition-aggregation': {
    severity: 'error',
    blocks: true,
    finds: 'An aggregation of Sigma 1.x',
    why: 'Counting after a bar is gone since 2.0.0. A correlation rule that refers to this one does it, and says in what time and for which groups.',
    bad: selecting(lines, 'selection «| count() by User > 5»'),
    good: selecting(lines),
  },
  'condition-depth': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'A condition nested too deeply',
    why: 'Two hundred parentheses in one another are no work of a person’s.',
    bad: selecting(lines, '((«(»selection)))'),
    good: selecting(lines),
  },
  'condition-too-long': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'Quantifiers that look at too many selections',
    why: 'Each `1 of` looks at every selection. A million looks are more than a rule needs.',
    bad: selecting(lines, '1 of «selection*»'),
    good: selecting(lines),
  },
  'condition-quantifier': {
    severity: 'error',
    blocks: true,
    finds: 'A number of selections that Sigma does not have',
    why: 'There are `1 of` and `all of`. For two out of three, spell the combinations out.',
    bad: selecting(lines, '«2» of them'),
    good: selecting(lines),
  },
  'condition-pattern-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A pattern that no selection has',
    why: 'A pattern that stands for nothing would silently be true or false, depending on the backend.',
    bad: selecting(lines, 'selection and not 1 of «filter_*»'),
    good: selecting(lines),
  },
  'condition-unknown-selection': {
    severity: 'error',
    blocks: true,
    finds: 'A name that no selection has',
    why: 'The condition refers to a selection that the detection does not have, most often because of a slip.',
    bad: selecting(lines, '«selecton»'),
    good: selecting(lines),
  },
};
