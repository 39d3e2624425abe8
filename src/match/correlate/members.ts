import type { Firing } from './firing';

/** All events of a firing, with those of the firings in it, in order. */
export function eventsOf(firing: Firing): number[] {
  const events = new Set<number>();
  collect(firing, events);
  return [...events].sort((a, b) => a - b);
}

function collect(firing: Firing, into: Set<number>): void {
  for (const member of firing.members) {
    if (member.firing) collect(member.firing, into);
    else into.add(member.event);
  }
}

/** What is left of two lists of firings once those with the same members are taken out of both, whatever their order. */
export function differentFirings<T extends string | number>(
  wanted: readonly (readonly T[])[],
  found: readonly (readonly T[])[],
): { readonly missing: readonly (readonly T[])[]; readonly others: readonly (readonly T[])[] } {
  const key = (members: readonly T[]) => JSON.stringify([...members].sort());
  const open = new Map<string, (readonly T[])[]>();
  for (const members of found) {
    const same = open.get(key(members));
    if (same) same.push(members);
    else open.set(key(members), [members]);
  }
  const missing = wanted.filter((members) => open.get(key(members))?.pop() === undefined);
  const left = new Set([...open.values()].flat());
  return { missing, others: found.filter((members) => left.has(members)) };
}
