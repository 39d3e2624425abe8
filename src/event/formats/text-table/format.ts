import { prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import { ParsedEvent, type SourceText } from '../../parsed-event';
import { SIGHT, type StretchReader, type TextFormat, type TextScan } from '../format';
import { opened } from '../opened/opened';
import { openedSpanSyntax } from '../opened/opened-spans';
import { type FieldSpan, objectOf } from '../span-syntax';
import { type Cell, cellsOf, isDrawn, type Layout, layoutOf } from './layout';

/** Tables as programs draw them for a screen. */
export const TEXT_TABLE = 'text table';

/** So many lines the head of a table has at most. */
const HEAD = 6;

export const textTableFormat: TextFormat = {
  name: TEXT_TABLE,
  recognise: (text, at) => {
    const found = headAt(text, at);
    if (!found) return null;
    const { names } = found.layout;
    return say`a header with ${names.length} names stands above a rule, as programs draw tables`;
  },
  reader: (scan) => new TextTableReader(scan),
};

/** The head of a table whose first line has its first character at `at`, and where its rows begin. */
function headAt(text: string, at: number): { readonly layout: Layout; readonly next: number } | null {
  const start = lineStart(text, at);
  const sight = text.slice(start, start + SIGHT);
  // Most lines have no rule below them.
  if (!/[-─━═]{2}/.test(sight.slice(0, 2000))) return null;
  const lines = sight.split('\n', HEAD + 1);
  // The last may be cut.
  if (sight.length === SIGHT && lines.length <= HEAD) lines.pop();
  const found = layoutOf(lines.map((line) => line.replace(/\r$/, '')));
  if (!found) return null;
  let next = start;
  for (const line of lines.slice(0, found.head)) next += line.length + 1;
  return { layout: found.layout, next: Math.min(next, text.length) };
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start;
}

class TextTableReader implements StretchReader {
  readonly format = TEXT_TABLE;
  private at = 0;
  private layout: Layout | null = null;
  private head = '\n';
  private source: SourceText | null = null;

  constructor(private readonly scan: TextScan) {}

  get position(): number {
    return this.at;
  }

  get prelude(): string {
    return this.head;
  }

  moveTo(at: number, prelude?: string): void {
    const { text } = this.scan;
    const found = headAt(prelude ?? text, prelude === undefined ? at : 0);
    this.layout = found?.layout ?? null;
    this.at = prelude === undefined ? (found?.next ?? at) : at;
    this.head = prelude ?? text.slice(lineStart(text, at), this.at);
    const { layout } = this;
    if (layout) this.source = { text, syntax: openedSpanSyntax(TEXT_TABLE, (row) => spansOf(row, layout)) };
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    while (this.layout && this.at < text.length) {
      const start = this.at;
      const feed = text.indexOf('\n', start);
      let end = feed < 0 ? text.length : feed;
      const next = feed < 0 ? text.length : feed + 1;
      while (end > start && /[ \t\r]/.test(text[end - 1]!)) end--;
      const line = text.slice(start, end);
      if (isDrawn(line) && line !== '') {
        this.at = next;
        continue;
      }
      if (line.trim() === '') return null;
      const first = start + line.length - line.trimStart().length;
      if (this.endsAt(first, line)) return null;
      this.at = next;
      return this.row(start, end, line);
    }
    return null;
  }

  /** True where another table begins, or a line that is no row. A row may look like a line of a log: it begins with a time. */
  private endsAt(at: number, line: string): boolean {
    const { scan, layout } = this;
    if (headAt(scan.text, at)) return true;
    const isRow = layout!.starts ? !/^\s*(?:[{[<]|type=)/.test(line) : cellsOf(line, layout!) !== null;
    return !isRow && scan.beginsOther(at, TEXT_TABLE);
  }

  /** `Format-Table` ends a text with dots where there is no room for more of it. */
  private tellCut(start: number, line: string, cells: readonly Cell[]): void {
    const { starts, names } = this.layout!;
    if (!starts) return;
    const cut = cells.findIndex(({ end }) => /(?:…|\w\.\.\.)$/.test(line.slice(0, end)));
    if (cut < 0) return;
    const { end } = cells[cut]!;
    const at = range(start + end - (line[end - 1] === '…' ? 1 : 3), start + end);
    const message = say`Line ${this.scan.lines.lineOf(start)}: \`${names[cut]!}\` is cut here, so that what stood behind is lost. Write the events with \`Format-List\` or \`ConvertTo-Json\` instead.`;
    this.scan.tell({ code: 'table-cut', severity: 'warning', range: at, message });
  }

  private row(start: number, end: number, line: string): EventSlice {
    const { scan } = this;
    const cells = cellsOf(line, this.layout!);
    const index = scan.count++;
    if (cells) {
      this.tellCut(start, line, cells);
      const root = opened(objectOf(spansIn(line, this.layout!, cells)));
      return new ParsedEvent(index, start, end, this.source!, root);
    }
    const at = range(start, Math.max(end, start + 1));
    const message = prose('this row has not as many cells as the header above the rule has names.');
    return { range: at, code: 'table-fewer-cells', at, line: scan.lines.lineOf(start), message };
  }
}

/** The names that Windows has for columns of the view in which PowerShell shows events. */
const OF_EVENTS = new Map([
  ['Id', 'EventID'],
  ['ProviderName', 'Provider_Name'],
]);

/** The values of a row; none where it has other columns than the header. */
function spansOf(line: string, layout: Layout): readonly FieldSpan[] {
  const cells = cellsOf(line, layout);
  return cells ? spansIn(line, layout, cells) : [];
}

function spansIn(line: string, { names, above }: Layout, cells: readonly Cell[]): FieldSpan[] {
  const isView = names.includes('TimeCreated') && names.includes('Id');
  const called = (name: string) => (isView && OF_EVENTS.get(name)) || name;
  const spans = cells.flatMap(({ start, end }, i): FieldSpan[] => {
    if (start === end) return [];
    return [{ name: called(names[i]!), value: line.slice(start, end), key: null, at: range(start, end) }];
  });
  const all = range(0, line.length);
  for (const [name, value] of above)
    spans.push({ name: called(name), value, key: null, at: all, concluded: true });
  return spans;
}
