import { EVENTS } from '../../../limits';
/*
 * Logs whose header lines begin with `#`: the extended W3C format, as IIS writes it, and Zeek's own.
 */

/** What a header says about the rows below it. */
export interface Header {
  /** `W3C log` or `Zeek log`. */
  readonly kind: 'W3C log' | 'Zeek log';
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Cells that stand for no value; none for W3C, because rules look for its `-`. */
  readonly unset: readonly string[];
  /** For each column what separates several values in a cell; undefined for a cell with one value. */
  readonly lists: readonly (string | undefined)[];
  /** Zeek's name of the log: `dns`. */
  readonly path: { readonly name: string; readonly start: number; readonly end: number } | null;
}

/** The maximum length of a header. */
export const HEADER_SIGHT = 3500;
/** A header begins with one of these. */
const BEGINS =
  /^(?:Software|Version|Date|Start-Date|Remark|Fields|Log-type|separator|set_separator|path|fields)$/;

/** Reads the header whose first line begins at `at`, and where the rows begin; null if there is none. */
export function readHeader(text: string, at: number): { header: Header; next: number } | null {
  if (text.charCodeAt(at) !== 0x23) return null;
  const limit = Math.min(text.length, at + HEADER_SIGHT);
  const lines = new Map<string, { value: string; start: number; end: number }>();
  let next = at;
  while (next < limit && text.charCodeAt(next) === 0x23) {
    const feed = text.indexOf('\n', next);
    let end = feed < 0 ? text.length : feed;
    const after = feed < 0 ? end : feed + 1;
    if (end > limit) return null;
    while (end > next && (text[end - 1] === '\r' || text[end - 1] === ' ')) end--;
    const line = text.slice(next, end);
    const found = /^#([A-Za-z_-]{1,30})(?:: ?|[ \t]|$)/.exec(line);
    if (!found || (next === at && !BEGINS.test(found[1]!))) return null;
    const start = next + found[0].length;
    lines.set(found[1]!, { value: text.slice(start, end), start, end });
    next = after;
  }
  const header = w3c(lines) ?? zeek(lines);
  return header && { header, next };
}

type Lines = ReadonlyMap<string, { readonly value: string; readonly start: number; readonly end: number }>;

function w3c(lines: Lines): Header | null {
  const fields = lines.get('Fields')?.value;
  if (fields === undefined) return null;
  const columns = fields
    .trim()
    .split(/[ \t]+/)
    .slice(0, EVENTS.headerColumns.value);
  if (columns.length < 2) return null;
  return { kind: 'W3C log', columns: columns.map(w3cName), delimiter: ' ', unset: [], lists: [], path: null };
}

/** `cs(User-Agent)` is `cs-user-agent` in the rules' taxonomy. */
function w3cName(name: string): string {
  const header = /^(cs|sc|rs|sr)\(([A-Za-z-]{1,40})\)$/.exec(name);
  return header ? `${header[1]}-${header[2]!.toLowerCase()}` : name;
}

function zeek(lines: Lines): Header | null {
  const fields = lines.get('fields')?.value;
  if (fields === undefined) return null;
  const delimiter = separator(lines.get('separator')?.value) ?? '\t';
  const columns = fields.split(delimiter).slice(0, EVENTS.headerColumns.value);
  if (columns.length < 2) return null;
  const path = lines.get('path');
  return {
    kind: 'Zeek log',
    columns,
    delimiter,
    unset: [lines.get('unset_field')?.value || '-', lines.get('empty_field')?.value || '(empty)'],
    lists: (lines.get('types')?.value ?? '')
      .split(delimiter)
      .map((type) => (/^(?:set|vector)\[/.test(type) ? lines.get('set_separator')?.value || ',' : undefined)),
    path: path ? { name: path.value, start: path.start, end: path.end } : null,
  };
}

/** Zeek writes its separator as `\x09`. */
function separator(written: string | undefined): string | undefined {
  const code = /^\\x([0-9a-f]{2})$/i.exec(written ?? '');
  return code ? String.fromCharCode(Number.parseInt(code[1]!, 16)) : undefined;
}
