import { attackName, readAttackName } from '../../describe';
import type { TacticFact, TechniqueFact } from '../../knowledge';
import type { Placed } from '../../rule';

/** The tactics in tags; for a retired one, its successors. */
export function taggedTactics(tags: readonly Placed[]): ReadonlySet<TacticFact> {
  const tactics = new Set<TacticFact>();
  for (const read of readTags(tags)) {
    if (read.kind === 'tactic') tactics.add(read.tactic);
    if (read.kind === 'retired tactic') for (const next of read.retired.successors) tactics.add(next);
  }
  return tactics;
}

/** The techniques in tags; for a revoked one, its replacement. */
export function taggedTechniques(tags: readonly Placed[]): readonly TechniqueFact[] {
  return readTags(tags).flatMap((read) => (read.kind === 'technique' ? [read.technique] : []));
}

/** True if a tag names a technique that is not known here: one of a newer ATT&CK, or a mistake. */
export function hasUnknownTechnique(tags: readonly Placed[]): boolean {
  return readTags(tags).some(
    (read) => read.kind === 'no technique' && !read.deprecated && read.parent === null,
  );
}

function readTags(tags: readonly Placed[]) {
  return tags.flatMap(({ value }) => {
    const name = attackName(value);
    return name === null ? [] : [readAttackName(name)];
  });
}
