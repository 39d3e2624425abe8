import { PAGE } from '../../src/limits';
import { shortenedTold } from '../../src/text';

/** A text from a rule or an event as a paragraph shows it: of one that is too long to be laid out, the beginning and its length. */
export function cutText(text: string): string {
  return shortenedTold(text, PAGE.shownText.value);
}

/** The same for a name, a value or another entry of a list. */
export function cutEntry(text: string): string {
  return shortenedTold(text, PAGE.shownEntry.value);
}
