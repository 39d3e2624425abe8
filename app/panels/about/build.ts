/** What the page says of its own build. */
export interface BuildFacts {
  readonly version: string;
  /** The commit that it was built from, and its day; null outside of a clone. */
  readonly commit: string | null;
  readonly date: string | null;
  /** Files of the commit had been changed. */
  readonly isChanged: boolean;
}

declare const __BUILD__: BuildFacts;

/** What this page was built from; set by the build. */
export const BUILD: BuildFacts = __BUILD__;

/** `0.1.0, commit 0123456789ab of 2026-11-30`. */
export function buildWords({ version, commit, date, isChanged }: BuildFacts): string {
  if (commit === null) return version;
  return `${version}, commit ${commit.slice(0, 12)} of ${date}${isChanged ? ', with changes' : ''}`;
}
