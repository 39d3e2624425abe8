import { useDeferredValue, useMemo } from 'react';
import { useSession } from '../../state/session';
import { DifferentLines } from './DifferentLines';
import { textDifference } from './text-difference';

/** The lines in which the current text differs from the pinned one. */
export function TextDifference({ pinned }: { readonly pinned: string }) {
  // Typing has priority; the difference follows when there is time.
  const rule = useDeferredValue(useSession((s) => s.rule));
  const hunks = useMemo(() => textDifference(pinned, rule), [pinned, rule]);
  if (!hunks) return <p className="empty">The two texts differ in too many lines to list them.</p>;
  if (hunks.length === 0) return <p className="empty">The text equals the pinned text.</p>;
  return <DifferentLines hunks={hunks} label="Differences in the text" />;
}
