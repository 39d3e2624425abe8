import { EXAMPLES } from '../examples/index';
import { welcome } from '../state/session';

/** Fills a first visit with a working example. */
export function showFirstExample(): void {
  const [example] = EXAMPLES;
  if (example) welcome({ rule: example.rule, events: example.events, ruleName: `${example.id}.yml` });
}
