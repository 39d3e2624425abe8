import type { AttackCode } from '../../../describe';
import type { LintCards } from '../check';

/** About the ATT&CK ids in tags. */
export const ATTACK_CARDS: LintCards<AttackCode> = {
  'attack-revoked': {
    severity: 'info',
    finds: 'A technique with a revoked id',
    why: 'ATT&CK gave the technique another id, usually as a sub-technique of another one. Current matrices do not have the old id.',
    bad: 'tags:\n    - attack.execution\n    - «attack.t1086»',
    good: 'tags:\n    - attack.execution\n    - attack.t1059.001',
  },
  'attack-retired': {
    severity: 'info',
    finds: 'A tactic that ATT&CK no longer has',
    why: 'The tactic was split or dropped. Its replacement depends on the technique.',
    bad: 'tags:\n    - «attack.defense-evasion»\n    - attack.t1036',
    good: 'tags:\n    - attack.stealth\n    - attack.t1036',
  },
  'attack-deprecated': {
    severity: 'info',
    finds: 'A deprecated technique',
    why: 'ATT&CK has deprecated the technique without a replacement. Current matrices do not have it.',
    bad: 'tags:\n    - attack.impact\n    - attack.t1490\n    - «attack.t1064»',
    good: 'tags:\n    - attack.impact\n    - attack.t1490',
  },
  'attack-spelling': {
    severity: 'info',
    finds: 'A tactic in the wrong spelling',
    why: 'Tags name a tactic by its short name, with hyphens. Sigma 1.x wrote underscores.',
    bad: 'tags:\n    - «attack.lateral_movement»',
    good: 'tags:\n    - attack.lateral-movement',
  },
  'attack-unknown': {
    severity: 'info',
    finds: 'A tag that does not exist in ATT&CK',
    why: 'The Enterprise matrix has no tactic, technique, group or software with this name or id. The ids of Mobile and ICS are unknown here.',
    bad: 'tags:\n    - attack.impact\n    - «attack.t9999»',
    good: 'tags:\n    - attack.impact\n    - attack.t1490',
  },
};
