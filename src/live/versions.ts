import type { SpecVersion } from '../knowledge';
import { type Collection, ownVersion } from '../rule';

/** What some documents of a text are read as. */
export interface ReadAs {
  readonly spec: SpecVersion;
  /** The `sigma-version` that they have, which overrules the user's choice; null for those without one. */
  readonly says: string | null;
  /** How many documents these are. */
  readonly documents: number;
}

/** The versions of the specification that the documents of a text are read as, each once, in the order of the text. */
export function versionsOf({ documents }: Collection): ReadAs[] {
  const all = new Map<string, ReadAs>();
  for (const { document } of documents) {
    const { spec, tree } = document;
    const says = ownVersion(tree);
    const key = JSON.stringify([spec, says]);
    all.set(key, { spec, says, documents: (all.get(key)?.documents ?? 0) + 1 });
  }
  return [...all.values()];
}
