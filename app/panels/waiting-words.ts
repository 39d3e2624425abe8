import type { Results } from '../results/outcome';

/** What a panel says whose content has not come: that it is on its way, or why it will not come. */
export function waitingWords(results: Results): string {
  const { hang, failure, stale, settled, running, outcome, isEmpty } = results;
  if (hang?.event === null || failure !== null)
    return 'The engine was stopped, so there is nothing to show. Run the rule again.';
  // Without a rule there is nothing to wait for: none has compiled.
  if (stale || (settled && !running && outcome.info === null))
    return isEmpty ? NO_RULE_YET : 'The rule does not compile. See Problems.';
  return 'Loading…';
}

/** What an empty rule is told: it is a beginning. */
export const NO_RULE_YET = 'There is no rule yet. Write or paste one, or choose an example.';
