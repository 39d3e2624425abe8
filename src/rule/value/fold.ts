import { byName } from '../../text';

/**
 * Unicode simple case folding (statuses C and S of CaseFolding.txt), which keeps the length in UTF-16 units, so that
 * offsets into the folded text are offsets into the text (semantics.md, "case folding", ours).
 */

/**
 * Characters beyond Latin-1. V8 keeps a text without any in one byte a character and answers this test for it at once,
 * where a test for non-ASCII would have to look at every character.
 */
const WIDE = /[\u0100-\uffff]/;

/**
 * Where upper- and lower-casing lead astray: characters without a simple folding, late additions of the standard, and
 * the micro sign, which stands for the Greek letter here so that Latin-1 texts need no folding but lower case.
 */
const EXCEPTIONS = byName<string>({
  μ: 'µ',
  Μ: 'µ',
  µ: 'µ',
  '\u0131': '\u0131',
  '\u0130': '\u0130',
  '\u1fd3': '\u0390',
  '\u1fe3': '\u03b0',
  '\ufb05': '\ufb06',
});

/** So many characters are remembered; a text that uses more makes some be folded anew. */
const KEPT = 0x10000;
/** A memo, bounded: what it keeps follows from the character alone. */
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = EXCEPTIONS.get(character) ?? character;
    if (!EXCEPTIONS.has(character)) {
      const upper = character.toUpperCase();
      const lower = (upper.length === character.length ? upper : character).toLowerCase();
      if (lower.length === character.length) folded = lower;
    }
    if (known.size >= KEPT) known.clear();
    known.set(character, folded);
  }
  return folded;
}

/** Folds as `fold` does, or the letters A to Z only, as one of the readings has it. */
export type Fold = (text: string) => string;

/** The letters A to Z only, in lower case. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The folded form of `text`: equal for texts that differ only in case, and of the same length. */
export function fold(text: string): string {
  if (!WIDE.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text)
    folded += character <= '\x7f' ? character.toLowerCase() : foldCharacter(character);
  return folded;
}
