import type { Range } from '../../text';
import { type Line, linesAround, restOf } from './line';

/**
 * The place of a cursor in a rule. Determined from the lines alone, so that it holds while the text is not valid
 * YAML.
 */
export interface Place {
  /** `key`: a key is or would be written here; `value`: a value of the last key in `path`; `none`: neither. */
  readonly kind: 'key' | 'value' | 'none';
  /** The keys above, outermost first; for a value, its own key is the last. */
  readonly path: readonly string[];
  /** The characters of the key or value at the cursor, without quotes. */
  readonly range: Range;
  /** Those before the cursor. */
  readonly before: string;
  /** All of them. */
  readonly whole: string;
  /** The quote around the value; empty for plain text. */
  readonly quote: '' | "'" | '"';
  /** True if a colon already follows the key. */
  readonly colon: boolean;
  /** True if the line's first dash, or a bracket, makes it an entry of a list. */
  readonly entry: boolean;
  /** Column at which the key begins. */
  readonly column: number;
  /** Keys beside this one, at the same level under the same key. */
  readonly lines: readonly Line[];
}

/** A cursor in its line. */
interface LineCursor {
  readonly line: Line;
  readonly column: number;
  /** The place for positions where nothing is or would be written. */
  readonly none: Place;
}

/** The place of `offset` in `text`. Linear; never throws. */
export function placeAt(text: string, offset: number): Place {
  const lines = linesAround(text, offset);
  const at = lines.findIndex(({ range }) => offset >= range.start && offset <= range.end);
  const line = lines[at];
  const none: Place = {
    kind: 'none',
    path: [],
    range: { start: offset, end: offset },
    before: '',
    whole: '',
    quote: '',
    colon: false,
    entry: false,
    column: 0,
    lines,
  };
  return line ? placeInLine({ line, column: offset - line.range.start, none }, at) : none;
}

function placeInLine(cursor: LineCursor, at: number): Place {
  const { line, column, none } = cursor;
  const own = Math.min(line.column, line.blank ? column : line.column);
  const above = parents(none.lines, at, line.dash >= 0 ? line.dash : own, line.dash >= 0);
  const path = above.map(({ key }) => key);
  const last = above.at(-1);
  if (last?.block) {
    if (last.key !== 'condition') return { ...none, path };
    return value(cursor, path, Math.min(line.column, column), line.text.length, false);
  }
  if (line.blank && line.text.slice(0, column).includes('#')) return none;
  return line.key === null ? withoutKey(cursor, path, last) : besideKey(cursor, path, line.key);
}

