import type { EventSlice, SigmaEvent } from '../../event';
import type { Cause, Trace } from '../../match';
import { Evaluator, explainWith, type MatchOptions } from '../../match';
import type { Plan, PlanItem } from '../../rule';
import { compile } from '../../rule';
import { applyEdits, type Edit, joinWords, type Words } from '../../text';
import { userNames } from '../events/personal';
import { fieldProposals } from './field';
import { filterProposals } from './filter';
import { logsourceProposals } from './logsource';
import { memberProposals } from './members';
import { borderProposals, caseProposals, placeProposals } from './modifier';
import { itemOf, type Proposal } from './proposal';
import { opensUp, specificity } from './specific';
import { additionProposals, allProposals, escapeProposals } from './value';

/** A change of the rule that makes the explained event match, with its effect on all others. */
export interface Repair {
  /** What the change does, in the imperative: "Add `'x'` to the list". */
  readonly title: Words;
  /** Edits of the rule's text. Comments and layout stay. */
  readonly edits: readonly Edit[];
  /** Indexes of events that match only with the change, including the explained one, at most `MAX_TOLD`. */
  readonly gained: readonly number[];
  /** Indexes of events that no longer match, at most `MAX_TOLD`. */
  readonly lost: readonly number[];
  /** How many there are of each. */
  readonly counts: { readonly gained: number; readonly lost: number };
  /** The number of events that it was tested on. */
  readonly tried: number;
}

export interface RepairOptions extends MatchOptions {
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** Compiles a changed text that has several rules; without it, the text is a single rule. */
  readonly recompile?: (text: string) => Plan | null;
}

/** A proposal is not tested on more events than this. */
const MAX_TRIED = 5_000;
const MAX_TOLD = 20;
/** A part of a value is told from those of the first events. */
const MAX_READ = 200;
const MAX_OFFERED = 6;
/** Limits on causes repaired together, changes of one to continue from, and texts compiled in total. */
const MAX_STEPS = 3;
const MAX_BRANCHES = 2;
const MAX_COMPILED = 60;
const MIN_COMPILED = 4;
/** The most characters to compile in total: a text of many rules is compiled as a whole each time. */
const MAX_CHARACTERS = 1_000_000;

/** A text on the way to a match. */
interface Step {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly titles: readonly Words[];
  /** The edits of the first step; later steps are described by their combined effect. */
  readonly edits: readonly Edit[] | null;
}

/**
 * The smallest changes that would make a missed event match. One change for each cause of the miss; where there are several
 * causes, a repair holds a change for each. Every proposal is applied, compiled and run over the events, and kept only where
 * the event then really matches, and where no part of the rule becomes true of nearly everything. Those come first that
 * take least away from what matches now and let in the fewest other events; of several such, those whose rule asks for most.
 */
export function repairs(
  plan: Plan,
  trace: Trace,
  slices: readonly EventSlice[],
  options: RepairOptions = {},
): Repair[] {
  const event = slices[trace.event]?.event;
  if (!event || (trace.verdict !== 'no match' && trace.verdict !== 'not applicable')) return [];
  if (trace.causes.length > MAX_STEPS) return [];
  const found = new Search(event, slices, options).from({ plan, trace, titles: [], edits: null });
  if (found.length === 0) return [];
  const before = verdicts(plan, slices, options);
  return found
    .map(({ plan: changed, titles, edits }) => {
      const whole = edits ?? [difference(plan.text, changed.text)];
      const change = changeOf(before, verdicts(changed, slices, options));
      return {
        repair: { title: inOne(titles), edits: whole, ...change },
        order: [change.counts.lost, change.counts.gained, -specificity(changed)],
      };
    })
    .sort((a, b) => inOrder(a.order, b.order))
    .map(({ repair }) => repair);
}

class Search {
  private compiled = 0;
  private mostCompiled = MAX_COMPILED;
  private readonly texts = new Set<string>();
  private readonly found: Step[] = [];

  constructor(
    private readonly event: SigmaEvent,
    private readonly slices: readonly EventSlice[],
    private readonly options: RepairOptions,
  ) {}

  /** What other events have in the item's field. */
  private others(plan: Plan, { field }: PlanItem): string[] {
    if (field === null) return [];
    const evaluator = new Evaluator(plan);
    return this.slices.slice(0, MAX_READ).flatMap(({ event }) => {
      if (!event || event === this.event) return [];
      evaluator.evaluate(event);
      return evaluator.view.field(field).readings.flatMap(({ text }) => text ?? []);
    });
  }

