import { count, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import { flat } from '../../shapes/flat';
import { NO_NAMES, type Shape } from '../../shapes/shape';
import { show } from '../fault';
import type { StretchReader, TextFormat, TextScan } from '../format';
import { objectOf, spanSyntax } from '../span-syntax';
import { type Header, readHeader } from './header';
import { cellsOf, rowSpans } from './spans';

const DIRECTIVES = 'log with # header';

/** Logs of IIS and others in the W3C format, and Zeek's logs that are not JSON. */
export const directivesFormat: TextFormat = {
  name: DIRECTIVES,
  recognise: (text, at) => {
    const found = readHeader(text, at);
    if (!found) return null;
    const { kind, columns } = found.header;
    return kind === 'W3C log'
      ? say`its header is that of a W3C log: \`#Fields:\` names ${count(columns.length, 'column')}`
      : say`its header is that of a Zeek log: \`#fields\` names ${count(columns.length, 'column')}`;
  },
  reader: (scan) => new DirectivesReader(scan),
};

/** Other rules' names for the columns of a W3C log. */
const ALIASES = new Map<string, readonly string[]>([
  ['c-useragent', ['cs-user-agent']],
  ['cs(User-Agent)', ['cs-user-agent']],
  ['cs-referrer', ['cs-referer']],
  ['cs(Referer)', ['cs-referer']],
  ['cs(Cookie)', ['cs-cookie']],
]);

function sourceOf(text: string, header: Header): SourceText {
  const shape: Shape =
    header.kind === 'W3C log'
      ? { ...flat, name: header.kind, aliases: (field) => ALIASES.get(field) ?? NO_NAMES }
      : { ...flat, name: header.kind };
  return { text, syntax: spanSyntax(header.kind, (row) => rowSpans(row, header), shape) };
}

const NO_HEADER: Header = { kind: 'W3C log', columns: [], delimiter: ' ', unset: [], lists: [], path: null };

/** Reads rows below a header. Another header may come in the middle: a server writes one each time it starts. */
class DirectivesReader implements StretchReader {
  private readonly text: string;
  private header = NO_HEADER;
  private headerText = '';
  private source: SourceText;
  private kinds = new Set<string>();
  private at = 0;
  /** The event of a row that is reported for more or fewer cells; it comes after the report. */
  private pending: EventSlice | null = null;
  private gavePending = false;

  constructor(private readonly scan: TextScan) {
    this.text = scan.text;
    this.source = sourceOf(scan.text, NO_HEADER);
  }

  get position(): number {
    return this.at;
  }

  get format(): string {
    return this.kinds.size === 0 ? DIRECTIVES : [...this.kinds].join(' and ');
  }

  /** The header that applies to the last event; null if a report and its row must not be separated. */
  get prelude(): string | null {
    return this.gavePending ? null : this.headerText;
  }

  /** With `prelude`, a header, rows continue at `at`. */
  moveTo(at: number, prelude?: string): void {
    this.at = at;
    this.take(prelude ?? this.text, prelude === undefined ? at : 0);
    if (prelude !== undefined) this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this;
    this.gavePending = this.pending !== null;
    if (this.pending) {
      const slice = this.pending;
      this.pending = null;
      return slice;
    }
    while (this.at < text.length) {
      const start = this.at;
      if (text.charCodeAt(start) === 0x23) {
        if (this.take(text, start)) continue;
        this.at = this.lineEnd(start);
        continue;
      }
      const next = this.lineEnd(start);
      let end = next;
      while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      if (end === start || text.slice(start, end).trim() === '') {
        this.at = next;
        continue;
      }
      const count = cellsOf(text.slice(start, end), this.header).length;
      if (count !== this.header.columns.length && this.scan.beginsOther(start, DIRECTIVES)) return null;
      this.at = next;
      return count === this.header.columns.length ? this.event(start, end) : this.told(start, end, count);
    }
    return null;
  }

  /** Takes a header that begins at `at` of `text`. `#Date:` alone or `#close` says nothing about the rows. */
  private take(text: string, at: number): boolean {
    const found = readHeader(text, at);
    if (!found) return false;
    this.header = found.header;
    this.headerText = text.slice(at, found.next);
    this.source = sourceOf(this.text, found.header);
    this.kinds.add(found.header.kind);
    this.at = found.next;
    return true;
  }

  private lineEnd(at: number): number {
    const feed = this.text.indexOf('\n', at);
    return feed < 0 ? this.text.length : feed + 1;
  }

  private event(start: number, end: number): EventSlice {
    const root = objectOf(rowSpans(this.text.slice(start, end), this.header));
    return new ParsedEvent(this.scan.count++, start, end, this.source, root);
  }

  /** The problem is at the line break before the row, so that the row is an event of its own. */
  private told(start: number, end: number, count: number): EventSlice {
    const { scan, header } = this;
    scan.count++;
    this.pending = this.event(start, end);
    const cells = count === 1 ? '1 cell' : `${count} cells`;
    const what = say`\`${show(this.text.slice(start, end))}\``;
    return {
      range: range(start - 1, start),
      code: count > header.columns.length ? 'table-more-cells' : 'table-fewer-cells',
      at: range(start, end),
      line: scan.lines.lineOf(start),
      message: say`this row has ${cells}, but the header names ${header.columns.length}: ${what}.`,
    };
  }
}
