import { synthesize } from '../authoring';
import { readEvents } from '../event';
import { Evaluator, explainWith } from '../match';
import type { Plan } from '../rule';
import { plain } from '../text';

/** Makes an event for each value of a plan. Returns those that break a promise, and how many were made. For tests. */
export function missesOf(plan: Plan) {
  const wrong: string[] = [];
  const reasons: string[] = [];
  let [made, alone] = [0, 0];
  for (const { id, selection } of plan.values) {
    const found = synthesize(plan, { selection, value: id });
    if (!found.ok) {
      reasons.push(plain(found.reason));
      continue;
    }
    made++;
    if (found.alone) alone++;
    const { slices } = readEvents(found.json);
    const event = slices[0]?.event;
    const evaluator = new Evaluator(plan);
    const verdict = event ? evaluator.verdict(event) : 'unreadable';
    if (slices.length !== 1 || verdict !== (found.matches ? 'match' : 'no match')) {
      wrong.push(`${found.json}: ${verdict}`);
      continue;
    }
    // Checked independently of the maker: by the explanation of the value and its selection.
    const trace = explainWith(evaluator, event!);
    const said = trace.selections[selection]!;
    if (!said.matched || !saysMatched(said, id)) wrong.push(found.json);
    const counts = plan.values.map(() => 0);
    evaluator.tally(
      counts,
      plan.selections.map(() => 0),
    );
    if (counts[id] !== 1) wrong.push(found.json);
  }
  return { wrong, reasons, made, alone };
}

/** Whether an explanation contains the value and says that it matched. */
function saysMatched(part: unknown, value: number): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('id' in part && part.id === value && 'written' in part && 'matched' in part)
    return part.matched === true;
  return Object.values(part).some((inner) => saysMatched(inner, value));
}
