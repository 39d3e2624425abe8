import { FIRST_EXAMPLE } from '../examples/index';
import { welcome } from '../state/session';

/** Fills a first visit with a working example. */
export function showFirstExample(): void {
  const { id, rule, events } = FIRST_EXAMPLE;
  welcome({ rule, events, ruleName: `${id}.yml` });
}
