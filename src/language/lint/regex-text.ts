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

/**
 * For each character of an expression, whether it has its meaning outside of classes: it is in no character class,
 * and not escaped.
 */
export function activeIn(source: string): readonly boolean[] {
  const active: boolean[] = [];
  let inside = false;
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!;
    active.push(!inside && character !== '\\');
    if (character === '\\') {
      active.push(false);
      i++;
    } else if (character === '[' && !inside) {
      inside = true;
      // A leading bracket, also after `^`, is one of the characters.
      const first = /^\^?\]/.exec(source.slice(i + 1, i + 3))?.[0].length ?? 0;
      for (let n = 0; n < first; n++) active.push(false);
      i += first;
    } else if (character === ']') inside = false;
  }
  return active.slice(0, source.length);
}
