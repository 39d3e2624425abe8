import { code, joinWords, prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import { show } from '../fault';
import type { StretchReader, TextFormat, TextScan } from '../format';
import { type Column, columnsOf } from './columns';
import { headerEvidence, headerNames, headerStart } from './header';
import { lineEnd, type Row, readRow } from './row';
import { rowObject, tableSyntax } from './table-syntax';

function table(name: string, delimiter: string, called: string): TextFormat {
  const unit = delimiter.charCodeAt(0);
  return {
    name,
    recognise: (text, at) => headerEvidence(text, at, unit, called),
    reader: (scan) => new TableReader(scan, name, unit),
  };
}

/** Tables with a header line. */
export const csvFormat = table('CSV', ',', 'comma-separated');
export const tsvFormat = table('TSV', '\t', 'tab-separated');
export const semicolonFormat = table('CSV with semicolons', ';', 'semicolon-separated');
export const barFormat = table('CSV with bars', '|', 'bar-separated');

/** Reads a table row by row. Another header, or a line of another format that is not a row, ends it. */
class TableReader implements StretchReader {
  private at = 0;
  private columns: readonly Column[] = [];
  private header = '';
  private asPrelude = '\n';
  private source: SourceText;
  /** The event of a row that is reported for more or fewer cells; it comes after the report. */
  private pending: EventSlice | null = null;
  private gavePending = false;

  constructor(
    private readonly scan: TextScan,
    readonly format: string,
    private readonly delimiter: number,
  ) {
    this.source = { text: scan.text, syntax: tableSyntax(format, [], delimiter) };
  }

  get position(): number {
    return this.at;
  }

  /** A report and its row must not be separated. */
  get prelude(): string | null {
    return this.gavePending ? null : this.asPrelude;
  }

  moveTo(at: number, prelude?: string): void {
    const { text } = this.scan;
    const head = prelude ?? text;
    const from = prelude === undefined ? headerStart(text, at) : 0;
    const row = readRow(head, from, this.delimiter);
    this.columns = columnsOf(headerNames(head, row.cells));
    this.header = head.slice(from, row.end);
    this.asPrelude = `${this.header}\n`;
    this.source = { text, syntax: tableSyntax(this.format, this.columns, this.delimiter) };
    this.at = prelude === undefined ? row.next : at;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    this.gavePending = this.pending !== null;
    if (this.pending) {
      const slice = this.pending;
      this.pending = null;
      return slice;
    }
    while (this.at < text.length) {
      // A second table may have been put behind the first with its byte order mark.
      const start = text.charCodeAt(this.at) === 0xfeff ? this.at + 1 : this.at;
      const row = readRow(text, start, this.delimiter);
      if (isBlank(row) || (row.end - start === this.header.length && text.startsWith(this.header, start))) {
        this.at = row.next;
        continue;
      }
      const fits = row.fault === null && row.cells.length === this.columns.length;
      // Its own header ends it too: tables may follow one another.
      if (!fits && this.scan.beginsOther(start, '')) return null;
      this.at = row.next;
      if (row.fault) return this.malformed(start, row, row.fault);
      return fits || !this.wrongCount(row) ? this.event(start, row) : this.told(start, row);
    }
    return null;
  }

  private event(start: number, row: Row): EventSlice {
    const root = rowObject(this.scan.text, row.cells, this.columns);
    return new ParsedEvent(this.scan.count++, start, row.end, this.source, root);
  }

  /** A delimiter at the end of each row is only a habit. */
  private wrongCount({ cells }: Row): boolean {
    const more = cells.slice(this.columns.length);
    return more.length === 0 || more.some((cell) => cell.end > cell.start);
  }

  /** The problem is at the line break before the row, so that the row is an event of its own. */
  private told(start: number, row: Row): EventSlice {
    const { columns, scan } = this;
    const had = row.cells.length;
    const first = row.cells[columns.length];
    const from = first ? first.start - (first.quoted ? 1 : 0) : start;
    const lacking = joinWords(
      columns.slice(had, had + 3).map(({ name }) => code(show(name))),
      ', ',
    );
    const rest =
      had > columns.length
        ? prose('the extra cells are left out. Put quotes around a value that contains the separator')
        : say`${lacking}${columns.length - had > 3 ? ', …' : ''} ${columns.length - had > 1 ? 'are' : 'is'} missing`;
    const line = scan.lines.lineOf(start);
    const message = say`this row has ${cellCount(had)}, but the header has ${columns.length}: ${rest}.`;
    scan.count++;
    this.pending = this.event(start, row);
    return {
      range: range(start - 1, start),
      code: had > columns.length ? 'table-more-cells' : 'table-fewer-cells',
      at: range(from, row.end),
      line,
      message,
    };
  }

  private malformed(
    start: number,
    row: Row,
    fault: { readonly at: number; readonly open: boolean },
  ): EventSlice {
    const { scan } = this;
    const { text, lines } = scan;
    scan.count++;
    // A quote that closes too early may do so in a later line; the row is abandoned at its first line.
    const line = lines.lineOf(start);
    const end = Math.max(row.end, start + 1);
    const far = fault.at >= end;
    const at = far
      ? range(start, end)
      : range(fault.at, Math.max(fault.at + 1, Math.min(lineEnd(text, fault.at), end)));
    const message = fault.open
      ? prose('a quote opens here and never closes. Close it, or double it if it belongs to the value.')
      : far
        ? prose(
            'a quote opens in this line, and text follows the next quote that could close it. Close it, or double it if it belongs to the value.',
          )
        : say`\`${show(text.slice(at.start, at.end))}\` follows the closing quote of the cell. Double a quote that belongs to the value.`;
    return { range: range(start, end), code: 'table-quote', at, line, message };
  }
}

function isBlank({ cells, fault }: Row): boolean {
  return fault === null && cells.every((cell) => cell.end === cell.start && !cell.quoted);
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
