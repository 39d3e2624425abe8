import type { YamlNode } from '../../rule';
import { parseYaml, RuleDiagnostics } from '../../rule';
import { applyEdits, type Edit } from '../../text';
import { documentsOf, type Line, restOf } from './line';

/** Spaces of indentation for what is under a key. */
const INDENT = 4;

/**
 * The edits that lay out a text of rules as SigmaHQ does: four spaces for each level, also in lists, one space after
 * `:` and `-`, none at the end of a line. Comments, quotes and words stay. No edits if the text is not YAML or would
 * change its meaning. Linear.
 */
export function format(text: string): readonly Edit[] {
  const before = treesOf(text);
  if (before === null) return [];
  const edits = documentsOf(text).flatMap(({ lines }) => new Layout(lines).edits());
  const after = treesOf(applyEdits(text, edits));
  return after !== null && after === before ? edits : [];
}

/** The content of the text, whatever its layout; null if it is not YAML. */
function treesOf(text: string): string | null {
  const diagnostics = new RuleDiagnostics();
  const trees = parseYaml(text, diagnostics);
  return diagnostics.hasErrors ? null : JSON.stringify(trees.map(bare));
}

function bare(node: YamlNode): unknown {
  if (node.kind === 'scalar') return [node.style, node.text];
  if (node.kind === 'sequence') return { list: node.items.map(bare) };
  return { map: node.entries.map(({ key, value }) => [key.text, bare(value)]) };
}

/** A level: the column at which its keys or dashes are, and the one at which they should be. */
interface Level {
  readonly kind: 'map' | 'list';
  readonly old: number;
  readonly now: number;
}

class Layout {
  private readonly levels: Level[] = [];
  /**
   * For a block of text or a value over several lines: how many columns it moves, and what it must be to the right
   * of.
   */
  private block: { readonly owner: number; by: number | null; readonly to: number } | null = null;
  private comments: Line[] = [];
  private readonly found: Edit[] = [];

  constructor(private readonly lines: readonly Line[]) {}

  edits(): readonly Edit[] {
    for (const line of this.lines) this.line(line);
    this.place(0, 0);
    return this.found;
  }

  private line(line: Line): void {
    const first = line.dash >= 0 ? line.dash : line.column;
    if (line.text.trim() === '') {
      if (!this.block) this.trim(line);
      return;
    }
    if (this.block && first > this.block.owner) {
      this.block.by ??= this.block.to - first;
      this.indent(line, first, Math.max(0, first + this.block.by));
      return;
    }
    this.block = null;
    if (line.blank) {
      this.comments.push(line);
      return;
    }
    if (line.key === null && line.dash < 0) this.continuation(line, first);
    else this.structure(line, first);
  }

  /** A value that continues from the line before: it moves with its key. */
  private continuation(line: Line, first: number): void {
    const top = this.levels[this.levels.length - 1];
    const now = top ? Math.max(top.now + 1, first + top.now - top.old) : first;
    this.place(first, now);
    this.indent(line, first, now);
    this.trim(line);
  }

  private structure(line: Line, first: number): void {
    const { text } = line;
    let column = first;
    let now = -1;
    let behindDash = false;
    const begin = line.range.start;
    while (text[column] === '-' && column < line.column) {
      const level = this.level('list', column, behindDash ? now + 2 : null);
      if (now < 0) this.start(line, first, level.now);
      now = level.now;
      behindDash = true;
      const next = column + 1 + /^[ \t]*/.exec(text.slice(column + 1))![0].length;
      if (next < text.length && next > column + 2) this.replace(begin + column + 1, begin + next, ' ');
      column = next;
    }
    if (line.key === null) {
      this.trim(line);
      return;
    }
    const level = this.level('map', column, behindDash ? now + 2 : null);
    if (now < 0) this.start(line, first, level.now);
    const rest = restOf(line);
    const gap = /^[ \t]*/.exec(text.slice(line.afterColon))![0].length;
    if (rest !== '' && gap > 1) this.replace(begin + line.afterColon, begin + line.afterColon + gap, ' ');
    if (/^[|>]/.test(rest)) this.block = { owner: column, by: null, to: level.now + INDENT };
    this.trim(line);
  }

  /** The level of a key or dash at a column; `fixed` if a dash precedes it on its line. */
  private level(kind: Level['kind'], old: number, fixed: number | null): Level {
    const { levels } = this;
    for (let top = levels[levels.length - 1]; top; top = levels[levels.length - 1]) {
      if (top.old < old || (top.old === old && (top.kind === kind || kind === 'list'))) break;
      levels.pop();
    }
    const top = levels[levels.length - 1];
    if (top?.old === old && top.kind === kind) return top;
    const level = { kind, old, now: fixed ?? (top ? top.now + INDENT : 0) };
    levels.push(level);
    return level;
  }

  private start(line: Line, first: number, now: number): void {
    this.place(first, now);
    this.indent(line, first, now);
  }

  /** Comments before a line move with it; farther out they stay at their level. */
  private place(first: number, now: number): void {
    for (const line of this.comments) {
      const known = this.levels.findLast((level) => level.old <= line.column);
      const to = line.column === first || !known ? now : known.old === line.column ? known.now : line.column;
      this.indent(line, line.column, to);
      this.trim(line);
    }
    this.comments = [];
  }

  private indent({ range }: Line, old: number, now: number): void {
    if (old !== now) this.replace(range.start, range.start + old, ' '.repeat(now));
  }

  private trim({ range, text }: Line): void {
    const end = text.trimEnd().length;
    if (end < text.length) this.replace(range.start + end, range.end, '');
  }

  private replace(start: number, end: number, text: string): void {
    this.found.push({ range: { start, end }, text });
  }
}
