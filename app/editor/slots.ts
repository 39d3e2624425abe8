/** The number of colours and patterns; further selections start again with the first. */
export const SLOTS = 8;

/** The class that gives selection `index` its colour and pattern, the same everywhere. */
export function slotClass(index: number): string {
  return `mark-s${(index % SLOTS) + 1}`;
}
