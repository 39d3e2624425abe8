import { type ReactNode, useMemo, useRef } from 'react';
import type { StepMark } from '../../src/describe';
import type { Range } from '../../src/text';
import { slotClass } from '../editor/slots';
import { count } from '../ui/count';
import { type Fold, hangOf, type Line, stageLines } from './lines';
import { useFit } from './use-fit';

interface StageTextProps {
  readonly label: string;
  readonly text: string;
  /** The parts of the text that are shown. */
  readonly parts: readonly Range[];
  /** What any step speaks of: it is never folded away. */
  readonly places: readonly Range[];
  /** What this step speaks of. */
  readonly marks: readonly StepMark[];
  /** How many times the usual type its type may be. */
  readonly most?: number;
}

/** A text on the stage, as large as fits, with what the step speaks of marked. */
export function StageText({ label, text, parts, places, marks, most = 1.5 }: StageTextProps) {
  const box = useRef<HTMLElement>(null);
  const lines = useMemo(
    () => stageLines(text, parts, [...places, ...marks.map(({ range }) => range)]),
    [text, parts, places, marks],
  );
  useFit(box, lines, most);
  const first = marks.reduce((least, { range }) => Math.min(least, range.start), Number.POSITIVE_INFINITY);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard.
    <section ref={box} className="stage-text" aria-label={label} tabIndex={0}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity of their own and never move.
        <StageLine key={i} line={line} text={text} marks={marks} first={first} />
      ))}
    </section>
  );
}

interface StageLineProps {
  readonly line: Line | Fold;
  readonly text: string;
  readonly marks: readonly StepMark[];
  /** Where the first mark begins: its line is scrolled to. */
  readonly first: number;
}

function StageLine({ line, text, marks, first }: StageLineProps) {
  if (line.kind === 'fold') return <div className="stage-line stage-fold">… {count(line.lines, 'line')}</div>;
  const { parts, indent, isCut } = line;
  const start = parts[0]!.start;
  const end = parts.at(-1)!.end;
  // Blanks at the beginning of a line are not spoken of.
  const begin = start + /^\s*/.exec(text.slice(start, end))![0].length;
  const here = marks.filter(({ range }) => range.start < end && range.end > begin);
  const hang = hangOf(text, line);
  const isQuiet = here.length === 0 && marks.length > 0;
  return (
    <div
      className={isQuiet ? 'stage-line stage-line-quiet' : 'stage-line'}
      style={{ paddingLeft: `${hang}ch`, textIndent: `-${hang}ch` }}
      data-now={first >= start && first < end ? '' : undefined}
    >
      {'  '.repeat(indent)}
      {parts.map((part, i) => [i > 0 ? '…' : '', marked(text, part, here, begin)])}
      {isCut ? '…' : ''}
    </div>
  );
}

const RANK = { found: 3, new: 2, near: 1, point: 0 } as const;

/** A stretch of a text with its marks; of several at one place the one that says most. */
function marked(text: string, { start, end }: Range, marks: readonly StepMark[], begin: number): ReactNode[] {
  const borders = [begin, ...marks.flatMap(({ range }) => [range.start, range.end])].filter(
    (at) => at > start && at < end,
  );
  const cuts = [...new Set([start, ...borders, end])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    const here = to <= begin ? [] : marks.filter(({ range }) => range.start <= from && range.end >= to);
    const top = here.reduce<StepMark | null>((a, b) => (a && RANK[a.kind] >= RANK[b.kind] ? a : b), null);
    const content = text.slice(from, to);
    if (!top || content === '') return content;
    return (
      <mark key={from} className={classOf(top)}>
        {content}
      </mark>
    );
  });
}

function classOf({ kind, selection }: StepMark): string {
  if (kind === 'point') return 'stage-point';
  if (kind === 'new') return 'mark stage-new';
  const slot = selection === null ? 'stage-new' : slotClass(selection);
  return `mark ${slot} ${kind === 'found' ? 'mark-whole' : 'mark-part'}`;
}
