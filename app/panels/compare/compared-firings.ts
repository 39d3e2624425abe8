import type { Compared, CorrelationTotal, Together } from '../../../src/live';
import { differentFirings } from '../../../src/match';

/** A correlation that fires otherwise in the current version than in the pinned one. */
export interface ComparedFirings {
  readonly title: string;
  /** How often it fires in each version; null where that version has none of this title that compiles. */
  readonly pinned: number | null;
  readonly current: number | null;
}

/**
 * The correlations that fire otherwise, also if only on other events: those of the current version in their order, then those that only
 * the pinned one has. Of several with one title the first belongs to the first, and so on.
 */
export function comparedFirings(
  { firings }: Pick<Compared, 'firings'>,
  current: Together | null,
): ComparedFirings[] {
  const left = [...firings];
  const both = (current?.correlations ?? []).flatMap((now): ComparedFirings[] => {
    const at = left.findIndex(({ title }) => title === now.title);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    if (before && isSame(before, now)) return [];
    return [{ title: now.title, pinned: before?.total ?? null, current: now.total }];
  });
  return [...both, ...left.map(({ title, total }) => ({ title, pinned: total, current: null }))];
}

function isSame(before: CorrelationTotal, now: CorrelationTotal): boolean {
  if (before.total !== now.total) return false;
  const [wanted, found] = [before, now].map(({ firings }) => firings?.map((list) => [...list]));
  if (!wanted || !found) return !wanted === !found;
  const { missing, others } = differentFirings(wanted, found);
  return missing.length === 0 && others.length === 0;
}