  from(step: Step): Step[] {
    const { text } = step.plan;
    this.texts.add(text);
    const many = Math.floor(MAX_CHARACTERS / text.length);
    this.mostCompiled = Math.max(MIN_COMPILED, Math.min(MAX_COMPILED, many));
    this.go(step);
    return this.found;
  }

  private go(step: Step): void {
    const [cause] = step.trace.causes;
    if (!cause) return;
    const onward: Step[] = [];
    for (const { title, edits, alone } of this.proposals(step, cause)) {
      if (this.found.length >= MAX_OFFERED || this.compiled >= this.mostCompiled) return;
      const next = this.apply(step, title, edits);
      if (next?.trace.verdict === 'match') this.found.push(next);
      else if (next && !alone && this.isNearer(next.trace, step.trace)) onward.push(next);
    }
    if (step.titles.length + 1 >= MAX_STEPS) return;
    for (const next of onward.slice(0, MAX_BRANCHES)) this.go(next);
  }

  private isNearer(next: Trace, before: Trace): boolean {
    if (next.verdict !== 'no match') return false;
    return before.verdict === 'not applicable' || next.causes.length < before.causes.length;
  }

  private apply(step: Step, title: Words, edits: readonly Edit[]): Step | null {
    const text = applyEdits(step.plan.text, edits);
    if (this.texts.has(text)) return null;
    this.texts.add(text);
    this.compiled++;
    const plan = this.compile(text, step.plan);
    if (!plan || opensUp(step.plan, plan)) return null;
    const trace = explainWith(new Evaluator(plan), this.event, this.options);
    const first = step.titles.length === 0;
    return { plan, trace, titles: [...step.titles, title], edits: first ? edits : null };
  }

  private compile(text: string, { mapping, rule }: Plan): Plan | null {
    const { recompile, placeholders = {} } = this.options;
    return recompile ? recompile(text) : compile(text, { placeholders, mapping, spec: rule.spec }).plan;
  }

  private proposals({ plan }: Step, cause: Cause): Proposal[] {
    const item = itemOf(plan, cause);
    switch (cause.miss.reason) {
      case 'source not applicable':
        return logsourceProposals(plan, this.event);
      case 'blocked by negated':
        return filterProposals(plan, item, cause);
      case 'case differs only':
        return item ? caseProposals(plan, item) : [];
      default:
    }
    return [...this.itemProposals(plan, item, cause), ...memberProposals(plan, item, cause)];
  }

  private itemProposals(plan: Plan, item: PlanItem | null, cause: Cause): Proposal[] {
    if (!item) return [];
    const evaluator = new Evaluator(plan);
    evaluator.evaluate(this.event);
    const around = {
      // What other events have in a field of members is not looked up.
      others: (of: PlanItem) => (cause.members ? [] : this.others(plan, of)),
      names: () => userNames(this.event),
    };
    const field = () => (cause.members ? [] : fieldProposals(evaluator, this.event, item, cause));
    switch (cause.miss.reason) {
      case 'field absent':
      case 'field null':
        return field();
      case 'would match unescaped':
        return [...escapeProposals(plan, item, cause), ...additionProposals(plan, item, cause, around)];
      default:
        return [
          ...placeProposals(plan, item),
          ...borderProposals(plan, item),
          ...field(),
          ...additionProposals(plan, item, cause, around),
          ...allProposals(plan, item, cause),
        ];
    }
  }
}

/** Which of the first events match. */
export function verdicts(plan: Plan, slices: readonly EventSlice[], options: MatchOptions): boolean[] {
  const evaluator = new Evaluator(plan);
  return slices
    .slice(0, MAX_TRIED)
    .map((s) => s.event !== undefined && evaluator.verdict(s.event, options) === 'match');
}

/** What a change does to the verdicts of the events. */
export function changeOf(
  before: readonly boolean[],
  after: readonly boolean[],
): Pick<Repair, 'gained' | 'lost' | 'counts' | 'tried'> {
  const gained = after.flatMap((matched, i) => (matched && !before[i] ? [i] : []));
  const lost = after.flatMap((matched, i) => (!matched && before[i] ? [i] : []));
  return {
    gained: gained.slice(0, MAX_TOLD),
    lost: lost.slice(0, MAX_TOLD),
    counts: { gained: gained.length, lost: lost.length },
    tried: after.length,
  };
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

/** One title made of several. */
function inOne([first = [], ...more]: readonly Words[]): Words {
  return joinWords([first, ...more.map(uncapitalised)], '; then ');
}

function uncapitalised([first = '', ...rest]: Words): Words {
  return [typeof first === 'string' ? first.charAt(0).toLowerCase() + first.slice(1) : first, ...rest];
}

/** The single edit between two texts. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { range: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
