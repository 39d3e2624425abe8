/**
 * Field names mapped by hand, from an event's own name to the name in rules: `{ 'proc.cmd': 'CommandLine' }`. Several
 * own names may map to one; the first that an event has is used.
 */
export type FieldMapping = Readonly<Record<string, string>>;

/** The empty mapping. */
export const NO_MAPPING: FieldMapping = Object.freeze({});

/** True if a mapping maps nothing. It may be a copy that came from another thread. */
export function mapsNothing(mapping: FieldMapping): boolean {
  return Object.keys(mapping).length === 0;
}

/**
 * The own names for each name in rules, in the given order. Names are trimmed, and a name mapped to itself is
 * ignored.
 */
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
