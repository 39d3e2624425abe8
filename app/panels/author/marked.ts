import { create } from 'zustand';
import { session } from '../../state/session';

/**
 * The indices of the events that a rule is to be made from. They are cleared with the text in which they were marked.
 */
export const useMarked = create<ReadonlySet<number>>(() => new Set<number>());

session.subscribe((now, before) => {
  const isOther = now.events !== before.events || now.sheet !== before.sheet;
  if (isOther && useMarked.getState().size > 0) useMarked.setState(new Set(), true);
});

/** Marks or unmarks an event. */
export function toggleMark(event: number): void {
  const marked = new Set(useMarked.getState());
  if (!marked.delete(event)) marked.add(event);
  useMarked.setState(marked, true);
}
