import type { Patience } from './watching';

/** A script may have to come over a slow connection. */
const START = 60_000;

/** How long a worker may be silent. A browser test shortens the wait for a pattern with `?patience=300`. */
export function patience(pattern: number, work: number): Patience {
  const asked = Number(new URLSearchParams(location.search).get('patience'));
  return { pattern: asked >= 50 && asked < pattern ? asked : pattern, work, start: START };
}
