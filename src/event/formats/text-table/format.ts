import { prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import { SIGHT, type StretchReader, type TextFormat, type TextScan } from '../format';
import { opened } from '../opened/opened';
import { openedSpanSyntax } from '../opened/opened-spans';
import { type FieldSpan, objectOf } from '../span-syntax';
import { type Layout, layoutOf, stretches } from './layout';
import { countsRows, dashesIn, drawsBars, isBorder } from './rules';
import { goesOn, valuesOf, type WrappedValue } from './wrapped';

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
    if (this.layout?.bars && this.layout.isBordered) {
      const isSeparated =
        prelude === undefined ? this.isSeparated(this.layout) : prelude.slice(found!.next).trim() !== '';
      this.layout = { ...this.layout, isSeparated };
      // A second rule says so to a reader that goes on.
      if (isSeparated && prelude === undefined) {
        const lines = this.head.trimEnd();
        this.head += `${lines.slice(lines.lastIndexOf('\n') + 1)}\n`;
      }
    }
    const { layout } = this;
    if (layout) this.source = { text, syntax: openedSpanSyntax(TEXT_TABLE, (row) => spansOf(row, layout)) };
  }

  /** True if behind the first rule below rows there are more rows. */
  private isSeparated(layout: Layout): boolean {
    for (let { at } = this; at < this.scan.text.length; ) {
      const { line, next } = this.lineAt(at);
      if (line.trim() === '') return false;
      at = next;
      if (!drawsBars(line)) continue;
      const below = this.lineAt(next).line;
      return !drawsBars(below) && stretches(below, layout)?.length === layout.names.length;
    }
    return false;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    while (this.layout && this.at < text.length) {
      const start = this.at;
      const { line, end, next } = this.lineAt(start);
      if (line.trim() === '') return null;
      if (this.layout.runs ? countsRows(line) : drawsBars(line)) {
        this.at = next;
        // Behind the last rule of a table that has one below each row the first of another may stand.
        if (this.layout.isSeparated && isBorder(this.lineAt(next).line)) return null;
        continue;
      }
      const first = start + line.length - line.trimStart().length;
      if (this.endsAt(first, line, next)) return null;
      this.at = next;
      return this.row(start, this.layout.bars ? this.endOfRow(line, end) : end);
    }
    return null;
  }

  /** The line at `at` without blanks at its end, where that is, and where the next line begins. */
  private lineAt(at: number): { readonly line: string; readonly end: number; readonly next: number } {
    const { text } = this.scan;
    const feed = text.indexOf('\n', at);
    const line = text.slice(at, feed < 0 ? text.length : feed).trimEnd();
    return { line, end: at + line.length, next: feed < 0 ? text.length : feed + 1 };
  }

  /** Where the row ends whose first line ends at `end`: its cells may go on in the next lines. */
  private endOfRow(first: string, end: number): number {
    const layout = this.layout!;
    let [line, last] = [first, end];
    while (this.at < this.scan.text.length) {
      const below = this.lineAt(this.at);
      if (!goesOn(line, below.line, layout)) break;
      this.at = below.next;
      [line, last] = [below.line, below.end];
    }
    return last;
  }

  /** True where another table begins, or a line that is no row. A row may look like a line of a log: it begins with a time. */
  private endsAt(at: number, line: string, next: number): boolean {
    const { scan } = this;
    const layout = this.layout!;
    // Between rules a row looks like names.
    if (!layout.isSeparated && headAt(scan.text, at)) return true;
    // Names above a rule of their own are no row, whatever they are.
    if (layout.runs && dashesIn(this.lineAt(next).line)) return true;
    if (valuesOf(line, layout))
      return layout.runs !== null && /^\s*(?:[{[<]|type=)/.test(line) && this.isOther(at);
    return this.isOther(at);
  }

  private isOther(at: number): boolean {
    return this.scan.beginsOther(at, TEXT_TABLE);
  }

  /** `Format-Table` ends a text with dots where there is no room for more of it. */
  private tellCut(start: number, values: readonly (WrappedValue | null)[]): void {
    const { runs, names } = this.layout!;
    if (!runs) return;
    const cut = values.findIndex((found) => found && /(?:…|\w\.\.\.)$/.test(found.value));
    if (cut < 0) return;
    const { value, at: cell } = values[cut]!;
    const at = range(start + cell.end - (value.endsWith('…') ? 1 : 3), start + cell.end);
    const message = say`Line ${this.scan.lines.lineOf(start)}: \`${names[cut]!}\` is cut here, so that what stood behind is lost. Write the events with \`Format-List\` or \`ConvertTo-Json\` instead.`;
    this.scan.tell({ code: 'table-cut', severity: 'warning', range: at, message });
  }

  private row(start: number, end: number): EventSlice {
    const { scan } = this;
    const layout = this.layout!;
    const found = valuesOf(scan.text.slice(start, end), layout);
    // In PowerShell's view of events each has a time: without one a line goes on with a text above that was wrapped.
    const values = layout.runs && isView(layout) && !found?.[0] ? null : found;
    const index = scan.count++;
    if (values) {
      this.tellCut(start, values);
      const root = opened(objectOf(spansIn(end - start, layout, values)));
      return new ParsedEvent(index, start, end, this.source!, root);
    }
    const at = range(start, Math.max(end, start + 1));
    const line = scan.lines.lineOf(start);
    if (layout.bars) {
      const message = prose('this row has not as many cells as the header above the rule has names.');
      return { range: at, code: 'table-fewer-cells', at, line, message };
    }
    const message = prose(
      'this row does not fit the dashes below the header, so that it is unknown where its cells end.',
    );
    return { range: at, code: 'table-not-below', at, line, message };
  }
}

/** The names that Windows has for columns of the view in which PowerShell shows events. */
const OF_EVENTS = new Map([
  ['Id', 'EventID'],
  ['ProviderName', 'Provider_Name'],
]);

/** True for the columns in which PowerShell shows events. */
function isView({ names }: Pick<Layout, 'names'>): boolean {
  return names[0] === 'TimeCreated' && names.includes('Id');
}

/** The values of a row; none where it has other columns than the header. */
function spansOf(row: string, layout: Layout): readonly FieldSpan[] {
  const values = valuesOf(row, layout);
  return values ? spansIn(row.length, layout, values) : [];
}

function spansIn(
  length: number,
  { names, above }: Layout,
  values: readonly (WrappedValue | null)[],
): FieldSpan[] {
  const isOfEvents = isView({ names });
  const called = (name: string) => (isOfEvents && OF_EVENTS.get(name)) || name;
  const spans = values.flatMap((found, i): FieldSpan[] => {
    if (!found) return [];
    const { value, at, pieces } = found;
    return [
      { name: called(names[i]!), value, key: null, at: range(at.start, at.end), ...(pieces && { pieces }) },
    ];
  });
  const all = range(0, length);
  for (const [name, value] of above)
    spans.push({ name: called(name), value, key: null, at: all, concluded: true });
  return spans;
}
