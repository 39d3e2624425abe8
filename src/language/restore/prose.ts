/*
 * A text of several lines whose indentation was lost can be put back only where no line of it stood deeper than the others. That
 * is so where all lines are sentences; lists, code and the like are another matter.
 */

/** True for a line of a text that can be taken as a sentence, or a part of one, under the line above it. */
export function isProse(line: string, above: string | null): boolean {
  // The depth of the first line is that of the text, whatever it says.
  if (above === null) return true;
  if (above.endsWith(':') || hasLooseQuote(line)) return false;
  if (!/^(?:[\p{L}'"`]|\.\p{L}|\(\p{L}[\p{L}.]|\d+[^\d\s.):])/u.test(line)) return false;
  return !/^\p{L}[.)]\s/u.test(line) && !/\S {3,}\S/.test(line);
}

/** A quotation mark without its other half: a line that was cut out of something else. */
function hasLooseQuote(line: string): boolean {
  const inner = line.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '');
  return [...inner.matchAll(/'/g)].length % 2 === 1 || [...inner.matchAll(/"/g)].length % 2 === 1;
}
