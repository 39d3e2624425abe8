import { useMemo } from 'react';
import { DifferentLines } from '../compare/DifferentLines';
import { textDifference } from '../compare/text-difference';

interface RestoredDifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** What restoring a copied rule changes. */
export default function RestoredDifference({ before, after }: RestoredDifferenceProps) {
  const hunks = useMemo(() => textDifference(before, after), [before, after]);
  if (!hunks) return <p className="empty">The two texts differ in too many lines to list them.</p>;
  return <DifferentLines hunks={hunks} label="What restoring changes" />;
}
