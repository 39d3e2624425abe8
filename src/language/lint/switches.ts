import type { Diagnostic, Range } from '../../text';
import { LineIndex } from '../../text';

/*
 * Comments that switch checks off: `# sigma-disable: id, id` at the end of a line applies to that line, on a line of
 * its own to the next line with content, and `# sigma-disable-file: id, id` to the whole text.
 */

/** One id in such a comment. */
export interface Switch {
  readonly id: string;
  readonly range: Range;
  /** The line that it applies to, from 1; null for the whole text. */
  readonly line: number | null;
}

const COMMENT =
  /(^|[ \t])#[ \t]*sigma-disable(-file)?[ \t]*:[ \t]*([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)/gim;

/** The switches in a text's comments, in order. */
export function switchesIn(text: string): Switch[] {
  if (!text.includes('sigma-disable')) return [];
  const lines = new LineIndex(text);
  const lineOf = linesOfComments(text, lines);
  const all: Switch[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const [whole, , file, ids] = match;
    let at = match.index + whole.length - ids!.length;
    const line = file ? null : lineOf(match.index);
    for (const id of ids!.split(',')) {
      const start = at + id.length - id.trimStart().length;
      all.push({ id: id.trim(), range: { start, end: start + id.trim().length }, line });
      at += id.length + 1;
    }
  }
  return all;
}

/** Returns the line that a comment applies to: its own, or, if it is alone on it, the next that is not a comment. */
function linesOfComments(text: string, lines: LineIndex): (comment: number) => number {
  const saying = /\n(?![ \t]*(?:#|\r?$))/gm;
  /** Where the next line with content begins, as long as it lies ahead. */
  let next = -1;
  return (comment) => {
    const start = text.lastIndexOf('\n', comment - 1) + 1;
    if (text.slice(start, comment).trim() !== '') return lines.position(comment).line;
    if (next < comment) {
      saying.lastIndex = comment;
      const found = saying.exec(text);
      next = found ? found.index + 1 : text.length;
    }
    return lines.position(next).line;
  };
}

/** The problems that no comment and no setting switches off. Those that prevent evaluation always stay. */
export function switchedOn<Code extends string>(
  text: string,
  found: readonly Diagnostic<Code>[],
  off: readonly string[] = [],
): readonly Diagnostic<Code>[] {
  const switches = switchesIn(text);
  if (switches.length === 0 && off.length === 0) return found;
  const lines = new LineIndex(text);
  const everywhere = new Set([...off, ...switches.filter((s) => s.line === null).map(({ id }) => id)]);
  const here = new Set(switches.map(({ id, line }) => `${line} ${id}`));
  return found.filter((d) => {
    if (d.severity === 'error' && !d.lint) return true;
    return !everywhere.has(d.code) && !here.has(`${lines.position(d.range.start).line} ${d.code}`);
  });
}
