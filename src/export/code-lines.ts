import type { CodeBlock, CodeMark } from './paper';

/** A stretch of one line with the same marks on all of it. */
export interface Segment {
  readonly text: string;
  /** Those of different selections, in the order of the selections. */
  readonly marks: readonly Pick<CodeMark, 'index' | 'whole'>[];
}

/** The lines of a text, each cut where a mark begins or ends. Together the segments are the text without its line breaks. */
export function codeLines({ text, marks }: Pick<CodeBlock, 'text' | 'marks'>): Segment[][] {
  const lines: Segment[][] = [];
  const sorted = marks.map((mark) => withoutHalves(text, mark)).sort((a, b) => a.start - b.start);
  // Marks that may still reach into the line, and the first of those that begin later.
  let open: CodeMark[] = [];
  let next = 0;
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    const end = text[stop - 1] === '\r' && feed > start ? stop - 1 : stop;
    while (next < sorted.length && sorted[next]!.start < end) open.push(sorted[next++]!);
    open = open.filter((mark) => mark.end > start);
    lines.push(segmentsOf(text, start, end, open));
    start = stop + 1;
  }
  return lines;
}

/** A mark that begins or ends within a character has all of it. */
function withoutHalves(text: string, mark: CodeMark): CodeMark {
  const isWithin = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
  const { start, end } = mark;
  return { ...mark, start: isWithin(start) ? start - 1 : start, end: isWithin(end) ? end + 1 : end };
}

function segmentsOf(text: string, start: number, end: number, marks: readonly CodeMark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1]!;
    const over = inside.filter((mark) => mark.start <= from && mark.end >= to);
    return { text: text.slice(from, to), marks: bySelection(over) };
  });
}

function bySelection(marks: readonly CodeMark[]): Segment['marks'] {
  const found = new Map<number, boolean>();
  for (const { index, whole } of marks) found.set(index, whole || (found.get(index) ?? false));
  return [...found].map(([index, whole]) => ({ index, whole })).sort((a, b) => a.index - b.index);
}
