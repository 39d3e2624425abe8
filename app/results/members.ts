import type { Together } from '../../src/live';
import type { Outcome } from './outcome';

const known = new WeakMap<Together, ReadonlyMap<number, readonly string[]>>();
const NONE: ReadonlyMap<number, readonly string[]> = new Map();

/** The events in a firing, with the titles of the correlations that fired on them. */
export function membersOf({ together, origins, events }: Outcome): ReadonlyMap<number, readonly string[]> {
  // The indices of other events would be wrong here.
  if (!together || origins.together?.events !== events) return NONE;
  let members = known.get(together);
  if (!members) {
    const found = new Map<number, string[]>();
    for (const { title, members: events } of together.correlations)
      for (const event of events) found.set(event, [...(found.get(event) ?? []), title]);
    members = found;
    known.set(together, members);
  }
  return members;
}

/** `, in a firing of Many failed logons`; empty if it is in none. */
export function memberWords(titles: readonly string[] | undefined): string {
  return titles ? `, in a firing of ${titles.join(' and ')}` : '';
}
