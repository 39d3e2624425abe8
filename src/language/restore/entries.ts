import { readLine } from '../assist/line';

/** What follows a key or a dash on its line. */
export type Behind =
  | 'nothing'
  /** Plain text, which may continue on the next line. */
  | 'plain'
  /** A complete value: quoted, in brackets, or before a comment. */
  | 'closed'
  /** `|` or `>`: the text follows. */
  | 'block';

/** One entry of a text without indentation: a key, a list item, or a line that is neither. */
export interface Entry {
  /** Its first line, and the line after its last: a quoted value may span several. */
  readonly line: number;
  readonly next: number;
  readonly dash: boolean;
  readonly key: string | null;
  readonly behind: Behind;
  /** True for a list or map in brackets. */
  readonly flow: boolean;
  /** What follows the key or dash, as written on the first line. */
  readonly written: string;
}

/** A longer quoted value is a quote that was never closed. */
const MAX_QUOTED_LINES = 100;

/** True for a line without content: empty, or only a comment. */
export function isGap(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/**
 * Reads what begins at a line with content, from lines without leading spaces. Null if it is ambiguous without
 * indentation: a list directly in a list, a quote that is not closed.
 */
export function readEntry(lines: readonly string[], at: number): Entry | null {
  const text = lines[at]!.trimEnd();
  const line = readLine(text, 0, text.length);
  const dash = line.dash >= 0;
  const begin = line.key === null ? line.column : line.afterColon;
  const written = text.slice(begin).trim();
  if (
    (dash && /^-\s+-(?:\s|$)/.test(text)) ||
    line.key === '' ||
    line.key === '<<' ||
    /^\?(?:\s|$)/.test(written)
  )
    return null;
  const value = readValue(lines, at, written);
  return value && { line: at, dash, key: line.key, written, ...value };
}

type Value = Pick<Entry, 'next' | 'behind' | 'flow'>;

function readValue(lines: readonly string[], at: number, written: string): Value | null {
  // Anchors and tags come before their value.
  const rest = written.replace(/^(?:[&!]\S*(?:\s+|$))+/, '');
  const next = at + 1;
  if (rest === '' || rest.startsWith('#')) return { next, behind: 'nothing', flow: false };
  if (/^[|>][-+]?(?:\s+#.*)?$/.test(rest)) return { next, behind: 'block', flow: false };
  // With a number after the sign, the text's indentation is relative to the key.
  if (/^[|>][-+\d]+(?:\s|$)/.test(rest)) return null;
  if (/^["'[{]/.test(rest)) return readClosed(lines, at, rest);
  return { next, behind: /\s#/.test(rest) ? 'closed' : 'plain', flow: false };
}

/** A value in quotes or brackets up to its end, on this line or a later one. */
function readClosed(lines: readonly string[], at: number, first: string): Value | null {
  const open: string[] = [];
  let quote = '';
  for (let i = at, text = first; i < lines.length && i < at + MAX_QUOTED_LINES; text = lines[++i] ?? '') {
    for (let n = 0; n < text.length; n++) {
      const c = text[n]!;
      if (quote !== '') {
        if (quote === '"' && c === '\\') n++;
        else if (c === quote && quote === "'" && text[n + 1] === "'") n++;
        else if (c === quote) quote = '';
      } else if ((c === '"' || c === "'") && (n === 0 || open.length > 0)) quote = c;
      else if (c === '[' || c === '{') open.push(c);
      else if (c === ']' || c === '}') open.pop();
      if (quote === '' && open.length === 0) {
        const clean = /^\s*(?:#.*)?$/.test(text.slice(n + 1));
        return clean ? { next: i + 1, behind: 'closed', flow: /^[[{]/.test(first) } : null;
      }
    }
  }
  return null;
}
