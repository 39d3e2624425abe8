/*
 * Where to cut an expression so that the part before the cut is itself an expression: between the alternatives at its
 * top, and between the pieces of each. A piece includes its repetition.
 */

/** One alternative, by the ends of its pieces. */
export interface Alternative {
  readonly start: number;
  readonly ends: readonly number[];
}

const REPETITION = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/;
const CLASS = /^\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/;
const ESCAPE =
  /^\\(?:x\{[^}]*\}|u\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[pP]\{[^}]*\}|[pP]\w|k<\w+>|c[A-Za-z]|\d+|[\s\S])/;
const LITERALS = /^[^\\[\](){}*+?|.^$]+/;

/** The top-level alternatives of `source` and their pieces; null for syntax that this walk does not know. */
export function piecesOf(source: string): readonly Alternative[] | null {
  const found: Alternative[] = [];
  let [start, ends]: [number, number[]] = [0, []];
  for (let at = 0; at < source.length; ) {
    if (source[at] === '|') {
      found.push({ start, ends });
      at++;
      [start, ends] = [at, []];
      continue;
    }
    const end = endOfPiece(source, at);
    if (end === null) return null;
    ends.push(...end);
    at = end[end.length - 1]!;
  }
  found.push({ start, ends });
  return found;
}

/** Where the piece at `at` ends, with its repetition; two places for letters of which the last is repeated. */
function endOfPiece(source: string, at: number): number[] | null {
  const rest = source.slice(at);
  const letters = LITERALS.exec(rest)?.[0];
  if (letters) {
    const end = at + letters.length;
    const repeated = REPETITION.exec(source.slice(end))?.[0].length ?? 0;
    const last = [...letters].pop()!.length;
    return repeated > 0 && letters.length > last ? [end - last, end + repeated] : [end + repeated];
  }
  const length =
    source[at] === '('
      ? groupLength(rest)
      : source[at] === '['
        ? CLASS.exec(rest)?.[0].length
        : source[at] === '\\'
          ? ESCAPE.exec(rest)?.[0].length
          : /^[.^$]/.test(rest)
            ? 1
            : undefined;
  if (length === undefined || /^\\[QE]/.test(rest)) return null;
  const repeated = REPETITION.exec(rest.slice(length))?.[0].length ?? 0;
  return [at + length + repeated];
}

/** The length of the group at the start; undefined if it is not closed. */
function groupLength(source: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const skipped =
      /^\\[\s\S]/.exec(rest)?.[0].length ?? (rest[0] === '[' ? CLASS.exec(rest)?.[0].length : undefined);
    if (skipped !== undefined) {
      at += skipped;
      continue;
    }
    if (rest[0] === '(') depth++;
    if (rest[0] === ')') depth--;
    at++;
    if (depth === 0) return at;
  }
  return undefined;
}
