import { WrittenNumber } from './written-number';

/** The deepest level that fields, keywords and ranges are looked for; no log source nests deeper. */
export const MAX_DEPTH = 200;

/** Around the characters of a number while they stand in a string of JSON. */
const MARK = '\ue000';
const MARKED = new RegExp(`"${MARK}([-+.\\deE]+)${MARK}"`, 'g');

/** A value as JSON for people. One that nests too deeply is only hinted at: to write it out would take more stack than there is. */
export function jsonText(value: unknown): string {
  if (isDeeper(value, MAX_DEPTH)) return Array.isArray(value) ? '[…]' : '{…}';
  if (value instanceof WrittenNumber) return String(value);
  const text = JSON.stringify(value, (_, member: unknown) =>
    member instanceof WrittenNumber ? `${MARK}${member}${MARK}` : member,
  );
  return text?.replace(MARKED, '$1') ?? String(value);
}

export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
