import type { YamlNode, YamlSequence } from '../rule';
import type { Edit, Range } from '../text';

/*
 * Changes to lists that are written in block style: an item on each line or over several, each behind a dash.
 */

/** True if a list or map is written in brackets or braces. */
export function isFlow(text: string, { range }: YamlNode): boolean {
  return text[range.start] === '[' || text[range.start] === '{';
}

/** The whole lines of an item with its dash; null if it shares a line with others. */
export function linesOfItem(text: string, item: YamlNode): Range | null {
  let dash = item.range.start - 1;
  while (dash >= 0 && /\s/.test(text[dash]!)) dash--;
  if (text[dash] !== '-') return null;
  const start = text.lastIndexOf('\n', dash) + 1;
  if (text.slice(start, dash).trim() !== '') return null;
  return { start, end: lineAfter(text, item.range.end) };
}

/** Where the next line begins, seen from the end of something; the end of the text if there is none. */
export function lineAfter(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return end;
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

/** In which column the dashes of a list are. */
export function columnOfItems(text: string, list: YamlSequence): number | null {
  const lines = list.items[0] ? linesOfItem(text, list.items[0]) : null;
  return lines && text.slice(lines.start).search(/[^ ]/);
}

/** In which column something begins. */
export function columnOf(text: string, { start }: Range): number {
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** Whole lines put in at the beginning of a line, with the line ends of the text; the line before is ended if it is not. */
export function insertLines(text: string, at: number, lines: string): Edit {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const isOpen = at > 0 && text[at - 1] !== '\n';
  return { range: { start: at, end: at }, text: (isOpen ? feed : '') + lines.replaceAll('\n', feed) };
}

/** An entry put before the first of a map that is written in lines. */
export function insertEntry(text: string, map: Range, entry: string): Edit {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const at = map.start;
  return { range: { start: at, end: at }, text: `${entry}${feed}${' '.repeat(columnOf(text, map))}` };
}
