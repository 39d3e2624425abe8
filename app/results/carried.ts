import type { Diagnostic } from '../../src/text';
import { carriedThrough, changeBetween } from './text-changes';

/**
 * Moves the problems of an older text to their places in a newer one: those before the change stay, those after it
 * move, those that it touches are dropped. Their fixes, made for the older text, are dropped too.
 */
export function carried<Code extends string>(
  problems: readonly Diagnostic<Code>[],
  from: string,
  to: string,
): readonly Diagnostic<Code>[] {
  const change = changeBetween(from, to);
  if (!change) return problems;
  return problems.flatMap(({ fixes, ...problem }) => {
    const range = carriedThrough(problem.range, [change]);
    return range ? [{ ...problem, range }] : [];
  });
}
