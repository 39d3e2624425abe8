/**
 * Field names given by hand: an event's own name to the name that rules use, `{ 'proc.cmd': 'CommandLine' }`. Several own names
 * may stand for one; the first that an event has is read.
 */
export type FieldMapping = Readonly<Record<string, string>>;

/** Nothing is mapped by hand. */
export const NO_MAPPING: FieldMapping = Object.freeze({});

/** True if a mapping maps nothing, whichever object it is: one that came from another thread is a copy. */
export function mapsNothing(mapping: FieldMapping): boolean {
  return Object.keys(mapping).length === 0;
}

/** The own names for each name of a rule, in the order given; names are trimmed, and a name for itself says nothing. */
export function byRuleName(mapping: FieldMapping): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [written, to] of Object.entries(mapping)) {
    const [own, field] = [written.trim(), to.trim()];
    if (own === '' || field === '' || own === field) continue;
    const known = names.get(field);
    if (known) known.push(own);
    else names.set(field, [own]);
  }
  return names;
}

/** The same as text that is equal for equal mappings. */
export function mappingKey(mapping: FieldMapping): string {
  return JSON.stringify(Object.entries(mapping));
}
