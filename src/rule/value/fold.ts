import { byName } from '../../text';

/**
 * Unicode simple case folding (statuses C and S of CaseFolding.txt). It keeps the length in UTF-16 units, so offsets
 * into the folded text are offsets into the text (semantics.md, "case folding", ours).
 */

/**
 * Characters beyond Latin-1. V8 stores a text without any in one byte per character and answers this test at once; a
 * test for non-ASCII would have to scan it.
 */
const WIDE = /[\u0100-\uffff]/;

/**
 * Characters for which lower case is not the simple folding: those without one, late additions to the standard, and
 * the micro sign, which becomes the Greek letter here so that Latin-1 texts need only lower case.
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

/** The most characters to remember; a text that uses more folds some of them again. */
const KEPT = 0x10000;
/** A bounded memo: each entry depends on its character alone. */
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

/** Folds like `fold`, or the letters A to Z only, for an alternative reading. */
export type Fold = (text: string) => string;

/** Lowers the letters A to Z only. */
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
