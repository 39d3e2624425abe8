import { EXPORTED } from '../limits';
import { describeRule, marksOf, type Trace } from '../match';
import type { Plan } from '../rule';
import type { Range } from '../text';
import type { CodeBlock, CodeMark } from './paper';

/**
 * A part of a text as a block, without the line break at its end: its beginning, if it is long. Marks are given by their
 * places in the whole text.
 */
export function codeBlock(
  whole: string,
  { start, end: stands }: Range,
  of: Pick<CodeBlock, 'name' | 'language' | 'selections' | 'marks'>,
): CodeBlock {
  const end = stands - (/\r?\n$/.exec(whole.slice(Math.max(start, stands - 2), stands))?.[0].length ?? 0);
  const most = Math.min(end, start + EXPORTED.text.value);
  // Half of a character is none.
  const isHalf = most < end && /[\ud800-\udbff]/.test(whole[most - 1] ?? '');
  const stop = isHalf ? most - 1 : most;
  const marks = of.marks.flatMap((mark) => {
    const [from, to] = [Math.max(mark.start, start), Math.min(mark.end, stop)];
    return from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
  });
  return { kind: 'code', ...of, text: whole.slice(start, stop), marks, more: end - stop };
}

/** An event's text as a block, with what the rule's values matched in it. */
export function eventBlock(text: string, range: Range, trace: Trace | null): CodeBlock {
  const own = text.slice(range.start, range.end);
  const found = trace === null ? [] : marksOf(trace).filter(({ kind }) => kind === 'match');
  return codeBlock(text, range, {
    name: 'Event',
    language: /^\s*[[{]/.test(own) ? 'json' : 'text',
    selections: trace?.selections.map(({ name }) => name) ?? [],
    marks: found.map(({ text: { start, end }, selection, whole }) => ({
      start,
      end,
      index: selection,
      whole,
    })),
  });
}

/** The rule's text as a block: the names of its selections, and the values that were found in one of these events. */
export function ruleBlock(text: string, plan: Plan, traces: readonly Trace[]): CodeBlock {
  const whole = plan.selections.map((_, i) => traces.some(({ selections }) => selections[i]?.matched));
  const places: CodeMark[] = [];
  const add = ({ start, end }: Range, index: number) =>
    places.push({ start, end, index, whole: whole[index] ?? false });
  const { selections, values } = describeRule(plan);
  selections.forEach(({ name, range, uses }, index) => {
    add(range, index);
    // A pattern names several.
    for (const use of uses) if (text.slice(use.start, use.end) === name) add(use, index);
  });
  const found = new Set(traces.flatMap((trace) => marksOf(trace).map(({ value }) => value)));
  for (const value of found) add(values[value]!.range, values[value]!.selection);
  return codeBlock(
    text,
    { start: 0, end: text.length },
    { name: 'Rule', language: 'yaml', selections: selections.map(({ name }) => name), marks: places },
  );
}
