import { cells, TAB } from './cells';
import { codeLines, type Segment } from './code-lines';
import { flow, type Row, Rows } from './flow';
import { leftOutWords } from './html';
import type { Block, CodeBlock, Line, Paper, TreeLine } from './paper';
import { textOf } from './pieces';
import { COLUMNS, type Drawing, type RowMark, type RowStyle, SIZES } from './svg-drawing';
import { inLine, visible } from './visible';

/** Draws a paper's title and its blocks below each other. */
export function drawBlocks(drawing: Drawing, { title, blocks }: Paper): void {
  rows(drawing, [title], { size: 'title', isBold: true });
  drawing.space(8);
  for (const block of blocks) {
    draw(drawing, block);
    drawing.space(6);
  }
}

function draw(drawing: Drawing, block: Block): void {
  switch (block.kind) {
    case 'heading':
      drawing.space(block.level === 2 ? 18 : 8);
      rows(drawing, block.words, {
        size: block.level === 2 ? 'head' : 'text',
        isBold: true,
        ...(block.verdict === undefined ? {} : { fill: drawing.palette[VERDICTS[block.verdict]] }),
      });
      return;
    case 'paragraph':
      rows(drawing, block.words);
      return;
    case 'facts':
      facts(drawing, block.rows);
      return;
    case 'list':
      for (const item of block.items) hanging(drawing, '•', item, 2);
      return;
    case 'code':
      code(drawing, block);
      return;
    case 'tree':
      for (const one of block.lines) treeLine(drawing, one);
      return;
    case 'table':
      table(drawing, block.head, block.rows);
      return;
  }
}

const VERDICTS = { match: 'hit', 'no match': 'miss', 'not applicable': 'na', error: 'err' } as const;

function rows(drawing: Drawing, words: Line, style: RowStyle = {}): void {
  const { size = 'text', indent = 0 } = style;
  const width = Math.floor(((COLUMNS - indent) * SIZES.text.cell) / SIZES[size].cell);
  for (const row of flow(words, width)) {
    drawing.row(row, style);
    drawing.next(size);
  }
}

/** Words with a sign before their first row, which the other rows leave free. */
function hanging(drawing: Drawing, sign: string, words: Line, indent: number, fill?: string): void {
  if (sign !== '')
    drawing.row([{ column: 0, cells: cells(sign), text: sign, look: 'plain' }], {
      indent: indent - 2,
      ...(fill === undefined ? {} : { fill }),
    });
  rows(drawing, words, { indent });
}

function facts(drawing: Drawing, all: readonly (readonly [string, Line])[]): void {
  const indent = Math.min(30, Math.max(0, ...all.map(([label]) => cells(inLine(label)))) + 2);
  for (const [label, words] of all) {
    drawing.row(flow([{ soft: label }], indent)[0]!);
    rows(drawing, words, { indent });
  }
}

/** Deeper lines stand no further in, so that they have room. */
const DEEPEST = 30;

function treeLine(drawing: Drawing, { depth, holds, words }: TreeLine): void {
  const indent = 2 * Math.min(depth, DEEPEST) + (holds === null ? 0 : 2);
  const { hit, err } = drawing.palette;
  hanging(drawing, holds === null ? '' : holds ? '✓' : '✗', words, indent, holds ? hit : err);
}

/** Beside a text, within its ground. */
const PADDING = 8;

function code(drawing: Drawing, block: CodeBlock): void {
  const made = codeLines(block).flatMap(codeRows);
  drawing.ground(made.length * SIZES.text.line + 2 * PADDING);
  drawing.space(PADDING);
  for (const { row, marks } of made) {
    for (const mark of marks) drawing.mark(mark);
    drawing.row(row);
    drawing.next();
  }
  drawing.space(PADDING);
  if (block.more > 0) rows(drawing, [{ soft: leftOutWords(block.more) }]);
}

interface CodeRow {
  readonly row: Row;
  readonly marks: readonly RowMark[];
}

/** One line of a text as rows, each with its marks. */
function codeRows(segments: readonly Segment[]): CodeRow[] {
  const made = new Rows(COLUMNS);
  // What belongs to which segment is known by where its runs begin.
  const owners: { readonly row: number; readonly run: number; readonly segment: Segment }[] = [];
  for (const segment of segments) {
    const before = made.done();
    const [row, run] = [before.length - 1, before.at(-1)!.length];
    owners.push({ row, run, segment });
    made.fill(visible(segment.text).replaceAll('\t', ' '.repeat(TAB)), 'plain');
  }
  return made.done().map((row, r) => ({
    row,
    marks: row.flatMap(({ column, cells: size }, i) => {
      const owner = owners.findLast((one) => one.row < r || (one.row === r && one.run <= i));
      return (owner?.segment.marks ?? []).map(({ index, whole }, depth) => ({
        column,
        cells: size,
        index,
        whole,
        depth,
      }));
    }),
  }));
}

/** Between two columns of a table. */
const GAP = 2;
const NARROWEST = 8;

function table(drawing: Drawing, head: readonly string[], all: readonly (readonly Line[])[]): void {
  const lines = [head.map((text): Line => [text]), ...all];
  const wide = head.map((_, i) => Math.max(...lines.map((one) => cells(inLine(textOf(one[i] ?? []))))));
  const widths = shared(wide, COLUMNS - GAP * (head.length - 1));
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, one) => sum + one + GAP, 0));
  lines.forEach((one, i) => {
    const parts = one.map((cell, column) => flow(cell, widths[column]!));
    const height = Math.max(1, ...parts.map((part) => part.length));
    parts.forEach((part, column) => {
      part.forEach((row, down) => {
        drawing.row(row, { indent: starts[column]!, isBold: i === 0 }, drawing.top + down * SIZES.text.line);
      });
    });
    drawing.space(height * SIZES.text.line + 2);
    drawing.rule();
    drawing.space(2);
  });
}

/** Widths for columns that are so wide by themselves: those that fit into an equal share keep theirs. */
function shared(wide: readonly number[], room: number): number[] {
  const widths = new Map<number, number>();
  let left = room;
  let open = wide.map((size, i) => ({ size: Math.max(1, size), i }));
  for (;;) {
    const share = Math.max(NARROWEST, Math.floor(left / Math.max(1, open.length)));
    const fitting = open.filter(({ size }) => size <= share);
    for (const { size, i } of fitting) {
      widths.set(i, size);
      left -= size;
    }
    open = open.filter(({ size }) => size > share);
    if (fitting.length > 0 && open.length > 0) continue;
    for (const { i } of open) widths.set(i, share);
    return wide.map((_, i) => widths.get(i)!);
  }
}
