/** As much of a text as folding needs. */
export interface Lines {
  getLineCount(): number;
  /** Of a line from 1. */
  getLineContent(line: number): string;
}

/** The first and the last line of a stretch that can be folded. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** How indentation is read. */
export interface FoldRules {
  readonly tabSize: number;
  /** Blank lines at the end of a stretch are no part of it, as in YAML. */
  readonly offSide: boolean;
  /** No more stretches than this: the outermost, and of the last level that fits in part the first. */
  readonly most: number;
}

/** So many lines are read in one step. */
const STEP = 200;

/** The stretches of a text that can be folded, by its indentation: those that Monaco finds, but in steps. */
export function* foldsOf(text: Lines, { tabSize, offSide, most }: FoldRules): Generator<void, Fold[]> {
  const count = text.getLineCount();
  const open: { readonly line: number; readonly indent: number; hasInner: boolean }[] = [];
  const levels: Fold[][] = [];
  let lastWritten = 0;
  const close = (indent: number, end: number) => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      if (!top.hasInner) continue;
      levels[open.length] ??= [];
      levels[open.length]?.push({ start: top.line, end });
    }
  };
  for (let line = 1; line <= count; line++) {
    if (line % STEP === 0) yield;
    const indent = indentOf(text.getLineContent(line), tabSize);
    if (indent === null) continue;
    close(indent, offSide ? lastWritten : line - 1);
    const outer = open.at(-1);
    if (outer) outer.hasInner = true;
    open.push({ line, indent, hasInner: false });
    lastWritten = line;
  }
  close(0, offSide ? lastWritten : count);
  return outermost(levels, most);
}

/** The columns before a line's first character; null for a blank line. */
function indentOf(line: string, tabSize: number): number | null {
  let indent = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === SPACE) indent++;
    else if (code === TAB) indent += tabSize - (indent % tabSize);
    else return indent;
  }
  return null;
}

const SPACE = 0x20;
const TAB = 0x09;

function outermost(levels: readonly (readonly Fold[])[], most: number): Fold[] {
  const folds: Fold[] = [];
  for (const level of levels) {
    // A level may have none: all of its stretches are single lines.
    folds.push(...(level ?? []).slice(0, most - folds.length));
    if (folds.length >= most) break;
  }
  return folds;
}
