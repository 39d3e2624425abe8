import { PAGE } from '../../src/limits';
import { missWords, type RuleInfo, type Trace, type ValueTrace } from '../../src/match';
import { overlaps, type Range, say } from '../../src/text';
import type { Outcome } from '../results/results';
import type { Decoration } from './handle';
import { slotClass } from './slots';
import { valueTraces } from './trace-values';

/** Between text and hint. A character, because Monaco measures the end of a mark by it and not by padding. */
const SPACE = '\u2003';

/** The colours and hints of the rule's text for the chosen event; in a long rule, only those on screen. */
export function ruleDecorations(outcome: Outcome, chosen: number, look: RuleLook): Decoration[] {
  if (!outcome.info) return [];
  const trace = outcome.traces.get(chosen) ?? null;
  const { visible } = look;
  const info = isLong(outcome.info) ? inSight(outcome.info, visible) : whole(outcome.info);
  const told: Told = { ...outcome, info };
  return [
    ...names(told, trace),
    ...values(told, chosen, trace),
    ...(look.countsShown ? [...hints(told, look.stale), ...unseen(told)] : []),
  ];
}

/** True where the decorations depend on what is on screen. */
export function isLong(info: RuleInfo): boolean {
  const names = info.selections.reduce((sum, { uses }) => sum + 1 + uses.length, 0);
  return info.values.length + names > PAGE.decoratedWhole.value;
}

/** The selections and values that are decorated, each with its number in the rule. */
interface Shown {
  readonly all: RuleInfo;
  readonly selections: readonly (readonly [RuleInfo['selections'][number], number])[];
  readonly values: readonly (readonly [RuleInfo['values'][number], number])[];
}

interface Told extends Omit<Outcome, 'info'> {
  readonly info: Shown;
}

function whole(all: RuleInfo): Shown {
  return { all, selections: all.selections.map((s, i) => [s, i]), values: all.values.map((v, i) => [v, i]) };
}

function inSight(all: RuleInfo, visible: Range): Shown {
  const seen = (range: Range) => overlaps(range, visible);
  const take = <T>(list: readonly T[], isSeen: (one: T) => boolean) => {
    const taken: (readonly [T, number])[] = [];
    for (let i = 0; i < list.length && taken.length < PAGE.decorations.value; i++)
      if (isSeen(list[i]!)) taken.push([list[i]!, i]);
    return taken;
  };
  let left = PAGE.decorations.value;
  const selections = take(all.selections, ({ range, uses }) => seen(range) || uses.some(seen)).map(
    ([one, i]) => {
      const uses = one.uses.filter(seen).slice(0, left);
      left -= uses.length;
      return [{ ...one, uses }, i] as const;
    },
  );
  return { all, selections, values: take(all.values, ({ range }) => seen(range)) };
}

interface RuleLook {
  readonly countsShown: boolean;
  /** The text does not compile: everything shown is from its last good version. */
  readonly stale: boolean;
  /** The part of the rule that is on screen. */
  readonly visible: Range;
}

/** The names of the selections, and where the condition uses them. */
function names({ info }: Told, trace: Trace | null): Decoration[] {
  return info.selections.flatMap(([{ name, range, uses }, selection]) => {
    // By position: a filter's selection may have the same name as one of the rule.
    const matched = trace?.selections[selection]?.matched;
    const className = `mark mark-name ${slotClass(selection)} ${matched ? 'mark-whole' : 'mark-part'}`;
    const hover = say`Selection ${name}${matched === undefined ? '' : matched ? ' matches this event' : ' does not match this event'}`;
    return [range, ...uses].map((place) => ({
      range: place,
      className,
      hover,
      link: { selection, value: null, rule: range, event: null },
    }));
  });
}

/** The values: coloured if they match the chosen event, and all linked to their characters in the events. */
function values({ info, marks }: Told, chosen: number, trace: Trace | null): Decoration[] {
  const wholes = new Map<number, boolean>();
  for (const mark of marks.get(chosen) ?? []) wholes.set(mark.value, mark.whole);
  const traced = new Map<number, ValueTrace>();
  for (const { value, whole } of valueTraces(trace)) {
    traced.set(value.id, value);
    // A match without characters of its own (an absent field, `exists: false`) has no mark.
    if (value.matched && !wholes.has(value.id)) wholes.set(value.id, whole);
  }
  return info.values.map(([{ selection, range, field, written }, value]) => {
    const whole = wholes.get(value);
    const link = { selection, value, rule: range, event: null };
    const miss = traced.get(value)?.miss;
    const why = miss ? missWords(miss) : 'No match in this event.';
    const hover = say`Selection ${info.all.selections[selection]?.name ?? ''} · ${field ?? 'keyword'} · ${written}\n${
      whole === undefined ? why : 'Matches this event.'
    }`;
    if (whole === undefined) return { range, link, hover };
    return {
      range,
      link,
      hover,
      className: `mark ${slotClass(selection)} ${whole ? 'mark-whole' : 'mark-part'}`,
    };
  });
}

/** Dims what no event exercises; the number beside it says the same. */
function unseen({ info, counts, total }: Told): Decoration[] {
  if (!counts?.done || total === 0) return [];
  const { selections, values } = counts;
  return [
    ...info.selections.filter(([, i]) => selections[i] === 0),
    ...info.values.filter(([, i]) => values[i] === 0),
  ].map(([{ range }]) => ({ range, textClass: 'editor-unseen' }));
}

/** How often selections and values match, and which sources the log source covers. */
function hints({ info, counts, total }: Told, stale: boolean): Decoration[] {
  const hints: Decoration[] = [];
  const classOf = (count: number) =>
    stale ? 'editor-hint editor-hint-old' : count > 0 ? 'editor-hint editor-hint-on' : 'editor-hint';
  const { logsourceRange, coverage } = info.all;
  if (logsourceRange && coverage) {
    hints.push({
      range: logsourceRange,
      hint: { text: SPACE + coverage, className: classOf(0), place: 'line' },
    });
  }
  if (!counts || total === 0) return hints;
  const many = total === 1 ? 'event' : 'events';
  info.selections.forEach(([{ range }, i]) => {
    const count = counts.selections[i] ?? 0;
    const text = `${SPACE}${count > 0 ? '✓' : '✗'} ${count.toLocaleString('en')} of ${total.toLocaleString('en')} ${many}`;
    hints.push({ range, hint: { text, className: classOf(count), place: 'line' } });
  });
  info.values.forEach(([{ range }, i]) => {
    const count = counts.values[i] ?? 0;
    hints.push({
      range,
      hint: {
        text: SPACE + count.toLocaleString('en'),
        className: classOf(count),
        place: 'behind',
      },
    });
  });
  return hints;
}
