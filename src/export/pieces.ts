import { isList, jointBefore, moreWords, type Paragraph } from '../describe';
import type { Code, Words } from '../text';
import type { Line, Piece } from './paper';

/** Words as a line: they differ in nothing but their name. */
export function lineOf(words: Words): Line {
  return words;
}

/** A paragraph as a line, with all entries of its lists. */
export function lineOfParagraph(paragraph: Paragraph): Line {
  return paragraph.flatMap((part): Piece[] => {
    if (!isList(part)) return [part as string | Code];
    const { entries, more } = part;
    const all = entries.flatMap((entry, i) => [
      ...(i > 0 ? [jointBefore(part, i)] : []),
      ...lineOfParagraph(entry),
    ]);
    return more === undefined ? all : [...all, moreWords(more)];
  });
}

/** The characters of a line, as they are shown. */
export function textOf(line: Line): string {
  return line.map(textOfPiece).join('');
}

/** The characters of a piece. */
export function textOfPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('code' in piece) return piece.code;
  if ('soft' in piece) return piece.soft;
  return 'link' in piece ? piece.link : piece.selection;
}
