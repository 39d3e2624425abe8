/*
 * The oracle's values: written from semantics.md alone, to be obviously right rather than fast. Shares nothing with
 * `src/value`.
 */

/** One code point of a pattern: itself, any one (`?`), any run (`*`), or any of the five dashes. */
export type Token =
  | { readonly is: 'character'; readonly character: string }
  | { readonly is: 'one' }
  | { readonly is: 'run' }
  | { readonly is: 'dash' };

export const RUN: Token = { is: 'run' };
export const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];

/** Every character stands for itself. */
export function literally(text: string): Token[] {
  return [...text].map((character) => ({ is: 'character', character }));
}

/** Parses a rule's value: `*`, `?`, and a backslash before `*`, `?` or another backslash. */
export function readValue(text: string): Token[] {
  const characters = [...text];
  const tokens: Token[] = [];
  while (characters.length > 0) {
    const character = characters.shift()!;
    if (character === '*') tokens.push(RUN);
    else if (character === '?') tokens.push({ is: 'one' });
    else if (character === '\\' && ['*', '?', '\\'].includes(characters[0] ?? '')) {
      tokens.push({ is: 'character', character: characters.shift()! });
    } else tokens.push({ is: 'character', character });
  }
  return tokens;
}

const compared = new Map<string, boolean>();

/** Whether two characters are equal except for case, by the language's regular expressions, one at a time. */
export function sameBut(a: string, b: string): boolean {
  if (a === b) return true;
  const pair = a + b;
  let same = compared.get(pair);
  if (same === undefined) {
    same = new RegExp(`^\\u{${a.codePointAt(0)!.toString(16)}}$`, 'iu').test(b);
    compared.set(pair, same);
  }
  return same;
}

function covers(tokens: readonly Token[], characters: readonly string[], cased: boolean): boolean {
  const [first, ...rest] = tokens;
  if (!first) return characters.length === 0;
  if (first.is === 'run') {
    for (let n = 0; n <= characters.length; n++) if (covers(rest, characters.slice(n), cased)) return true;
    return false;
  }
  const [character, ...others] = characters;
  if (character === undefined) return false;
  const fits =
    first.is === 'one' ||
    (first.is === 'dash' && DASHES.includes(character)) ||
    (first.is === 'character' &&
      (cased ? first.character === character : sameBut(first.character, character)));
  return fits && covers(rest, others, cased);
}

/** Whether the pattern covers the whole text. */
export function matchesWhole(tokens: readonly Token[], text: string, cased: boolean): boolean {
  return covers(tokens, [...text], cased);
}

const isWord = (token: Token | undefined): boolean =>
  token?.is === 'character' && /^[\p{L}\p{N}_]$/u.test(token.character);

/** Turns each dash that begins an option into any of the five. */
export function openOptions(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) =>
    token.is === 'character' &&
    DASHES.includes(token.character) &&
    !isWord(tokens[i - 1]) &&
    isWord(tokens[i + 1])
      ? { is: 'dash' }
      : token,
  );
}

/** The characters of a pattern without wildcards. */
export function characters(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.is !== 'character') throw new Error('a wildcard has no characters');
      return token.character;
    })
    .join('');
}
