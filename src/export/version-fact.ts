import { SPECS, type SpecVersion } from '../knowledge';
import type { Line } from './paper';

/** The row that names the version of Sigma that a rule is read as; none for a published one. */
export function versionFact(spec: SpecVersion): (readonly [label: string, words: Line])[] {
  const fact = SPECS.find(({ id }) => id === spec);
  return fact && !fact.published ? [['Version of Sigma', [fact.label]]] : [];
}
