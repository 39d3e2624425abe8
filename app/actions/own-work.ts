import { isExample } from '../examples/index';
import type { Work } from '../state/session';

/** True if the work is the user's own: neither empty nor an unchanged example. */
export function isOwnWork({ rule, events }: Work): boolean {
  if (rule.trim() === '' && events.trim() === '') return false;
  return !isExample(rule, events);
}