/** On a line with a key: the key, or its value. */
function besideKey(cursor: LineCursor, path: readonly string[], key: string): Place {
  const { line, column, none } = cursor;
  if (column > line.keyAt.end)
    return column < line.afterColon ? none : inValue(cursor, [...path, key], line.afterColon);
  if (column < line.column) return none;
  const quoted = /['"]/.test(line.text[line.keyAt.start] ?? '') ? 1 : 0;
  return part(cursor, 'key', path, line.keyAt.start + quoted, line.keyAt.end - quoted, {
    colon: true,
    entry: line.dash >= 0,
    column: line.column,
  });
}

/** On a line without a key: a value of the key above, or what may become a key. */
function withoutKey(cursor: LineCursor, path: readonly string[], last: Parent | undefined): Place {
  const { line, column, none } = cursor;
  if (column < line.column && line.dash >= 0 && column <= line.dash) return none;
  if (last?.inline === true) return last.key === 'condition' ? inValue(cursor, path, line.column) : none;
  if (line.dash >= 0 && !holdsMaps(path)) return inValue(cursor, path, line.column, true);
  if (last && !last.open) return none;
  const end = line.text.search(/\s*(?:\s#.*)?$/);
  const start = Math.min(line.column, column);
  const quoted = /['"]/.test(line.text[start] ?? '') ? 1 : 0;
  return part(cursor, 'key', path, start + quoted, Math.max(end, column), {
    entry: line.dash >= 0,
    column: start,
  });
}

/** True if list entries under these keys may be maps, so that text there may become a key. */
function holdsMaps(path: readonly string[]): boolean {
  return (path[0] === 'detection' || path[0] === 'filter') &&
    path.length === 2 &&
    path[1] !== 'condition' &&
    path[1] !== 'rules'
    ? true
    : path.length === 1 && path[0] === 'related';
}

interface Parent {
  readonly key: string;
  /** True if its value is a block of text, `|` or `>`. */
  readonly block: boolean;
  /** True if a value is on its line, which the next lines continue. */
  readonly inline: boolean;
  readonly open: boolean;
}

/** The keys above the line at `at`, found upwards: each farther out than the one before. */
function parents(lines: readonly Line[], at: number, column: number, isEntry: boolean): Parent[] {
  const path: Parent[] = [];
  for (let i = at - 1; i >= 0 && (column > 0 || isEntry); i--) {
    const line = lines[i]!;
    if (line.blank) continue;
    if (line.key !== null && (line.column < column || (isEntry && line.dash < 0 && line.column === column))) {
      const rest = restOf(line);
      const block = /^[|>][-+\d]*$/.test(rest);
      path.unshift({ key: line.key, block, inline: rest !== '' && !block, open: rest === '' });
      column = line.column;
      isEntry = false;
    }
    if (line.dash >= 0 && line.dash < column && line.column <= column) {
      column = line.dash;
      isEntry = true;
    }
  }
  return path;
}

/** The value at the cursor, from the column `from` on: plain, quoted, or one of a list in brackets. */
function inValue(cursor: LineCursor, path: readonly string[], from: number, entry = false): Place {
  const { column, none } = cursor;
  const { text } = cursor.line;
  let start = from;
  while (start < column && (text[start] === ' ' || text[start] === '\t')) start++;
  const list = text[start] === '[';
  if (text[start] === '{' || /^[|>&*!]/.test(text.slice(start, start + 1))) return { ...none, path };
  if (!list) return scalar(cursor, path, start, entry, false);
  start++;
  for (;;) {
    while (start < column && /[\s,]/.test(text[start]!)) start++;
    const end = endOf(text, start, true);
    if (end >= column || start >= column) return scalar(cursor, path, start, true, true);
    if (text[end] === ']') return { ...none, path };
    start = Math.max(end, start + 1);
  }
}

function scalar(
  cursor: LineCursor,
  path: readonly string[],
  start: number,
  entry: boolean,
  flow: boolean,
): Place {
  const { column, none } = cursor;
  const { text } = cursor.line;
  const quote = text[start] === "'" || text[start] === '"' ? (text[start] as '"') : '';
  const end = endOf(text, start, flow);
  if (column > end || (text.slice(start, column).match(/^#|\s#/) !== null && quote === '')) {
    // Spaces after plain text still belong to what is typed; after a closing quote there is nothing more to write.
    if (quote || /(?:^|\s)#/.test(text.slice(start, column))) return { ...none, path };
  }
  const closed = quote !== '' && end > start + 1 && text[end - 1] === quote;
  if (closed && column === end) return { ...none, path };
  const inner = start + (quote ? 1 : 0);
  return value(cursor, path, inner, Math.max(closed ? end - 1 : end, column), entry, quote);
}

/** The column where the scalar from `start` ends, with its closing quote. */
function endOf(text: string, start: number, flow: boolean): number {
  const quote = text[start];
  if (quote === "'" || quote === '"') {
    for (let i = start + 1; i < text.length; i++) {
      if (quote === '"' && text[i] === '\\') i++;
      else if (text[i] === quote) {
        if (quote === "'" && text[i + 1] === quote) i++;
        else return i + 1;
      }
    }
    return text.length;
  }
  for (let i = start; i < text.length; i++) {
    if (flow && /[,\]]/.test(text[i]!)) return i;
    if (text[i] === '#' && (i === start || /\s/.test(text[i - 1]!))) {
      let end = i;
      while (end > start && /\s/.test(text[end - 1]!)) end--;
      return end;
    }
  }
  return start + text.slice(start).trimEnd().length;
}

function value(
  cursor: LineCursor,
  path: readonly string[],
  start: number,
  end: number,
  entry: boolean,
  quote: Place['quote'] = '',
): Place {
  return part(cursor, 'value', path, start, end, { entry, quote });
}

function part(
  { line, column, none }: LineCursor,
  kind: 'key' | 'value',
  path: readonly string[],
  start: number,
  end: number,
  more: Partial<Place>,
): Place {
  const from = Math.min(start, column);
  const to = Math.max(end, column);
  return {
    ...none,
    kind,
    path,
    range: { start: line.range.start + from, end: line.range.start + to },
    before: line.text.slice(from, column),
    whole: line.text.slice(from, to),
    ...more,
  };
}
