import type { Results } from '../results/outcome';

/** What a panel says whose content has not come: that it is on its way, or why it will not come. */
export function waitingWords({ hang, failure, stale, settled, running, outcome }: Results): string {
  if (hang?.event === null || failure !== null)
    return 'The engine was stopped, so there is nothing to show. Run the rule again.';
  // Without a rule there is nothing to wait for: none has compiled.
  if (stale || (settled && !running && outcome.info === null))
    return 'The rule does not compile. See Problems.';
  return 'Loading…';
}
