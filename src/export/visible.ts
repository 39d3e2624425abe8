/*
 * Characters that nobody sees: control characters, marks of direction, blanks of no width, halves of characters. In a text
 * that is passed on they could hide or reorder what stands there, and XML has no way to write some of them.
 */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

function named(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${code}⟩`;
}

/** A text in which characters that nobody sees are named: `⟨U+202E⟩`. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(UNSEEN, (character) =>
      character === '\n' || character === '\t' ? character : named(character),
    );
}

/** The same for a text within a line: a line break is `↵`, a tab a blank. */
export function inLine(text: string): string {
  return visible(text).replaceAll('\n', '↵').replaceAll('\t', ' ');
}
