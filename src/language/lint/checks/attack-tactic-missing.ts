import { attackName, readAttackName } from '../../../describe';
import { ATTACK_VERSION } from '../../../knowledge';
import { code, joinWords, say } from '../../../text';
import type { Check } from '../check';
import { taggedTactics } from '../tactics';

export const attackTacticMissing: Check<'attack-tactic-missing'> = {
  id: 'attack-tactic-missing',
  severity: 'info',
  finds: 'A technique without its tactic',
  why: 'The rule has tactics, but none that this technique belongs to. Either a tactic is wrong, or one is missing, so the rule appears in the wrong column of the matrix.',
  bad: 'tags:\n    - attack.exfiltration\n    - «attack.t1490»\n    - attack.t1041',
  good: 'tags:\n    - attack.exfiltration\n    - attack.impact\n    - attack.t1490\n    - attack.t1041',
  document({ meta }, report) {
    const tagged = taggedTactics(meta.tags);
    if (tagged.size === 0) return;
    for (const { value, range } of meta.tags) {
      const name = attackName(value);
      const read = name === null ? null : readAttackName(name);
      if (read?.kind !== 'technique' || read.revoked) continue;
      const { tactics, id } = read.technique;
      if (tactics.length === 0 || tactics.some((t) => tagged.has(t))) continue;
      const names = joinWords(
        tactics.map((t) => code(`attack.${t.shortname}`)),
        ' or ',
      );
      report(
        range,
        say`${id} belongs to none of the tagged tactics in ATT&CK ${ATTACK_VERSION}. Add ${names}, or correct the tactic.`,
      );
    }
  },
};
