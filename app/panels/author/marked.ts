import { create } from 'zustand';
import { session } from '../../state/session';

/** The events that a rule is to be made from, by their places; they go with the text that they were marked in. */
export const useMarked = create<ReadonlySet<number>>(() => new Set<number>());

session.subscribe((now, before) => {
  if (now.events !== before.events && useMarked.getState().size > 0) useMarked.setState(new Set(), true);
});

/** Marks an event, or takes its mark away. */
export function toggleMark(event: number): void {
  const marked = new Set(useMarked.getState());
  if (!marked.delete(event)) marked.add(event);
  useMarked.setState(marked, true);
}
