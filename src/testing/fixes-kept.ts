import { synthesize } from '../authoring';
import { readEvents, type SigmaEvent } from '../event';
import { Evaluator } from '../match';
import { type CompiledRule, compileCollection, itemsOf, type Plan } from '../rule';
import { applyEdits, type Fix, overlaps, type Range } from '../text';

/*
 * What a fix does to a rule's matches: makes events for the rule before and after the fix, and evaluates both on all
 * of them. For tests.
 */

/** The most values of a rule that get an event: those that the fix touches, and the first of each selection. */
const MOST = 6;

/** An event on which a rule before and after a fix disagree. */
export interface Disagreement {
  readonly event: string;
  readonly before: string;
  readonly after: string;
}

/** The effect of a fix: how many events were evaluated, and those on which the verdicts differ. */
export interface Kept {
  readonly asked: number;
  readonly differing: readonly Disagreement[];
}

/**
 * Evaluates the rules of `text` and those after `fix` on events made for either, and on `more`. Null if one of the
 * two texts does not compile, or the fix changes the number of rules.
 */
export function keptBy(text: string, fix: Fix, more: readonly string[] = []): Kept | null {
  const [before, after] = [plansOf(text), plansOf(applyEdits(text, fix.edits))];
  if (!before || !after || before.length !== after.length) return null;
  const touched = fix.edits.map(({ range }) => range);
  const differing: Disagreement[] = [];
  let asked = 0;
  before.forEach(({ plan }, i) => {
    const other = after[i]!.plan;
    // Equal plans give equal verdicts; one event shows that the rule can match.
    const same = shapeOf(plan) === shapeOf(other);
    const events = new Set([
      ...eventsFor(plan, touched, same),
      ...(same ? [] : eventsFor(other, [], false)),
      ...more,
    ]);
    for (const event of events) {
      const read = readEvents(event).slices[0]?.event;
      if (!read) continue;
      asked++;
      const verdicts = [verdictOf(plan, read), verdictOf(other, read)] as const;
      if (verdicts[0] !== verdicts[1]) differing.push({ event, before: verdicts[0], after: verdicts[1] });
    }
  });
  return { asked, differing };
}

function plansOf(text: string): readonly CompiledRule[] | null {
  const { plans, diagnostics } = compileCollection(text);
  return diagnostics.some(({ severity, lint }) => severity === 'error' && !lint) ? null : plans;
}

function verdictOf(plan: Plan, event: SigmaEvent): string {
  return new Evaluator(plan).verdict(event);
}

/** Events for the values in `touched`, and for the first of each selection. */
function eventsFor(plan: Plan, touched: readonly Range[], one: boolean): string[] {
  const isTouched = (range: Range) => touched.some((edit) => overlaps(edit, range));
  const items = plan.selections
    .flatMap(({ body }) => itemsOf(body))
    .filter(({ fieldRange }) => isTouched(fieldRange));
  const near = [
    ...plan.values.filter(({ scalar }) => isTouched(scalar.range)),
    ...items.flatMap(({ values }) => values.slice(0, 3)),
  ];
  const first = plan.selections.flatMap(
    (_, selection) => plan.values.find((v) => v.selection === selection) ?? [],
  );
  const made: string[] = [];
  for (const { id, selection } of new Set([...near, ...first])) {
    const found = synthesize(plan, { selection, value: id });
    if (found.ok) made.push(found.json);
    if (made.length >= (one ? 1 : MOST)) break;
  }
  return made;
}

/** What a plan tests, without its ranges. */
function shapeOf(plan: Plan): string {
  return JSON.stringify([plan.logsource, plan.condition, plan.selections], (key, value) => {
    if (key === 'range' || key === 'fieldRange' || key === 'nameRange' || key === 'scalar' || key === 'id')
      return undefined;
    return key === 'predicate' ? (value as { key: string }).key : value;
  });
}
