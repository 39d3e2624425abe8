import type { Range } from '../../text';

/** What can be told about one line of YAML by itself, so that it holds in the middle of an edit too. */
export interface Line {
  /** Without the line break. */
  readonly range: Range;
  readonly text: string;
  /** Column of the first dash of a list; -1 without one. */
  readonly dash: number;
  /** Column of the first character after spaces and dashes; the line's length if there is none. */
  readonly column: number;
  /** The key of `key:`, without its quotes; null if the line has none. */
  readonly key: string | null;
  /** Columns of the key's characters, with quotes, up to the colon; an empty range without a key. */
  readonly keyAt: Range;
  /** Column after the colon; -1 without a key. */
  readonly afterColon: number;
  /** True for only spaces and a comment. */
  readonly blank: boolean;
}

const KEY =
  /(?:'((?:[^']|'')*)'|"((?:[^"\\]|\\.)*)"|([^\s'"#[\]{},&*!](?:[^:#]|:(?!\s|$)|(?<!\s)#)*?))[ \t]*:(?=\s|$)/y;

/** Reads the line between two offsets of `text`. */
export function readLine(text: string, start: number, end: number): Line {
  const line = text.slice(start, end);
  const dashes = /^[ \t]*((?:-(?:[ \t]+|$))*)/.exec(line)!;
  const column = dashes[0].length;
  const dash = dashes[1] ? line.indexOf('-') : -1;
  KEY.lastIndex = column;
  // A line of many thousand characters is a value; keys are short.
  const found = column < line.length && line[column] !== '#' ? KEY.exec(line.slice(0, column + 500)) : null;
  const keyEnd = found ? line.slice(0, column + found[0].length - 1).trimEnd().length : column;
  return {
    range: { start, end },
    text: line,
    dash,
    column,
    key: found ? (found[1]?.replaceAll("''", "'") ?? found[2] ?? found[3] ?? '') : null,
    keyAt: { start: column, end: keyEnd },
    afterColon: found ? column + found[0].length : -1,
    blank: dash < 0 && (column >= line.length || line[column] === '#'),
  };
}

/** The lines of the document at `offset`, between the `---` around it. Linear. */
export function linesAround(text: string, offset: number): readonly Line[] {
  let found: readonly Line[] = [];
  for (const { start, lines } of documentsOf(text)) if (start <= offset) found = lines;
  return found;
}

/** The documents of a text: the lines between `---`, and where each begins. Linear. */
export function documentsOf(
  text: string,
): readonly { readonly start: number; readonly lines: readonly Line[] }[] {
  let lines: Line[] = [];
  const documents = [{ start: 0, lines }];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length + 1 : found + 1;
    let end = found < 0 ? text.length : found;
    if (end > start && text[end - 1] === '\r') end--;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, Math.min(end, start + 4)))) {
      lines = [];
      documents.push({ start, lines });
    } else lines.push(readLine(text, start, end));
    start = next;
  }
  return documents;
}

/** What follows the colon, without spaces and a comment. */
export function restOf({ text, afterColon, column }: Line): string {
  const rest = text.slice(afterColon < 0 ? column : afterColon).trim();
  return rest.startsWith('#') ? '' : rest.replace(/\s+#.*$/, '');
}
