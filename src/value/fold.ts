/**
 * Unicode simple case folding (statuses C and S of CaseFolding.txt), which keeps the length in UTF-16 units, so that
 * offsets into the folded text are offsets into the text (semantics.md, "case folding", ours).
 */

const NON_ASCII = /[^\x00-\x7f]/;

/** Where upper- and lower-casing lead astray: characters without a simple folding, and late additions of the standard. */
const EXCEPTIONS: Record<string, string> = { ı: 'ı', İ: 'İ', ΐ: 'ΐ', ΰ: 'ΰ', ſt: 'st' };

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = EXCEPTIONS[character] ?? character;
    if (EXCEPTIONS[character] === undefined) {
      const upper = character.toUpperCase();
      const lower = (upper.length === character.length ? upper : character).toLowerCase();
      if (lower.length === character.length) folded = lower;
    }
    known.set(character, folded);
  }
  return folded;
}

/** The folded form of `text`: equal for texts that differ only in case, and of the same length. */
export function fold(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text)
    folded += character <= '\x7f' ? character.toLowerCase() : foldCharacter(character);
  return folded;
}
