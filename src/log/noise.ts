import { leaveOut, type Noise, type Unwanted } from '../authoring';
import { applyEdits, say } from '../text';
import type { LogEvaluation } from './evaluation';
import type { TriedFilter } from './messages';
import type { Visitor } from './over-matches';

/** Gives all matching events to a visitor; false if the rule changed meanwhile. */
type Through = (to: Visitor) => Promise<boolean>;

/** What the matching events have in common; null if the rule changed meanwhile or none has compiled. */
export async function noiseOver(evaluation: LogEvaluation, through: Through): Promise<Noise | null> {
  const count = evaluation.count();
  return count && (await through(count)) ? count.noise : null;
}

/** Writes a filter for these values and tries it on the matching events; null as for `noiseOver`. */
export async function tryFilter(
  evaluation: LogEvaluation,
  unwanted: readonly Unwanted[],
  through: Through,
): Promise<TriedFilter | null> {
  const { plan, rule } = evaluation;
  if (!plan) return null;
  const found = leaveOut(plan, unwanted);
  if ('refused' in found) return found;
  const count = evaluation.count(applyEdits(rule, found.edits));
  if (!count) return { refused: say`The rule would not compile with this filter.` };
  let before = 0;
  const isThrough = await through({
    add: (event, micros) => {
      before++;
      count.add(event, micros);
    },
  });
  return isThrough ? { ...found, rule, before, after: count.noise.matches } : null;
}
