import type { EventSlice, SigmaEvent } from '../../event';
import { Evaluator, type MatchOptions } from '../../match';
import type { Plan, PlanItem } from '../../rule';
import { compile, planItems } from '../../rule';
import type { Edit } from '../../text';
import { applyEdits, type Range, range } from '../../text';
import { changeOf, type Repair, type RepairOptions, verdicts } from '../repair/repair';
import { ChangedEvent, type Place } from './changed-event';
import { CHANGES, type ChangeKind } from './changes';
import { type CommandLine, readCommandLine } from './command-line';
import { EVASIONS, type Evasion } from './evasions';
import { asksMembersForLine, lineOfMember, matchedItems, pathOf } from './in-members';

/** A rewritten command line, and how it fares with the rule. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  /** Why Windows still runs the same; a sentence. */
  readonly why: string;
  readonly text: string;
  /** The stretches of `text` that differ from the event. */
  readonly changed: readonly Range[];
  readonly matches: boolean;
  /** For one that slips through: the change of the rule that catches it; null if none was found. */
  readonly change: Repair | null;
}

/** Longer command lines are skipped: one can be as long as an event. */
const LONGEST = 8_192;
/** The most items that a variant breaks to change at once. */
const MAX_ITEMS = 6;

/**
 * The usual evasions of the command line of a matching event, each evaluated. For those that slip through, a tested
 * change: with it, the variant matches and the event still does. Yields between two tests, to let others run. Returns
 * null if the event does not match or has no command line.
 */
export function* variantSteps(
  plan: Plan,
  slices: readonly EventSlice[],
  index: number,
  options: RepairOptions = {},
): Generator<void, Variant[] | null> {
  const event = slices[index]?.event;
  const evaluator = new Evaluator(plan);
  if (!event || evaluator.verdict(event, options) !== 'match') return null;
  const found = commandLineOf(evaluator, event, options);
  if (!found) return null;
  const { place, line } = found;
  const path = 'path' in place ? place.path : pathOf(event, place.field);
  const matched = matchedItems(evaluator, path);
  const fixer = new Fixer(plan, slices, event, options);
  const variants: Variant[] = [];
  for (const evasion of EVASIONS) {
    const edits = evasion.edits(line);
    const text = applyEdits(line.text, edits);
    if (text === line.text) continue;
    yield;
    const other = new ChangedEvent(event, place, text);
    const matches = evaluator.verdict(other, options) === 'match';
    const still = matchedItems(evaluator, path);
    const broken = [...matched].filter((item) => !still.has(item)).slice(0, MAX_ITEMS);
    const slipped = { evasion, edits, before: line.text, text, other, broken };
    const change = matches ? null : yield* fixer.find(slipped);
    const { id, name, why } = evasion;
    variants.push({ id, name, why, text, changed: changedRanges(edits), matches, change });
  }
  return variants;
}

/**
 * The command line of an event, and where it is; null if it has none, or a very long one. Where blocks of the rule test
 * command lines of members and nothing else of the rule tests one, it is that of the member that matches.
 */
export function commandLineOf(
  evaluator: Evaluator,
  event: SigmaEvent,
  options: MatchOptions = {},
): { readonly place: Place; readonly line: CommandLine } | null {
  const field = evaluator.coverage(event).origin('CommandLine', event).own[0];
  const isAsked = planItems(evaluator.plan).some(
    ([item]) => item.field === null || item.field === 'CommandLine',
  );
  // The verdict is asked for only where its members may have the line: it may run patterns that take long.
  if (!isAsked && asksMembersForLine(evaluator.plan) && evaluator.verdict(event, options) === 'match') {
    const found = lineOfMember(evaluator);
    const line = found && readLine(found.text);
    if (line) return { place: { path: found.path }, line };
  }
  const line = field === undefined ? null : readLine(event.get(field));
  return field === undefined || !line ? null : { place: { field }, line };
}

function readLine(text: unknown): CommandLine | null {
  return typeof text === 'string' && text.length <= LONGEST ? readCommandLine(text) : null;
}

/** Runs `variantSteps` in one go. */
export function variants(
  plan: Plan,
  slices: readonly EventSlice[],
  index: number,
  options: RepairOptions = {},
): Variant[] | null {
  const steps = variantSteps(plan, slices, index, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

interface Slipped {
  readonly evasion: Evasion;
  readonly edits: readonly Edit[];
  readonly before: string;
  readonly text: string;
  readonly other: SigmaEvent;
  readonly broken: readonly PlanItem[];
}

/** Looks for changes of one rule. */
class Fixer {
  private before: boolean[] | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly slices: readonly EventSlice[],
    private readonly event: SigmaEvent,
    private readonly options: RepairOptions,
  ) {}

  /** The first kind of change that catches the variant: of a single item, else of all items that it breaks. */
  *find(slipped: Slipped): Generator<void, Repair | null> {
    const { broken } = slipped;
    const groups = broken.length > 1 ? [...broken.map((item) => [item]), broken] : [broken];
    for (const kind of CHANGES)
      for (const items of groups) {
        yield;
        const change = this.tried(kind, items, slipped);
        if (change) return change;
      }
    return null;
  }

  private tried(kind: ChangeKind, items: readonly PlanItem[], slipped: Slipped): Repair | null {
    const { plan, slices, options } = this;
    const { before, text: after, edits: lineEdits, evasion } = slipped;
    const edits = items.flatMap((item) =>
      kind.edits({ plan, item, before, after, edits: lineEdits, loosening: evasion.loosening }),
    );
    if (edits.length === 0) return null;
    const changed = this.recompile(applyEdits(plan.text, edits));
    if (!changed) return null;
    const evaluator = new Evaluator(changed);
    const catches = (event: SigmaEvent) => evaluator.verdict(event, options as MatchOptions) === 'match';
    if (!catches(slipped.other) || !catches(this.event)) return null;
    this.before ??= verdicts(plan, slices, options);
    return { title: kind.title, edits, ...changeOf(this.before, verdicts(changed, slices, options)) };
  }

  private recompile(text: string): Plan | null {
    const { plan, options } = this;
    if (options.recompile) return options.recompile(text);
    const { placeholders = {} } = options;
    return compile(text, { placeholders, mapping: plan.mapping, spec: plan.rule.spec }).plan;
  }
}

/** The ranges of the edits' texts once all are applied. */
function changedRanges(edits: readonly Edit[]): Range[] {
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range: r, text }) => {
      const start = r.start + moved;
      moved += text.length - (r.end - r.start);
      return range(start, start + text.length);
    });
}
