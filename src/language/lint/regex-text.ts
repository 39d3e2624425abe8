/** The text that a regular expression without special characters stands for; null for any other. */
export function plainRegex(source: string): string | null {
  let text = '';
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!;
    if (character === '\\') {
      const next = source[++i];
      // An escaped letter or digit has a special meaning.
      if (next === undefined || /[\p{L}\p{N}]/u.test(next)) return null;
      text += next;
    } else if (/[.*+?^$()[\]{}|]/.test(character)) return null;
    else text += character;
  }
  return text;
}

/** A class of characters, brackets included; a bracket that comes first, also after `^`, is one of the characters. */
const CLASS = /\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]?/y;

/** The pieces of an expression: an escape, a class of characters, or a single character. */
export function piecesOf(source: string): readonly { readonly at: number; readonly text: string }[] {
  const pieces: { at: number; text: string }[] = [];
  for (let at = 0; at < source.length; ) {
    CLASS.lastIndex = at;
    const text =
      source[at] === '\\'
        ? source.slice(at, at + 2)
        : source[at] === '['
          ? CLASS.exec(source)![0]
          : source[at]!;
    pieces.push({ at, text });
    at += text.length;
  }
  return pieces;
}

/**
 * For each character of an expression, whether it has its meaning outside of classes: it is in no class, and not escaped.
 * The bracket that begins a class is such a character.
 */
export function activeIn(source: string): readonly boolean[] {
  const active = Array.from({ length: source.length }, () => false);
  for (const { at, text } of piecesOf(source)) active[at] = text[0] !== '\\';
  return active;
}
