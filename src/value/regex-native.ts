import type { RegexFlags, RegexOccurrence, SigmaRegex } from './regex';

/** No more occurrences than this are told of one value. */
export const MAX_OCCURRENCES = 100;

const LEADING_FLAGS = /^\(\?([ims]+)\)/;

/** Escapes that the browser refuses in its Unicode mode though they only say that a character is itself. */
const NEEDLESS_ESCAPE = /\\([^A-Za-z0-9^$\\.*+?()[\]{}|/-])/gu;

/** The browser's own engine, for what RE2 lacks; null where it refuses the expression too. */
export function compileNative(source: string, flags: RegexFlags): SigmaRegex | null {
  const leading = LEADING_FLAGS.exec(source);
  const body = source
    .slice(leading?.[0].length ?? 0)
    .replace(/\(\?P</g, '(?<')
    .replace(NEEDLESS_ESCAPE, '$1');
  // With `u`, a character is a code point as everywhere here, and escapes that mean nothing are refused.
  let letters = 'dgu';
  for (const letter of ['i', 'm', 's'] as const) {
    if (flags[letter] || leading?.[1]?.includes(letter)) letters += letter;
  }
  let re: RegExp;
  try {
    re = new RegExp(body, letters);
  } catch {
    return null;
  }
  const names = groupNames(body);
  return {
    engine: 'backtracking',
    test(text) {
      beacon(source);
      re.lastIndex = 0;
      return re.test(text);
    },
    find(text) {
      beacon(source);
      const found: RegexOccurrence[] = [];
      // `matchAll` begins where the last `test` ended.
      re.lastIndex = 0;
      for (const match of text.matchAll(re)) {
        const [whole, ...rest] = match.indices!;
        const groups = rest.flatMap((at, i) =>
          at ? [{ label: names[i] ?? String(i + 1), range: { start: at[0], end: at[1] } }] : [],
        );
        found.push({ range: { start: whole![0], end: whole![1] }, groups });
        if (found.length >= MAX_OCCURRENCES) break;
      }
      return found;
    },
  };
}

/** The name of each capturing group in the order of their numbers; undefined for those without one. */
function groupNames(source: string): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '(' && !inClass) {
      const name = /^\(\?<([^=!>][^>]*)>/.exec(source.slice(i, i + 80));
      if (name) names.push(name[1]);
      else if (source[i + 1] !== '?') names.push(undefined);
    }
  }
  return names;
}

let beacon: (source: string) => void = () => {};

/**
 * Asks to be told before a backtracking expression runs, so that a watchdog outside can name the one that hangs.
 * One listener per thread; it is called on each run and must be cheap.
 */
export function watchBacktracking(listener: (source: string) => void): void {
  beacon = listener;
}
