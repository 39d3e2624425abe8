import { type Code, code, say, type Words } from '../../text';
import { type Nestings, nestings, type RootLines } from './nesting';
import { contentOf, soundDocuments } from './sound';

/** The result for a document whose indentation was lost. */
export type Raised =
  | { readonly text: string }
  /** Why it is not restored, as a sentence; null where it may be no such document at all. */
  | { readonly why: Words | null };

/** Longer documents are skipped: nobody copies them from a page. */
const MAX_LINES = 5000;

/** Splits a text into its documents. What is between them, such as `---`, is returned unchanged. */
export function splitDocuments(text: string): { readonly lines: string[]; readonly isDocument: boolean }[] {
  const parts: { lines: string[]; isDocument: boolean }[] = [];
  for (const line of text.split('\n')) {
    const mark = /^\s*(?:---|\.\.\.)(?:\s|$)/.test(line);
    const last = parts.at(-1);
    if (last && last.isDocument !== mark) last.lines.push(line);
    else parts.push({ lines: [line], isDocument: !mark });
  }
  return parts;
}

/** The most ways to search for: two are enough to know that there is more than one. */
const MOST = 3;

/**
 * Gives the lines of one document their indentation back. Null if they still have it: their levels differ in more
 * than one way, as in a complete rule.
 */
export function raise(lines: readonly string[]): Raised | null {
  const said = lines.filter((line) => !/^\s*(?:#|$)/.test(line));
  const widths = new Set(said.map(widthOf));
  if (widths.size > 2 || said.length < 3 || lines.length > MAX_LINES) return null;
  const flat = lines.map((line) => line.trimStart());
  const ways = nestings(flat, MOST, widths.size < 2 ? null : rootLinesOf(lines, Math.min(...widths)));
  if (!ways) return { why: null };
  const texts = new Map<string, string>();
  for (const { columns } of ways.found) {
    const text = flat
      .map((line, i) => (line.trim() === '' ? line : ' '.repeat(columns[i]!) + line))
      .join('\n');
    const documents = soundDocuments(text);
    if (documents) texts.set(contentOf(documents), text);
  }
  if (texts.size === 1 && ways.found.length < MOST) return { text: [...texts.values()][0]! };
  // If some indentation is left, the text may just be in the middle of an edit.
  const whole = widths.size === 1 && flat.some((line) => /^(?:logsource|correlation)\s*:/.test(line));
  return { why: whole ? whyNot(flat, ways) : null };
}

/** What is known if lines are at two levels: those at the lesser are top-level keys, or items below them. */
function rootLinesOf(lines: readonly string[], least: number): RootLines {
  return lines.map((line) =>
    widthOf(line) > least ? false : line.trimStart().startsWith('-') ? null : true,
  );
}

function whyNot(lines: readonly string[], { found, reached, missing }: Nestings): Words {
  if (missing.length > 0)
    return say`The condition refers to \`${missing[0]}\`, but no line begins a selection with that name.`;
  const [one, other] = found;
  if (!one || !other)
    return say`It is unclear what ${shown(lines[Math.min(reached, lines.length - 1)]!)} belongs to.`;
  const at = lines.findIndex(
    (_, i) => one.owners[i] !== other.owners[i] || one.columns[i] !== other.columns[i],
  );
  return say`${shown(lines[at]!)} may belong to ${place(one.owners[at]!)} or to ${place(other.owners[at]!)}.`;
}

/** A line for a sentence about it. */
function shown(line: string): Code {
  const text = line.trim();
  return code(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

function place(owner: string): Code | string {
  return owner === '' ? 'the top of the rule' : code(owner);
}

function widthOf(line: string): number {
  return line.length - line.trimStart().length;
}
