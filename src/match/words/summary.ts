import { code, joinWords, say, type Words } from '../../text';
import type { ConditionTrace, Trace } from '../trace';
import { walkConditionTrace } from '../walk-trace';
import { missWords } from './miss';

/** The verdict in one sentence: why the event matches, or the nearest reason why not. */
export function summaryWords({ verdict, selections, causes, condition }: Trace): Words {
  const [first] = causes;
  if (verdict === 'not applicable') {
    const otherwise = condition.matched ? ' The detection itself would match.' : '';
    return say`${first ? missWords(first.miss) : ''}${otherwise}`;
  }
  if (verdict === 'match') {
    const names = [...new Set(deciding(condition))].map((i) => code(selections[i]!.name));
    return names.length > 0
      ? say`Matches through ${joinWords(names, ', ')}.`
      : ['Matches: the event has nothing that the condition excludes.'];
  }
  if (!first) return ['Does not match.'];
  const named = first.selection >= 0 && first.miss.reason !== 'blocked by negated';
  const where = named ? say`${code(selections[first.selection]!.name)}: ` : '';
  const rest = causes.length - 1;
  const more = rest > 0 ? ` ${rest} more ${rest === 1 ? 'reason applies' : 'reasons apply'}.` : '';
  return say`${where}${missWords(first.miss)}${more}`;
}

/** Selections whose matching makes the condition true, in the order of the condition, without negated ones. */
function deciding(condition: ConditionTrace): number[] {
  const found: number[] = [];
  walkConditionTrace(condition, (node) => {
    if (!node.matched || node.kind === 'not') return false;
    if (node.kind === 'selection') found.push(node.selection!);
  });
  return found;
}
