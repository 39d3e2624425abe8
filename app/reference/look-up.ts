import { type LintDiagnostic, topicAt, topicOfItem } from '../../src/language';
import type { LookedUp } from '../editor/looked-up';
import { idOf } from './entries';

/**
 * The entry for what is looked at in a rule: the chosen suggestion, else the problem at the place, else what is written
 * there. Empty if there is none.
 */
export function entryAt(
  text: string,
  { offset, suggested }: LookedUp,
  problems: readonly Pick<LintDiagnostic, 'code' | 'range'>[],
): string {
  const offered = suggested === null ? null : topicOfItem(text, offset, suggested);
  if (offered) return idOf(offered);
  const here = problems.filter(({ range }) => range.start <= offset && offset <= range.end);
  // The narrowest is the one meant.
  const [problem] = here.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  if (problem) return idOf({ kind: 'check', name: problem.code });
  const topic = topicAt(text, offset);
  return topic ? idOf(topic) : '';
}
