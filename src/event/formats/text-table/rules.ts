/*
 * The lines that draw a table: each is trimmed first, and looked at once from left to right, however long it is.
 */

const CROSSING = /[|+┼┿╪╋╬]/;
const LEFT = /^[|+├┝╞┣╠]/;
const RIGHT = /[|+┤┥╡┫╣]$/;
const OF_BAR_RULE = /^[-─━═=:|+├┝╞┣╠┼┿╪╋╬┤┥╡┫╣\s]+$/;
/** What draws the table, or counts its rows, and says nothing itself. */
const BORDER = /^[+┌╭┏╔└╰┗╚├╞┣╠][-─━═=+┬┴┼┳┻╋╪╦╩╤╧]*[+┐╮┓╗┘╯┛╝┤╡┫╣]?$/;
const COUNT = /^(?:\(\d+ rows?\)|\d+ rows?(?: in set.*|\s.*columns?)?)$/;
const COUNT_BELOW_DASHES = /^\(\d+ rows?(?: affected)?\)$/;
const OF_DASH_RULE = /^[- ]+$/;

/** True for a line that only draws a table with bars. */
export function drawsBars(line: string): boolean {
  const own = line.trim();
  if (BORDER.test(own) || columnsOfRule(own) > 0) return true;
  const inside = own.replace(/^[│|]/, '').replace(/[│|]$/, '').trim();
  return COUNT.test(inside);
}

/** True for a line that only counts the rows of a table with dashes below its names. */
export function countsRows(line: string): boolean {
  return COUNT_BELOW_DASHES.test(line.trim());
}

/** True for a line above the header of a table with bars. */
export function isBorder(line: string): boolean {
  return BORDER.test(line.trim());
}

/** How many columns a rule with bars or crossings between its dashes has; 0 where it is none. */
export function columnsOfRule(line: string): number {
  const own = line.trim();
  if (!OF_BAR_RULE.test(own)) return 0;
  const pieces = own.replace(LEFT, '').replace(RIGHT, '').split(CROSSING);
  return pieces.every((piece) => /^:?[-─━═=]+:?$/.test(piece.trim())) ? pieces.length : 0;
}

/** Where dashes stand that are a rule below names; null where the line is none. */
export function dashesIn(line: string): readonly { readonly start: number; readonly end: number }[] | null {
  if (!line.includes('--') || !OF_DASH_RULE.test(line.trim())) return null;
  return [...line.matchAll(/-+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}
