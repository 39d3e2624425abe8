import { say } from '../../text';
import type { PatternListener } from './beacon';
import type { RegexFlags, RegexOccurrence, RegexResult, SigmaRegex, Translation } from './regex-types';
import { MAX_OCCURRENCES, MAX_PARTS } from './told';

const nobody: PatternListener = () => {};

/**
 * Compiles a translated expression for the browser's engine, which has what RE2 lacks but can hang. `leading`: the
 * flags in front. `onRun` is called with the expression before each run.
 */
export function compileNative(
  { source: body, names, needs }: Extract<Translation, { ok: true }>,
  leading: string,
  source: string,
  flags: RegexFlags,
  whole: boolean,
  onRun: PatternListener = nobody,
): RegexResult {
  // With `u`, a character is a code point, as everywhere here, and meaningless escapes are errors.
  let letters = 'dgu';
  for (const letter of ['i', 'm', 's'] as const) {
    if (flags[letter] || leading.includes(letter)) letters += letter;
  }
  let re: RegExp;
  try {
    // Not `^` and `$`: with `m`, they match at every line.
    re = new RegExp(whole ? `(?<![^])(?:${body})(?![^])` : body, letters);
  } catch (error) {
    // The walk reports the range of every fault that it knows. What remains concerns the whole, such as its size.
    const message = say`The browser does not accept this expression (${String(error)}). Shorten or simplify it.`;
    return { ok: false, at: { start: 0, end: source.length }, message };
  }
  const regex: SigmaRegex = {
    engine: 'backtracking',
    needs,
    test(text) {
      onRun(source);
      re.lastIndex = 0;
      return re.test(text);
    },
    find(text) {
      onRun(source);
      const found: RegexOccurrence[] = [];
      let parts = 0;
      // `matchAll` starts where the last `test` ended.
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
