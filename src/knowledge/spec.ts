/** A version of the Sigma specification that a rule can be read as, oldest first. */
export type SpecVersion = '2.1.0' | '2.2.0' | 'proposals';

/** What the page and the terminal call a version. */
export interface SpecFact {
  readonly id: SpecVersion;
  readonly label: string;
  /** The version that is published. The others are drafts and proposals, and may change. */
  readonly published: boolean;
}

/** All versions, oldest first. Each one contains what the ones before it decide. */
export const SPECS: readonly SpecFact[] = [
  { id: '2.1.0', label: '2.1.0', published: true },
  { id: '2.2.0', label: '2.2.0 draft', published: false },
  { id: 'proposals', label: 'with proposals', published: false },
];

/** The version that rules are read as unless the user or the rule says otherwise. */
export const PUBLISHED: SpecVersion = '2.1.0';

/** True if `version` has what `since` brought. */
export function specHas(version: SpecVersion, since: SpecVersion): boolean {
  const at = (id: SpecVersion) => SPECS.findIndex((spec) => spec.id === id);
  return at(version) >= at(since);
}

/** The version of that id, written in any case, or null. */
export function specNamed(id: string): SpecVersion | null {
  return SPECS.find((spec) => spec.id === id.trim().toLowerCase())?.id ?? null;
}

/**
 * The version that a rule with `sigma-version: written` is read as, where `picked` is the user's choice. Its major
 * counts: 3 and more are proposals, 2 is the choice if that is of this major, else the newest draft of it. A minor
 * that is known counts too: `2.1`. Null if `written` is no version.
 */
export function specWritten(written: string, picked: SpecVersion): SpecVersion | null {
  const parts = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.\d{1,4})?$/.exec(written.trim());
  if (!parts) return null;
  if (Number(parts[1]) > 2) return 'proposals';
  if (Number(parts[1]) < 2) return PUBLISHED;
  if (parts[2] !== undefined) return Number(parts[2]) < 2 ? '2.1.0' : '2.2.0';
  return specHas(picked, 'proposals') ? '2.2.0' : picked;
}
