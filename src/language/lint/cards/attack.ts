import type { AttackCode } from '../../../describe';
import type { LintCards } from '../check';

/** What is found about the ATT&CK ids of tags. */
export const ATTACK_CARDS: LintCards<AttackCode> = {
  'attack-revoked': {
    severity: 'info',
    finds: 'A technique whose id was revoked',
    why: 'ATT&CK gave the technique another id, mostly as a part of another one. Matrices of today do not know the old one.',
    bad: 'tags:\n    - attack.execution\n    - «attack.t1086»',
    good: 'tags:\n    - attack.execution\n    - attack.t1059.001',
  },
  'attack-retired': {
    severity: 'info',
    finds: 'A tactic that ATT&CK no longer has',
    why: 'The tactic was split or dropped. What took its place depends on the technique.',
    bad: 'tags:\n    - «attack.defense-evasion»\n    - attack.t1036',
    good: 'tags:\n    - attack.stealth\n    - attack.t1036',
  },
  'attack-deprecated': {
    severity: 'info',
    finds: 'A technique that was given up',
    why: 'ATT&CK has given the technique up, and nothing has taken its place. Matrices of today do not know it.',
    bad: 'tags:\n    - attack.impact\n    - attack.t1490\n    - «attack.t1064»',
    good: 'tags:\n    - attack.impact\n    - attack.t1490',
  },
  'attack-spelling': {
    severity: 'info',
    finds: 'A tactic that tags spell otherwise',
    why: 'Tags name a tactic by its short name, with hyphens. Sigma 1.x wrote underscores.',
    bad: 'tags:\n    - «attack.lateral_movement»',
    good: 'tags:\n    - attack.lateral-movement',
  },
  'attack-unknown': {
    severity: 'info',
    finds: 'A tag that names nothing in ATT&CK',
    why: 'There is no tactic, technique, group or software of this name or id in the matrix of Enterprise. Ids of Mobile and ICS are not known here.',
    bad: 'tags:\n    - attack.impact\n    - «attack.t9999»',
    good: 'tags:\n    - attack.impact\n    - attack.t1490',
  },
};
