import { RE2JS } from 're2js';
import type { BacktrackingListener } from './beacon';
import { compileNative } from './regex-native';
import type { RegexFlags, RegexOccurrence, RegexResult, SigmaRegex } from './regex-types';
import { MAX_OCCURRENCES, MAX_PARTS } from './told';

const MAX_LENGTH = 10_000;

/**
 * Compiles a Sigma regular expression. RE2 is tried first: a shared link must not hang a browser. What RE2 lacks
 * (lookaheads, back references) goes to the native engine; what both lack is an error at its place. With `whole`, only a match
 * of the whole text counts. `onBacktracking` is told before each run of the native engine.
 */
export function compileRegex(
  source: string,
  flags: RegexFlags,
  whole = false,
  onBacktracking?: BacktrackingListener,
): RegexResult {
  if (source.length > MAX_LENGTH) {
    const message = `The expression is longer than ${MAX_LENGTH} characters.`;
    return { ok: false, at: { start: MAX_LENGTH, end: source.length }, message };
  }
  try {
    let bits = RE2JS.LOOKBEHINDS;
    if (flags.i) bits |= RE2JS.CASE_INSENSITIVE;
    if (flags.m) bits |= RE2JS.MULTILINE;
    if (flags.s) bits |= RE2JS.DOTALL;
    return { ok: true, regex: linear(RE2JS.compile(source, bits), whole) };
  } catch {
    // RE2 stops at the first thing that it lacks, often a lookahead that the browser takes: its reason would mislead.
    return compileNative(source, flags, whole, onBacktracking);
  }
}

function linear(re: RE2JS, whole: boolean): SigmaRegex {
  const names = new Map(
    Object.entries(re.namedGroups() as Record<string, number>).map(([name, n]) => [n, name]),
  );
  const count = re.groupCount();
  return {
    engine: 'linear',
    test: whole ? (text) => re.matches(text) : (text) => re.test(text),
    find(text) {
      const found: RegexOccurrence[] = [];
      let parts = 0;
      const matcher = re.matcher(text);
      const next = whole ? () => found.length === 0 && matcher.matches() : () => matcher.find();
      while (found.length < MAX_OCCURRENCES && parts < MAX_PARTS && next()) {
        const groups: RegexOccurrence['groups'][number][] = [];
        for (let n = 1; n <= count; n++) {
          const start = matcher.start(n);
          if (start >= 0)
            groups.push({ label: names.get(n) ?? String(n), range: { start, end: matcher.end(n) } });
        }
        parts += 1 + groups.length;
        found.push({ range: { start: matcher.start(), end: matcher.end() }, groups });
      }
      return found;
    },
  };
}
