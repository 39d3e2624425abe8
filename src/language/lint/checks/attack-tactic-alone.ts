import { attackName, readAttackName } from '../../../describe';
import { say } from '../../../text';
import type { Check } from '../check';
import { hasUnknownTechnique, taggedTechniques } from '../tactics';

export const attackTacticAlone: Check<'attack-tactic-alone'> = {
  id: 'attack-tactic-alone',
  severity: 'info',
  finds: 'A tactic without a technique',
  why: 'The rule has techniques, but none of this tactic. Either the tactic is wrong, or a technique is missing.',
  bad: 'tags:\n    - attack.impact\n    - «attack.collection»\n    - attack.t1490',
  good: 'tags:\n    - attack.impact\n    - attack.t1490',
  document({ meta }, report) {
    const techniques = taggedTechniques(meta.tags);
    // A technique that is not known here may belong to any tactic.
    if (techniques.length === 0 || hasUnknownTechnique(meta.tags)) return;
    for (const { value, range } of meta.tags) {
      const name = attackName(value);
      const read = name === null ? null : readAttackName(name);
      if (read?.kind !== 'tactic') continue;
      if (!techniques.some(({ tactics }) => tactics.includes(read.tactic)))
        report(
          range,
          say`None of the tagged techniques belongs to ${read.tactic.name}. Add one that does, or remove the tactic.`,
        );
    }
  },
};
