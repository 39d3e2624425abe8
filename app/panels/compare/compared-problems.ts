import type { PinnedProblem } from '../../../src/live';
import { plain } from '../../../src/text';

/** The problems that only one of two versions of a rule has, each in the order of its text. */
export interface ComparedProblems {
  readonly pinned: readonly PinnedProblem[];
  readonly current: readonly PinnedProblem[];
}

/** Compares the problems of two texts. Where the texts differ, a problem may stand at another place. */
export function comparedProblems(
  pinned: readonly PinnedProblem[],
  current: readonly PinnedProblem[],
  isSameText: boolean,
): ComparedProblems {
  const keyOf = ({ code, severity, message, range }: PinnedProblem) =>
    JSON.stringify([code, severity, plain(message), ...(isSameText ? [range.start, range.end] : [])]);
  return { pinned: without(pinned, current, keyOf), current: without(current, pinned, keyOf) };
}

/** Those of `all` for which `others` has no counterpart; each counts once. */
function without(
  all: readonly PinnedProblem[],
  others: readonly PinnedProblem[],
  keyOf: (one: PinnedProblem) => string,
): PinnedProblem[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return all.filter((one) => {
    const n = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), n - 1);
    return n <= 0;
  });
}
