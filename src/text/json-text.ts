import { EVENTS } from '../limits';
import { WrittenNumber } from './written-number';

/** The deepest level to search for fields, keywords and ranges; no log source nests deeper. */
export const MAX_DEPTH = EVENTS.depth.value;

/** Encloses the characters of a number while they are in a JSON string. */
const MARK = '\ue000';
const MARKED = new RegExp(`"${MARK}([-+.\\deE]+)${MARK}"`, 'g');

/** A value as JSON for display. One that nests too deeply is abbreviated: writing it out would exhaust the stack. */
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
