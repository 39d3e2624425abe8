import type { Plan, PlanItem } from '../../rule';
import { itemsOf } from '../../rule';
import { type Edit, type Range, resolvePlain } from '../../text';
import { quoted } from './proposal';

/**
 * Edits that add a value, as YAML writes it, to an item's values: in the style of the list that is there, or with the
 * single value in a list in the style of the rule's other lists. Comments stay with their values. Null for one value that
 * is a text of several lines.
 */
export function addToList(plan: Plan, item: PlanItem, value: string): Edit[] | null {
  const { text } = plan;
  const last = item.values[item.values.length - 1]!.scalar.range;
  const lead = text.slice(lineStartOf(text, last.start), last.start);
  const isLines = text[last.start] === '|' || text[last.start] === '>';
  if (/^\s*-\s+$/.test(lead))
    return [insert(isLines ? last.end : lineEndOf(text, last.end), `\n${lead}${value}`)];
  const isFlow = item.values.length > 1 || /\[\s*$/.test(text.slice(item.range.start, last.start));
  if (isFlow) return [insert(last.end, lead.trim() === '' ? `,\n${lead}${value}` : `, ${value}`)];
  return isLines ? null : newList(plan, item, last, value);
}

/** Makes a list of a single value and one more. */
function newList(plan: Plan, item: PlanItem, only: Range, value: string): Edit[] {
  const { text } = plan;
  const lineStart = lineStartOf(text, only.start);
  const key = /^\s*(?:- +)*/.exec(text.slice(lineStart, item.range.start))![0];
  const indent = lineStart + key.length === item.range.start ? blockIndent(plan) : null;
  if (indent === null) return [{ range: only, text: `[${text.slice(only.start, only.end)}, ${value}]` }];
  const dash = `\n${' '.repeat(key.length + indent)}- `;
  const blanks = /[ \t]*$/.exec(text.slice(lineStart, only.start))![0].length;
  return [
    { range: { start: only.start - blanks, end: only.start }, text: dash },
    insert(lineEndOf(text, only.end), `${dash}${value}`),
  ];
}

/**
 * By how much the rule indents the entries of its lists below their key; null if it writes lists in brackets. The lists
 * of its detection decide or, if it has none, the others.
 */
function blockIndent({ text, selections }: Plan): number | null {
  const lists = selections.flatMap(({ body }) => itemsOf(body)).filter(({ values }) => values.length > 1);
  for (const { range, values } of lists) {
    const at = values[0]!.scalar.range.start;
    const dash = /^( *)- +$/.exec(text.slice(lineStartOf(text, at), at));
    if (!dash) return null;
    const by = dash[1]!.length - (range.start - lineStartOf(text, range.start));
    if (by >= 0) return by;
  }
  const other = /^( *)[\w.|-]+:[ \t]*(?:#.*)?\r?\n( *)- /m.exec(text);
  return other && other[2]!.length >= other[1]!.length ? other[2]!.length - other[1]!.length : null;
}

/** Text as YAML writes it beside the values of an item: without quotes where all are so, else in the quotes of the last. */
export function writtenBeside({ text }: Plan, { values }: PlanItem, value: string): string {
  const styles = values.map(({ scalar }) => scalar.style);
  const isWord = /^[A-Za-z][\w.-]*$/.test(value) && typeof resolvePlain(value) === 'string';
  if (isWord && styles.every((style) => style === 'plain')) return value;
  const isDouble = styles.at(-1) === 'double' && text[values.at(-1)!.scalar.range.start] === '"';
  return isDouble ? `"${value.replace(/[\\"]/g, '\\$&')}"` : quoted(value);
}

function insert(at: number, text: string): Edit {
  return { range: { start: at, end: at }, text };
}

/** Where the line of an offset begins. */
export function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line without blanks at its end: behind a comment. */
function lineEndOf(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return at + text.slice(at, next < 0 ? undefined : next).trimEnd().length;
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
