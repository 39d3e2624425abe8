import { TOLD } from '../../limits';
import { type Code, joinWords, plain, shortenedTold, unmarked, type Words } from '../../text';

/**
 * Words with lists in them, of which a page may show the first entries and keep the rest until it is asked. Plain data.
 */
export type Paragraph = readonly (string | Code | WordList)[];

export interface WordList {
  readonly entries: readonly Paragraph[];
  /** What stands between two entries, and before the last one. */
  readonly joint: string;
  readonly last: string;
  /** How many entries are left out (`briefParagraphs`). */
  readonly more?: number;
}

/** True for a list in a paragraph. */
export function isList(part: Paragraph[number]): part is WordList {
  return typeof part === 'object' && 'entries' in part;
}

/** A paragraph in full, with every entry of its lists. */
export function wholeWords(paragraph: Paragraph): Words {
  return joinWords(paragraph.map(wholeOf), '');
}

function wholeOf(part: Paragraph[number]): Words {
  if (!isList(part)) return [part];
  const { entries, more } = part;
  const words = entries.flatMap((entry, i) => [
    ...(i > 0 ? [jointBefore(part, i)] : []),
    ...wholeWords(entry),
  ]);
  return more === undefined ? words : [...words, moreWords(more)];
}

/** What stands before the entry at `index`, which is not the first. */
export function jointBefore({ entries, joint, last, more }: WordList, index: number): string {
  return index === entries.length - 1 && more === undefined ? last : joint;
}

/** Stands for the entries that are not there. */
export function moreWords(more: number): string {
  return ` and ${more.toLocaleString('en')} more`;
}

/** Paragraphs as text to copy: in full, a line each, with code in backticks, so that blanks at the ends of values show. */
export function paragraphsText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => plain(wholeWords(paragraph))).join('\n');
}

/** Paragraphs as sentences to be read aloud, in full: without the backticks, which a voice would name. */
export function paragraphsSaid(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map((paragraph) => unmarked(wholeWords(paragraph)));
}

/** Entries as one part, or the only entry itself. */
export function listOf(entries: readonly Paragraph[], joint: string, last: string = joint): Paragraph {
  return entries.length === 1 ? entries[0]! : [{ entries, joint, last }];
}

/** What a page shows of a rule in words, and all of it as text to copy. */
export interface InWords {
  readonly paragraphs: readonly Paragraph[];
  readonly text: string;
}

/**
 * Paragraphs as the page gets them: of long lists the first entries, up to a number and a length in all, and of long texts
 * the beginning. The text has all in full.
 */
export function inWords(paragraphs: readonly Paragraph[]): InWords {
  let left: number = TOLD.stageParts.value;
  let room: number = TOLD.words.value;
  const cut = (text: string): string => {
    const shown = shortenedTold(text, TOLD.hitText.value);
    room -= shown.length;
    return shown;
  };
  const brief = (paragraph: Paragraph): Paragraph =>
    paragraph.map((part) => {
      if (typeof part === 'string') return cut(part);
      if (!isList(part)) return { code: cut(part.code) };
      const entries: Paragraph[] = [];
      for (const entry of part.entries) {
        if (entries.length > 0 && (left <= 0 || room <= 0 || entries.length >= TOLD.parts.value)) break;
        left--;
        entries.push(brief(entry));
      }
      const more = part.entries.length - entries.length;
      return more === 0 ? { ...part, entries } : { ...part, entries, more };
    });
  return { paragraphs: paragraphs.map(brief), text: paragraphsText(paragraphs) };
}
