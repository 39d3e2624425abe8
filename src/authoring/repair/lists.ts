import type { Plan, PlanItem } from '../../rule';
import type { Edit, Range } from '../../text';

/** Edits that add a value to an item's values: one more line in a block list, or a list made of the single value. */
export function addToList(plan: Plan, item: PlanItem, value: string): Edit[] | null {
  const { text } = plan;
  const last = item.values[item.values.length - 1]!.scalar.range;
  const lineStart = text.lastIndexOf('\n', last.start) + 1;
  const lead = text.slice(lineStart, last.start);
  if (/^\s*- $/.test(lead)) return [{ range: { start: last.end, end: last.end }, text: `\n${lead}${value}` }];
  if (item.values.length > 1) return [{ range: { start: last.end, end: last.end }, text: `, ${value}` }];
  if (text[last.start] === '|' || text[last.start] === '>') return null;
  return [{ range: last, text: `[${text.slice(last.start, last.end)}, ${value}]` }];
}

/** Edits that remove one value of several from a list. A comment after it stays. */
export function takeFromList(plan: Plan, item: PlanItem, value: Range): Edit[] | null {
  if (item.values.length < 2) return null;
  const { text } = plan;
  const lineStart = text.lastIndexOf('\n', value.start - 1) + 1;
  const line = text.slice(lineStart, value.start);
  if (/^\s*-\s+$/.test(line))
    return [{ range: lineOf(text, lineStart + line.indexOf('-'), value.end), text: '' }];
  const before = /,\s*$/.exec(text.slice(0, value.start));
  if (before) return [{ range: { start: before.index, end: value.end }, text: '' }];
  const after = /^\s*,\s*/.exec(text.slice(value.end));
  return after ? [{ range: { start: value.start, end: value.end + after[0].length }, text: '' }] : null;
}

/**
 * What to remove so that `start` to `end` is gone: the whole line or, if a comment follows, only the part before it.
 */
export function lineOf(text: string, start: number, end: number): Range {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next + 1;
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: lineEnd };
  const blanks = /^[ \t]*/.exec(text.slice(end))![0].length;
  return { start, end: end + blanks };
}
