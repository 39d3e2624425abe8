import { code, joinWords, say, type Words } from '../../text';
import type { ConditionTrace, Trace } from '../trace';
import { walkConditionTrace } from '../walk-trace';
import { missWords } from './miss';

/** The verdict in one sentence: why the event matches, or the nearest reason why not. */
export function summaryWords({ verdict, selections, causes, condition, moreCauses = 0 }: Trace): Words {
  const [first] = causes;
  if (verdict === 'not applicable') {
    const otherwise = condition.matched ? ' The detection itself would match.' : '';
    return say`${first ? missWords(first.miss) : ''}${otherwise}`;
  }
  if (verdict === 'match') {
    const { named, more } = deciding(condition);
    const names = [...named].map((i) => code(selections[i]!.name));
    const told = names.slice(0, MOST_NAMED);
    const rest = names.length - told.length + more;
    if (told.length === 0) return ['Matches: the event has nothing that the condition excludes.'];
    return say`Matches through ${joinWords(told, ', ')}${rest > 0 ? ` and ${rest.toLocaleString('en')} more` : ''}.`;
  }
  if (!first) return ['Does not match.'];
  const named = first.selection >= 0 && first.miss.reason !== 'blocked by negated';
  const where = named ? say`${code(selections[first.selection]!.name)}: ` : '';
  const rest = causes.length - 1 + moreCauses;
  const more = rest > 0 ? ` There ${rest === 1 ? 'is 1 more reason' : `are ${rest} more reasons`}.` : '';
  return say`${where}${missWords(first.miss)}${more}`;
}

/** The most names in one sentence. */
const MOST_NAMED = 12;

/** Selections whose matching makes the condition true, in the order of the condition, without negated ones. */
function deciding(condition: ConditionTrace): { readonly named: ReadonlySet<number>; readonly more: number } {
  const named = new Set<number>();
  let more = 0;
  walkConditionTrace(condition, (node) => {
    if (!node.matched || node.kind === 'not') return false;
    // An `or` may name one selection many times; a quantifier stands for different ones.
    if (node.kind === 'quantifier') more += node.more?.matched ?? 0;
    if (node.kind === 'selection') named.add(node.selection!);
  });
  return { named, more };
}
