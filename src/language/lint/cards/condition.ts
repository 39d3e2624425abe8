import type { ConditionCode } from '../../../rule';
import type { LintCards } from '../check';
import { selecting } from '../example';

const lines = "Image|endswith: '\\backup-tool.exe'";

/** From reading conditions. */
export const CONDITION_CARDS: LintCards<ConditionCode> = {
  'condition-missing': {
    severity: 'error',
    blocks: true,
    finds: 'A detection without a condition',
    why: 'The condition says which selections have to match. Without it, they are only names.',
    bad: '«detection»:\n    selection:\n        User: backup',
    good: selecting('User: backup'),
  },
  'condition-type': {
    severity: 'error',
    blocks: true,
    finds: 'A condition that is not text',
    why: 'A condition is text such as `selection and not filter`.',
    bad: 'detection:\n    selection:\n        User: backup\n    condition:\n        «all: selection»',
    good: selecting('User: backup'),
  },
  'condition-empty': {
    severity: 'error',
    blocks: true,
    finds: 'An empty condition',
    why: 'The condition names the selections that have to match. An empty condition names none.',
    bad: selecting(lines, "«''»"),
    good: selecting(lines),
  },
  'condition-syntax': {
    severity: 'error',
    blocks: true,
    finds: 'A condition that cannot be read',
    why: 'A condition consists of names of selections, `and`, `or`, `not`, `1 of`, `all of` and parentheses.',
    bad: selecting(lines, 'selection «&»& selection'),
    good: selecting(lines, 'selection'),
  },
  'condition-pattern-alone': {
    severity: 'error',
    blocks: true,
    finds: 'A pattern of selections without `1 of` or `all of`',
    why: 'A name with a star stands for several selections. `1 of` or `all of` says how many of them have to match.',
    bad: selecting(lines, '«selection*»'),
    good: selecting(lines, 'selection'),
  },
  'condition-aggregation': {
    severity: 'error',
    blocks: true,
    finds: 'An aggregation of Sigma 1.x',
    why: 'Sigma 2.0.0 removed counting after `|`. Write a correlation rule that refers to this rule: it also gives the timespan and the groups.',
    bad: selecting(lines, 'selection «| count() by User > 5»'),
    good: selecting(lines),
  },
  'condition-depth': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'A condition nested too deeply',
    why: 'Nobody writes two hundred nested parentheses by hand.',
    bad: selecting(lines, '((«(»selection)))'),
    good: selecting(lines),
  },
  'condition-too-long': {
    severity: 'error',
    blocks: true,
    limit: true,
    finds: 'A condition with too many terms, or quantifiers that check too many selections',
    why: 'Nobody writes ten thousand names into a condition. Each `1 of` checks every selection; no rule needs a million of these checks.',
    bad: selecting(lines, '1 of «selection*»'),
    good: selecting(lines),
  },
  'condition-quantifier': {
    severity: 'error',
    blocks: true,
    finds: 'A number of selections that Sigma does not have',
    why: 'Sigma has `1 of` and `all of`. For two out of three, spell out the combinations.',
    bad: selecting(lines, '«2» of them'),
    good: selecting(lines),
  },
  'condition-pattern-empty': {
    severity: 'error',
    blocks: true,
    finds: 'A pattern that matches no selection',
    why: 'Depending on the backend, a pattern without selections is silently true or false.',
    bad: selecting(lines, 'selection and not 1 of «filter_*»'),
    good: selecting(lines),
  },
  'condition-unknown-selection': {
    severity: 'error',
    blocks: true,
    finds: 'An unknown selection',
    why: 'The condition refers to a selection that the detection does not have, often because of a typo.',
    bad: selecting(lines, '«selecton»'),
    good: selecting(lines),
  },
};
