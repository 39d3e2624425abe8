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
