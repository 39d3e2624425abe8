import type { BacktrackingListener } from './beacon';
import { translate } from './regex-translate';
import type { RegexFlags, RegexOccurrence, RegexResult, SigmaRegex } from './regex-types';
import { MAX_OCCURRENCES, MAX_PARTS } from './told';

const nobody: BacktrackingListener = () => {};

const LEADING_FLAGS = /^(?:\(\?[ims]+\))+/;

/**
 * Compiles for the browser's own engine, for what RE2 lacks. That engine can hang: `onRun` is told of the expression before
 * each run.
 */
export function compileNative(
  source: string,
  flags: RegexFlags,
  whole = false,
  onRun: BacktrackingListener = nobody,
): RegexResult {
  const leading = LEADING_FLAGS.exec(source);
  const skipped = leading?.[0].length ?? 0;
  const translated = translate(source.slice(skipped));
  if (!translated.ok) {
    const at = { start: translated.at.start + skipped, end: translated.at.end + skipped };
    return { ok: false, at, message: translated.message };
  }
  const { names } = translated;
  // With `u`, a character is a code point as everywhere here, and escapes that mean nothing are refused.
  let letters = 'dgu';
  for (const letter of ['i', 'm', 's'] as const) {
    if (flags[letter] || leading?.[0].includes(letter)) letters += letter;
  }
  let re: RegExp;
  try {
    // Not `^` and `$`: with `m` they hold at each line.
    re = new RegExp(whole ? `(?<![^])(?:${translated.source})(?![^])` : translated.source, letters);
  } catch (error) {
    // The walk names the place of all that it knows; what is left concerns the whole, such as its size.
    const message = `The browser does not take this expression (${String(error)}). Shorten or simplify it.`;
    return { ok: false, at: { start: 0, end: source.length }, message };
  }
  const regex: SigmaRegex = {
    engine: 'backtracking',
    test(text) {
      onRun(source);
      re.lastIndex = 0;
      return re.test(text);
    },
    find(text) {
      onRun(source);
      const found: RegexOccurrence[] = [];
      let parts = 0;
      // `matchAll` begins where the last `test` ended.
      re.lastIndex = 0;
      for (const match of text.matchAll(re)) {
        const [whole, ...rest] = match.indices!;
        const groups = rest.flatMap((at, i) =>
          at ? [{ label: names[i] ?? String(i + 1), range: { start: at[0], end: at[1] } }] : [],
        );
        found.push({ range: { start: whole![0], end: whole![1] }, groups });
        parts += 1 + groups.length;
        if (found.length >= MAX_OCCURRENCES || parts >= MAX_PARTS) break;
      }
      return found;
    },
  };
  return { ok: true, regex };
}
