/**
 * A line of CSV (RFC 4180) without its line break. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, which spreadsheets hide. Rows are also pasted, or opened with other separators: cells are then parted at
 * tabs, line breaks and semicolons whatever the quotes, so the same holds behind each of these.
 */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

/** Rows as CSV, each as `csvLine` writes it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${csvLine(cells)}\r\n`).join('');
}

/** What begins a formula, also in the wide and small forms that some spreadsheets accept. */
const SIGN = '[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]';
/** What a spreadsheet may drop before it: blanks of all kinds, control characters, what nobody sees, quotes. */
const DROPPED = '["\\0-\\x08\\v\\f\\x0e-\\x20\\x7f-\\x9f\\p{Z}\\p{Cf}]*';
/** What begins a formula where a cell begins. */
const FIRST = new RegExp(`^(?:[\\t\\r\\n]|${DROPPED}${SIGN})`, 'u');
/** The same where a cell may begin inside a text. */
const INNER = new RegExp(`[\\t\\r\\n;](?=${DROPPED}${SIGN})`, 'gu');

/** Quoted wherever some spreadsheet parts cells: at commas, semicolons and tabs. */
function cell(text: string): string {
  const inner = text.replace(INNER, (before) => `${before}'`);
  const safe = FIRST.test(text) ? `'${inner}` : inner;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
