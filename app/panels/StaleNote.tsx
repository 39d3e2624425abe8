import { useResults } from '../results/results';

/** Shown above content from the last version that compiled. */
export function StaleNote() {
  const stale = useResults((r) => r.stale);
  return stale ? <p className="bad stale-note">Shown as it was before the error. See Problems.</p> : null;
}
