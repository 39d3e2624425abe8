import { byName, type Edit, type Fix, prose, say } from '../../../text';
import type { EventDiagnostic } from '../../codes';
import type { EventSlice } from '../../event';

/*
 * Windows paths copied into JSON unescaped: `C:\Windows` is not JSON, and `C:\temp` is read as a tab and `emp`. The
 * intention is clear, because nobody writes a tab into a path.
 */

/** The beginning of a Windows or registry path. */
const PATH = /(?:^|[\s"'=(,;])(?:[A-Za-z]:|%[A-Za-z]+%|HK(?:LM|CU|CR|U|EY_[A-Z_]+)|\\\\?[\w.-]+)\\(?!\\)/;
/** The name of a share, with its two backslashes unescaped. */
const SHARE = /^\\\\[\w.$-]+\\(?!\\)/;
/** A backslash without a meaning in JSON. */
const NO_ESCAPE = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/;

/**
 * The edits that double single backslashes in an event's text, so that it becomes JSON; null if that is not the
 * problem.
 */
export function doubledBackslashes(text: string, start: number, end: number): readonly Edit[] | null {
  for (const quoteEnds of [false, true]) {
    const edits = editsIn(text, start, end, quoteEnds);
    if (edits.length > 0 && isObject(applied(text, start, end, edits))) return edits;
  }
  return null;
}

/** `quoteEnds`: a quote after a backslash ends its string if what follows may come after a string. */
function editsIn(text: string, start: number, end: number, quoteEnds: boolean): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf('"', start); at >= 0 && at < end; ) {
    const close = closingQuote(text, at, end, quoteEnds);
    const value = text.slice(at + 1, close);
    if (SHARE.test(value)) edits.push(...doubled(text, at + 1, close, true));
    else if (NO_ESCAPE.test(value) || (!value.includes('\\\\') && (PATH.test(value) || value.endsWith('\\'))))
      edits.push(...doubled(text, at + 1, close, false));
    at = text.indexOf('"', close + 1);
  }
  return edits;
}

function closingQuote(text: string, open: number, end: number, quoteEnds: boolean): number {
  for (let i = open + 1; i < end; i++) {
    if (text[i] === '"') return i;
    if (text[i] !== '\\') continue;
    if (text[i + 1] === '"' && quoteEnds && /^"\s*[,:}\]]/.test(text.slice(i + 1, i + 100))) return i + 1;
    if (text[i + 1] === '"' || text[i + 1] === '\\') i++;
  }
  return end;
}

/**
 * Edits that put a backslash before each single one, or before each (`pairs`), except those before a quote inside the
 * value.
 */
function doubled(text: string, start: number, end: number, pairs: boolean): Edit[] {
  const edits: Edit[] = [];
  for (let i = start; i < end; i++) {
    if (text[i] !== '\\' || (text[i + 1] === '"' && i + 1 < end)) continue;
    const isPair = text[i + 1] === '\\' && i + 1 < end;
    if (isPair && !pairs) i++;
    else edits.push({ range: { start: i, end: i }, text: '\\' });
  }
  return edits;
}

function applied(text: string, start: number, end: number, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = start;
  for (const { range, text: insert } of edits) {
    parts.push(text.slice(at, range.start), insert);
    at = range.end;
  }
  return parts.join('') + text.slice(at, end);
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** At most this many events with misread paths are reported. */
const MAX_TOLD = 20;

/** Events that are JSON but whose paths have line breaks and tabs where names were meant. */
export function escapesInPaths(text: string, slices: readonly EventSlice[]): EventDiagnostic[] {
  const found: EventDiagnostic[] = [];
  let at = 0;
  let told = -1;
  for (const match of text.matchAll(/["\s=][A-Za-z]:\\[bfnrt](?!\\)\w/g)) {
    if (found.length === MAX_TOLD) break;
    while (at < slices.length && slices[at]!.range.end <= match.index) at++;
    const slice = slices[at];
    if (!slice?.event || slice.range.start > match.index || text[slice.range.start] !== '{' || told === at)
      continue;
    told = at;
    const start = match.index + 3;
    found.push({
      code: 'json-path-escape',
      severity: 'warning',
      range: { start, end: start + 2 },
      message: say`\`${text.slice(start, start + 2)}\` is read as ${NAMES.get(text[start + 1]!)}, not as part of the path. Write each backslash twice.`,
    });
  }
  return found;
}

const NAMES = byName({
  b: 'a backspace',
  f: 'a form feed',
  n: 'a line break',
  r: 'a line break',
  t: 'a tab',
});

/** Problems of single backslashes, each with the fix for its event and, if there are several, for all such events. */
export function withBackslashFixes(
  text: string,
  slices: readonly EventSlice[],
  problems: readonly EventDiagnostic[],
): EventDiagnostic[] {
  if (!problems.some(({ code }) => CODES.has(code))) return [...problems];
  const own = new Map<EventSlice, readonly Edit[]>();
  const wrong = new Set(problems.filter((p) => p.code === 'json-path-escape').map((p) => p.range.start));
  for (const slice of slices) {
    const { start, end } = slice.range;
    if (slice.event ? !holdsOne(wrong, start, end) : slice.code !== 'json-escape') continue;
    const edits = doubledBackslashes(text, start, end);
    if (edits) own.set(slice, edits);
  }
  const all: Fix | null =
    own.size > 1
      ? {
          title: say`Double the backslashes in all ${own.size.toLocaleString('en')} events`,
          edits: [...own.values()].flat(),
        }
      : null;
  const byStart = [...own.keys()];
  return problems.map((problem) => {
    const slice =
      CODES.has(problem.code) &&
      byStart.find(({ range }) => range.start <= problem.range.start && problem.range.start < range.end);
    if (!slice) return problem;
    const fix: Fix = {
      title: all ? prose('Double the backslashes in this event') : prose('Double the backslashes'),
      edits: own.get(slice)!,
    };
    return { ...problem, fixes: all ? [all, fix] : [fix] };
  });
}

const CODES: ReadonlySet<string> = new Set(['json-escape', 'json-path-escape']);

function holdsOne(places: ReadonlySet<number>, start: number, end: number): boolean {
  for (const place of places) if (start <= place && place < end) return true;
  return false;
}
