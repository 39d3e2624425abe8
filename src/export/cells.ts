import { eastAsianWidth } from 'get-east-asian-width';

/** So many columns of a tab in a picture. */
export const TAB = 4;

const COMBINES = /^[\p{Mn}\p{Me}]$/u;

/** How many columns a text takes where all characters are equally wide: wide ones of East Asia and emoji two, those that combine none. */
export function cells(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let sum = 0;
  for (const one of text) if (!COMBINES.test(one)) sum += eastAsianWidth(one.codePointAt(0)!);
  return sum;
}
