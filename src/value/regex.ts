import { RE2JS } from 're2js';
import type { Range } from '../text/range';

export interface RegexFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** One occurrence of a regular expression: its range, and those of the groups that took part. */
export interface RegexOccurrence {
  readonly range: Range;
  readonly groups: readonly { readonly label: string; readonly range: Range }[];
}

/** A compiled regular expression: unanchored, offsets in UTF-16 units. */
export interface SigmaRegex {
  /** `linear`: RE2, whose time grows with the text only. `backtracking`: the browser's own, which can hang. */
  readonly engine: 'linear' | 'backtracking';
  test(text: string): boolean;
  find(text: string): RegexOccurrence[];
}

export type RegexResult =
  | { readonly ok: true; readonly regex: SigmaRegex }
  /** `at`: offsets in the expression. */
  | { readonly ok: false; readonly at: Range; readonly message: string };

const MAX_OCCURRENCES = 100;
const MAX_LENGTH = 10_000;

/**
 * Compiles a Sigma regular expression. RE2 is tried first: a shared link must not hang a browser. What RE2 lacks
 * (lookaheads, back references) goes to the native engine; what both lack is an error at its place.
 */
export function compileRegex(source: string, flags: RegexFlags): RegexResult {
  if (source.length > MAX_LENGTH) {
    return fail(MAX_LENGTH, source.length, `The expression is longer than ${MAX_LENGTH} characters.`);
  }
  let reason: string;
  try {
    let bits = RE2JS.LOOKBEHINDS;
    if (flags.i) bits |= RE2JS.CASE_INSENSITIVE;
    if (flags.m) bits |= RE2JS.MULTILINE;
    if (flags.s) bits |= RE2JS.DOTALL;
    return { ok: true, regex: linear(RE2JS.compile(source, bits)) };
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  const native = compileNative(source, flags);
  return native ? { ok: true, regex: native } : explainRefusal(source, reason);
}

function linear(re: RE2JS): SigmaRegex {
  const names = new Map(
    Object.entries(re.namedGroups() as Record<string, number>).map(([name, n]) => [n, name]),
  );
  const count = re.groupCount();
  return {
    engine: 'linear',
    test: (text) => re.test(text),
    find(text) {
      const found: RegexOccurrence[] = [];
      const matcher = re.matcher(text);
      while (found.length < MAX_OCCURRENCES && matcher.find()) {
        const groups: RegexOccurrence['groups'][number][] = [];
        for (let n = 1; n <= count; n++) {
          const start = matcher.start(n);
          if (start >= 0)
            groups.push({ label: names.get(n) ?? String(n), range: { start, end: matcher.end(n) } });
        }
        found.push({ range: { start: matcher.start(), end: matcher.end() }, groups });
      }
      return found;
    },
  };
}

const LEADING_FLAGS = /^\(\?([ims]+)\)/;

function compileNative(source: string, flags: RegexFlags): SigmaRegex | null {
  const leading = LEADING_FLAGS.exec(source);
  const body = source.slice(leading?.[0].length ?? 0).replace(/\(\?P</g, '(?<');
  let letters = 'dg';
  for (const letter of 'ims')
    if (flags[letter as 'i' | 'm' | 's'] || leading?.[1]?.includes(letter)) letters += letter;
  let re: RegExp;
  try {
    re = new RegExp(body, letters);
  } catch {
    return null;
  }
  return {
    engine: 'backtracking',
    test(text) {
      beacon(source);
      re.lastIndex = 0;
      return re.test(text);
    },
    find(text) {
      beacon(source);
      re.lastIndex = 0; // matchAll begins where the last test ended
      const found: RegexOccurrence[] = [];
      for (const match of text.matchAll(re)) {
        const indices = match.indices!;
        const names = new Map(Object.entries(indices.groups ?? {}).map(([name, at]) => [at?.[0], name]));
        const groups = indices
          .slice(1)
          .flatMap((at, i) =>
            at ? [{ label: names.get(at[0]) ?? String(i + 1), range: { start: at[0], end: at[1] } }] : [],
          );
        found.push({ range: { start: indices[0]![0], end: indices[0]![1] }, groups });
        if (found.length >= MAX_OCCURRENCES) break;
      }
      return found;
    },
  };
}

let beacon: (source: string) => void = () => {};

/**
 * Asks to be told before a backtracking expression runs, so that a watchdog outside can name the one that hangs.
 * One listener per thread; it is called on each run and must be cheap.
 */
export function watchBacktracking(listener: (source: string) => void): void {
  beacon = listener;
}

/** Why an expression is refused, in words; the fragment that RE2 names gives the place. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/missing closing \]/, 'This bracket is never closed. Add `]`, or write `\\[` for the character.'],
  [/missing closing \)/, 'A parenthesis is never closed. Add `)`, or write `\\(` for the character.'],
  [/unexpected \)/, 'This parenthesis closes nothing. Write `\\)` for the character.'],
  [
    /missing argument to repetition/,
    'There is nothing before this to repeat. Write `\\*`, `\\+` or `\\?` for the character.',
  ],
  [
    /invalid nested repetition/,
    'Possessive repetition does not exist here. Repeat once, without the second sign.',
  ],
  [/invalid repeat count/, 'This count is too large; RE2 and the browser take at most 1000 repetitions.'],
  [
    /invalid escape sequence/,
    'This escape is not known. Write the character itself, or escape the backslash: `\\\\`.',
  ],
  [/invalid character class range/, 'This range runs backwards. Put the lower character first.'],
  [
    /invalid named capture|invalid or unsupported Perl syntax/,
    'This group form does not exist here (atomic groups, conditions and comments are not supported). Use `(?:…)`.',
  ],
  [
    /trailing backslash/,
    'The expression ends in a backslash that escapes nothing. Write `\\\\` for the character.',
  ],
  [/expression too large|nests too deeply/, 'The expression is too large. Shorten its repetitions.'],
];

function explainRefusal(source: string, reason: string): RegexResult {
  const fragment = /`([\s\S]*)`$/.exec(reason)?.[1] ?? '';
  const at = fragment ? source.lastIndexOf(fragment) : -1;
  const known = REFUSALS.find(([pattern]) => pattern.test(reason));
  const message = known
    ? known[1]
    : `The expression cannot be read: ${reason.replace(/^error parsing regexp: /, '')}.`;
  return at >= 0 ? fail(at, at + fragment.length, message) : fail(0, source.length, message);
}

function fail(start: number, end: number, message: string): RegexResult {
  return { ok: false, at: { start, end }, message };
}
