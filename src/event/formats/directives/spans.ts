import { range } from '../../../text';
import type { FieldSpan } from '../span-syntax';
import type { Header } from './header';

/** The cells of a row, each from where to where. */
export function cellsOf(row: string, { delimiter }: Header): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  for (let start = 0; start <= row.length; ) {
    // Exchange quotes values that contain the separator.
    const close = delimiter === ' ' && row[start] === '"' ? closing(row, start) : -1;
    if (close > 0) {
      cells.push({ start: start + 1, end: close });
      start = close + 2;
      continue;
    }
    const next = row.indexOf(delimiter, start);
    const end = next < 0 ? row.length : next;
    cells.push({ start, end });
    start = end + delimiter.length;
  }
  return cells;
}

function closing(row: string, open: number): number {
  const quote = row.indexOf('"', open + 1);
  return quote > 0 && (quote + 1 === row.length || row[quote + 1] === ' ') ? quote : -1;
}

/** The values of a row below a header. */
export function rowSpans(row: string, header: Header): FieldSpan[] {
  const spans: FieldSpan[] = [];
  const whole = range(0, row.length);
  // Where Zeek writes JSON, it repeats this in each event.
  if (header.path)
    spans.push({ name: '_path', value: header.path.name, key: null, at: whole, concluded: true });
  const cells = cellsOf(row, header);
  for (const [i, { start, end }] of cells.entries()) {
    const name = header.columns[i];
    if (name === undefined) break;
    const value = row.slice(start, end);
    if (header.unset.includes(value)) continue;
    const separator = header.lists[i];
    if (separator === undefined) spans.push({ name, value, key: null, at: range(start, end) });
    else spans.push(...membersOf(name, value, start, separator));
  }
  if (header.kind === 'W3C log') spans.push(...timeSpan(spans));
  return spans;
}

/** Several values in one cell. */
function membersOf(name: string, cell: string, from: number, separator: string): FieldSpan[] {
  let start = from;
  return cell.split(separator).map((value): FieldSpan => {
    const at = range(start, start + value.length);
    start = at.end + separator.length;
    return { name, value, key: null, at };
  });
}

/** Date and time are in two columns; the time is UTC. */
function timeSpan(spans: readonly FieldSpan[]): FieldSpan[] {
  const date = spans.find(({ name }) => name === 'date');
  const time = spans.find(({ name }) => name === 'time');
  if (!date || !time || !/^\d{4}-\d{2}-\d{2}$/.test(String(date.value))) return [];
  const at = range(Math.min(date.at.start, time.at.start), Math.max(date.at.end, time.at.end));
  return [{ name: 'datetime', value: `${date.value}T${time.value}Z`, key: null, at, concluded: true }];
}
