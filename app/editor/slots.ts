/** So many colours and patterns there are; further selections begin again with the first. */
export const SLOTS = 8;

/** The class that gives selection number `index` its colour and its pattern, the same everywhere. */
export function slotClass(index: number): string {
  return `mark-s${(index % SLOTS) + 1}`;
}
