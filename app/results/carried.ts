import type { Diagnostic } from '../../src/text';
import { shift } from '../../src/text';

/**
 * Problems of an older text at their places in a newer one: those before the change stay, those behind it move, those
 * that it touches are left out. Their fixes, made for the older text, are left out too.
 */
export function carried<Code extends string>(
  problems: readonly Diagnostic<Code>[],
  from: string,
  to: string,
): readonly Diagnostic<Code>[] {
  if (from === to || problems.length === 0) return problems;
  const most = Math.min(from.length, to.length);
  let front = 0;
  while (front < most && from[front] === to[front]) front++;
  let back = 0;
  while (back < most - front && from[from.length - 1 - back] === to[to.length - 1 - back]) back++;
  return problems.flatMap(({ fixes, ...problem }) => {
    if (problem.range.end <= front) return [problem];
    if (problem.range.start < from.length - back) return [];
    return [{ ...problem, range: shift(problem.range, to.length - from.length) }];
  });
}
