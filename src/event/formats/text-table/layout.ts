/*
 * How a table is drawn as text: a header, a rule below it, and rows whose cells stand between bars (`psql`, `mysql`, DuckDB,
 * SQLite, Markdown) or below the dashes of the rule (`Format-Table`, `az -o table`).
 */

/** Where the columns of a table are. */
export interface Layout {
  readonly names: readonly string[];
  /** Where bars stand between columns in a line, if each line has them there. */
  readonly bars: readonly number[] | null;
  /** Where the dashes of each column begin; null for a table with bars. */
  readonly starts: readonly number[] | null;
  /** What stands above the table for all of its rows, as `Get-WinEvent` says the provider. */
  readonly above: readonly (readonly [name: string, value: string])[];
}

/** A cell within its line, trimmed. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

const BAR = /[|│┃║]/;
const BARS = /[|│┃║]/g;
/** A rule with bars or crossings between its dashes. */
const BAR_RULE = /^\s*[|+├┝╞┣╠]?\s*:?[-─━═]+:?\s*(?:[|+┼┿╪╋╬]\s*:?[-─━═]+:?\s*)*[|+┤┥╡┫╣]?\s*$/;
const DASH_RULE = /^\s*-+(?: +-+)*\s*$/;
/** What draws the table, or counts its rows, and says nothing itself. */
const BORDER = /^\s*[+┌╭┏╔└╰┗╚├╞┣╠][-─━═+┬┴┼┳┻╋╪╦╩╤╧]*[+┐╮┓╗┘╯┛╝┤╡┫╣]?\s*$/;
const COUNT = /^\s*(?:\(\d+ rows?\)|[│|]?\s*\d+ rows?(?: in set.*|\s.*columns?\s*[│|]|\s*[│|])?)\s*$/;
/** The line above a group of rows. */
const ABOVE = /^\s*(ProviderName|LogName|MachineName): (\S{1,200})\s*$/;
const MOST_COLUMNS = 200;

/** True for a line that only draws the table. */
export function isDrawn(line: string): boolean {
  return BORDER.test(line) || COUNT.test(line) || BAR_RULE.test(line);
}

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
  if (BORDER.test(lines[at] ?? '')) at++;
  const header = lines[at];
  if (header === undefined || header.trim() === '' || isDrawn(header)) return null;
  let rule = at + 1;
  // DuckDB has the types of the columns below their names.
  if (BAR.test(header) && /^[│]/.test(lines[rule] ?? '')) rule++;
  const drawn = lines[rule];
  if (drawn === undefined) return null;
  const layout = BAR.test(header) ? barred(header, drawn) : dashed(header, drawn);
  if (!layout || layout.names.length > MOST_COLUMNS) return null;
  return { layout: { ...layout, above }, head: rule + 1 };
}

function barred(header: string, rule: string): Layout | null {
  if (!BAR_RULE.test(rule)) return null;
  const names = split(header).map(({ start, end }) => header.slice(start, end));
  const crossings = rule.trim().split(/[|+┼┿╪╋╬]/).length - (/^\s*[|+]/.test(rule) ? 2 : 0);
  if (names.length < 2 || crossings !== names.length || !areNames(names)) return null;
  const bars = [...header.matchAll(BARS)].map(({ index }) => index);
  return { names, bars, starts: null, above: [] };
}

function dashed(header: string, rule: string): Layout | null {
  if (!DASH_RULE.test(rule)) return null;
  const runs = [...rule.matchAll(/-+/g)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
  if (runs.length < 2) return null;
  const starts = runs.map(({ start }) => start);
  const names = below(header, starts).map(({ start, end }) => header.slice(start, end));
  return areNames(names) ? { names, bars: null, starts, above: [] } : null;
}

function areNames(names: readonly string[]): boolean {
  return new Set(names).size === names.length && names.every((name) => /^[\p{L}_@#%$].{0,80}$/u.test(name));
}

/** The cells of a line; null where they are not as many as there are columns. */
export function cellsOf(line: string, { names, bars, starts }: Layout): readonly Cell[] | null {
  if (starts) return below(line, starts);
  // A bar may stand in a value: those of the table stand below one another.
  const isAligned = bars!.every((at) => BAR.test(line[at] ?? ''));
  const cells = isAligned ? between(line, bars!) : split(line);
  return cells.length === names.length ? cells : null;
}

/** Cells between bars, wherever they stand; a bar behind a backslash belongs to a value. */
function split(line: string): Cell[] {
  return between(
    line,
    [...line.matchAll(BARS)].map(({ index }) => index).filter((at) => line[at - 1] !== '\\'),
  );
}

function between(line: string, bars: readonly number[]): Cell[] {
  const isFramed = BAR.test(line.trim()[0] ?? '');
  const cuts = isFramed ? bars : [-1, ...bars, line.length];
  return cuts.slice(1).map((end, i) => trimmed(line, cuts[i]! + 1, end));
}

/** Cells below dashes. A number that stands to the right begins before its dashes. */
function below(line: string, starts: readonly number[]): Cell[] {
  const cuts = starts.map((start, i) => {
    let at = Math.min(start, line.length);
    const least = i === 0 ? 0 : starts[i - 1]! + 1;
    while (at > least && at < line.length && line[at - 1] !== ' ') at--;
    return i === 0 ? 0 : at;
  });
  return cuts.map((start, i) => trimmed(line, start, cuts[i + 1] ?? line.length));
}

function trimmed(line: string, from: number, to: number): Cell {
  let [start, end] = [Math.min(from, line.length), Math.min(to, line.length)];
  while (start < end && line[start]!.trim() === '') start++;
  while (end > start && line[end - 1]!.trim() === '') end--;
  return { start, end };
}
