import { TOLD } from '../../../src/limits';
import type { Mark } from '../../../src/match';

/** The first place of each value that matched an event, for as many values as its explanation will have. */
export function markedValues(marks: readonly Mark[]): readonly Mark[] {
  const first = new Map<string, Mark>();
  for (const mark of marks) {
    if (first.size === TOLD.parts.value) break;
    const key = `${mark.selection} ${mark.value}`;
    if (mark.kind === 'match' && mark.whole && !first.has(key)) first.set(key, mark);
  }
  return [...first.values()];
}
