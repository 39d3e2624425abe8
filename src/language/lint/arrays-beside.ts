import type { ArraySeen } from '../../describe';
import type { PlanItem, PlanMembers } from '../../rule';
import type { Fix, Range } from '../../text';

const POSITION = /(?<!\\)\[-?\d{1,9}\]/g;

/** Where a selector is in the text: its brackets, or the whole field where they are not found. */
export function selectorRange(text: string, { of, path, position }: ArraySeen): Range {
  if (position === null) return (of as PlanMembers).quantifierRange;
  const { start, end } = of.fieldRange;
  const found = [...text.slice(start, end).matchAll(POSITION)];
  const before = path.filter((step) => typeof step === 'number').length;
  const at = found.length === positionsIn(of) ? found[before] : undefined;
  return at ? { start: start + at.index, end: start + at.index + at[0].length } : of.fieldRange;
}

function positionsIn({ path = [] }: PlanItem | PlanMembers): number {
  return path.filter((step) => typeof step === 'number').length;
}

/** The name of the array in the text, up to the selector; for a position with it. */
export function arrayRange(text: string, seen: ArraySeen): Range {
  const { start, end } = seen.of.fieldRange;
  return { start, end: seen.position === null ? end : selectorRange(text, seen).end };
}

/** A fix of a key; null if the new text cannot be written there: between double quotes a backslash begins an escape. */
export function fixOfKey(text: string, { of }: ArraySeen, fix: Fix): Fix | null {
  const isDouble = text[of.fieldRange.start - 1] === '"';
  return isDouble && fix.edits.some((edit) => edit.text.includes('\\')) ? null : fix;
}
