/** The deepest level that fields, keywords and ranges are looked for; no log source nests deeper. */
export const MAX_DEPTH = 200;

/** A value as JSON for people. One that nests too deeply is only hinted at: to write it out would take more stack than there is. */
export function jsonText(value: unknown): string {
  if (isDeeper(value, MAX_DEPTH)) return Array.isArray(value) ? '[…]' : '{…}';
  return JSON.stringify(value) ?? String(value);
}

export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
