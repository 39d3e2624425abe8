import { missWords, type Trace, type ValueTrace } from '../../src/match';
import { say } from '../../src/text';
import type { Outcome } from '../results/results';
import type { Decoration } from './handle';
import { slotClass } from './slots';
import { valueTraces } from './trace-values';

/** Between text and hint: a character, because Monaco measures a mark's end by it and not by padding. */
const SPACE = '\u2003';

/** The colours and hints of the rule's text for the chosen event. */
export function ruleDecorations(outcome: Outcome, chosen: number, look: RuleLook): Decoration[] {
  const { info } = outcome;
  if (!info) return [];
  const trace = outcome.traces.get(chosen) ?? null;
  return [
    ...names(outcome, trace),
    ...values(outcome, chosen, trace),
    ...(look.countsShown ? [...hints(outcome, look.stale), ...unseen(outcome)] : []),
  ];
}

interface RuleLook {
  readonly countsShown: boolean;
  /** The text does not compile: all that is shown is of its last good version. */
  readonly stale: boolean;
}

/** The names of the selections, and where the condition uses them. */
function names({ info }: Outcome, trace: Trace | null): Decoration[] {
  return (info?.selections ?? []).flatMap(({ name, range, uses }, selection) => {
    // By place: a filter's selection may have the name of one of the rule's own.
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

/** The single values: coloured where they matched the chosen event, and all of them linked to the other side. */
function values({ info, marks }: Outcome, chosen: number, trace: Trace | null): Decoration[] {
  const wholes = new Map<number, boolean>();
  for (const mark of marks.get(chosen) ?? []) wholes.set(mark.value, mark.whole);
  const traced = new Map<number, ValueTrace>();
  for (const { value, whole } of valueTraces(trace)) {
    traced.set(value.id, value);
    // What matches without characters of its own (an absent field, `exists: false`) has no mark but is a match.
    if (value.matched && !wholes.has(value.id)) wholes.set(value.id, whole);
  }
  return (info?.values ?? []).map(({ selection, range, field, written }, value) => {
    const whole = wholes.get(value);
    const link = { selection, value, rule: range, event: null };
    const miss = traced.get(value)?.miss;
    const why = miss ? missWords(miss) : 'No match in this event.';
    const hover = say`Selection ${info?.selections[selection]?.name ?? ''} · ${field ?? 'keyword'} · ${written}\n${
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

/** What no event exercises is dimmed; the number beside it says the same. */
function unseen({ info, counts, total }: Outcome): Decoration[] {
  if (!info || !counts?.done || total === 0) return [];
  const { selections, values } = counts;
  return [
    ...info.selections.filter((_, i) => selections[i] === 0),
    ...info.values.filter((_, i) => values[i] === 0),
  ].map(({ range }) => ({ range, textClass: 'editor-unseen' }));
}

/** How often selections and values matched, and which sources the log source covers. */
function hints({ info, counts, total }: Outcome, stale: boolean): Decoration[] {
  if (!info) return [];
  const hints: Decoration[] = [];
  const classOf = (count: number) =>
    stale ? 'editor-hint editor-hint-old' : count > 0 ? 'editor-hint editor-hint-on' : 'editor-hint';
  if (info.logsourceRange && info.coverage) {
    hints.push({
      range: info.logsourceRange,
      hint: { text: SPACE + info.coverage, className: classOf(0), place: 'line' },
    });
  }
  if (!counts || total === 0) return hints;
  const many = total === 1 ? 'event' : 'events';
  info.selections.forEach(({ range }, i) => {
    const count = counts.selections[i] ?? 0;
    const text = `${SPACE}${count > 0 ? '✓' : '✗'} ${count.toLocaleString('en')} of ${total.toLocaleString('en')} ${many}`;
    hints.push({ range, hint: { text, className: classOf(count), place: 'line' } });
  });
  info.values.forEach(({ range }, i) => {
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
