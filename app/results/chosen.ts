import { results } from './results';

/** The chosen event, limited to the events that exist. */
export function effectivelyChosen(
  selected: number,
  total = results.getState().outcome.verdicts.length,
): number {
  return total === 0 ? selected : Math.min(selected, total - 1);
}
