import type { Edit } from './diagnostic';

/** The text after non-overlapping edits, given in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = text;
  for (const { range, text: insert } of [...edits].sort((a, b) => b.range.start - a.range.start)) {
    out = out.slice(0, range.start) + insert + out.slice(range.end);
  }
  return out;
}
