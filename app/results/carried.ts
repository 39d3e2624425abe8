import type { Diagnostic } from '../../src/text';
import { carriedThrough, changeBetween } from './text-changes';

/**
 * Problems of an older text at their places in a newer one: those before the change stay, those behind it move, those
 * that it touches are left out. Their fixes, made for the older text, are left out too.
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
