import { EVENTS } from '../../../limits';
import { type Cell, cellsBelow, type Run, trimmed } from './below';
import { columnsOfRule, dashesIn, drawsBars, isBorder } from './rules';
import { rulerOf } from './widths';

/*
 * How a table is drawn as text: a header, a rule below it, and rows whose cells stand between bars (`psql`, `mysql`, DuckDB,
 * SQLite, Markdown) or below the dashes of the rule (`Format-Table`, `az -o table`).
 */

/** Where the columns of a table are. All places are columns of the screen. */
export interface Layout {
  readonly names: readonly string[];
  /** Where bars stand, if each line has them there; null for a table with dashes. */
  readonly bars: readonly number[] | null;
  /** Where the dashes of each column stand; null for a table with bars. */
  readonly runs: readonly Run[] | null;
  /** True if a bar stands before the first column and behind the last. */
  readonly isFramed: boolean;
  /** True if the dashes are as wide as their columns, and not only as the names. */
  readonly isFull: boolean;
  /** True if a rule stands above the header. */
  readonly isBordered: boolean;
  /** True if a rule stands below each row, so that all lines between two rules are one row. */
  readonly isSeparated: boolean;
  /** Where the rule ends. */
  readonly end: number;
  /** What stands above the table for all of its rows, as `Get-WinEvent` says the provider. */
  readonly above: readonly (readonly [name: string, value: string])[];
}

const BAR = /[|│┃║]/;
const BARS = /[|│┃║]/g;
/** The line above a group of rows. */
const ABOVE = /^\s*(ProviderName|LogName|MachineName): (\S{1,200})\s*$/;

/** The table that begins with the first of these lines, and how many of them its head is; null where none begins. */
export function layoutOf(
  lines: readonly string[],
): { readonly layout: Layout; readonly head: number } | null {
  let at = 0;
  const above: [string, string][] = [];
  const group = ABOVE.exec(lines[0] ?? '');
  if (group && lines[1]?.trim() === '') {
    above.push([group[1]!, group[2]!]);
    at = 2;
  }
  const isBordered = isBorder(lines[at] ?? '');
  if (isBordered) at++;
  const header = lines[at];
  if (header === undefined || header.trim() === '' || drawsBars(header) || dashesIn(header)) return null;
  let rule = at + 1;
  // DuckDB has the types of the columns below their names.
  if (BAR.test(header) && /^[│]/.test(lines[rule] ?? '')) rule++;
  const drawn = lines[rule];
  if (drawn === undefined) return null;
  const layout = BAR.test(header) ? barred(header, drawn) : dashed(header, drawn);
  if (!layout || layout.names.length > EVENTS.drawnColumns.value) return null;
  return { layout: { ...layout, isBordered, above }, head: rule + 1 };
}

function barred(header: string, rule: string): Layout | null {
  const columns = columnsOfRule(rule);
  if (columns < 2) return null;
  const names = split(header).map(({ start, end }) => header.slice(start, end));
  if (names.length !== columns || !areNames(names)) return null;
  const ruler = rulerOf(header);
  const bars = [...header.matchAll(BARS)].map(({ index }) => ruler.columnOf(index));
  const end = rule.trimEnd().length;
  return {
    names,
    bars,
    runs: null,
    isFramed: isFramed(header),
    isFull: true,
    isBordered: false,
    isSeparated: false,
    end,
    above: [],
  };
}

function dashed(header: string, rule: string): Layout | null {
  const runs = dashesIn(rule);
  if (!runs || runs.length < 2) return null;
  const names = cellsBelow(header, runs, true)?.map(({ start, end }) => header.slice(start, end));
  if (!names || !areNames(names)) return null;
  const isFull = names.some((name, i) => runs[i]!.end - runs[i]!.start > rulerOf(name).columnOf(name.length));
  return {
    names,
    bars: null,
    runs,
    isFramed: false,
    isFull,
    isBordered: false,
    isSeparated: false,
    end: rule.trimEnd().length,
    above: [],
  };
}

function areNames(names: readonly string[]): boolean {
  return new Set(names).size === names.length && names.every((name) => /^[\p{L}_@#%$].{0,80}$/u.test(name));
}

/** The cells of a line; null where it does not fit the columns. */
export function cellsOf(line: string, layout: Layout): readonly Cell[] | null {
  const { names, runs } = layout;
  if (runs) return cellsBelow(line, runs, layout.isFull);
  // A bar may stand in a value: those of the table stand below one another.
  const cells = alignedCells(line, layout) ?? split(line);
  return cells.length === names.length ? cells : null;
}

/** The cells of a line whose bars stand where the header's do, untrimmed; null where they do not. */
export function stretches(line: string, { bars, isFramed }: Layout): readonly Cell[] | null {
  const ruler = rulerOf(line);
  const places = bars!.map((column) => ruler.offsetOf(column));
  const areThere = places.every((at, i) => BAR.test(line[at] ?? '') && ruler.columnOf(at) === bars![i]);
  return areThere ? between(isFramed ? places : [-1, ...places, line.length]) : null;
}

function alignedCells(line: string, layout: Layout): Cell[] | undefined {
  return stretches(line, layout)?.map(({ start, end }) => trimmed(line, start, end));
}

/** Cells between bars, wherever they stand; a bar behind a backslash belongs to a value. */
function split(line: string): Cell[] {
  const bars = [...line.matchAll(BARS)].map(({ index }) => index).filter((at) => line[at - 1] !== '\\');
  const cells = between(isFramed(line) ? bars : [-1, ...bars, line.length]);
  return cells.map(({ start, end }) => trimmed(line, start, end));
}

function between(cuts: readonly number[]): Cell[] {
  return cuts.slice(1).map((end, i) => ({ start: cuts[i]! + 1, end }));
}

function isFramed(line: string): boolean {
  return BAR.test(line.trimStart()[0] ?? '');
}
