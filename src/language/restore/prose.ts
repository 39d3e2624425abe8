/*
 * A text of several lines can be restored only if none of its lines was indented further than the others. That is so
 * if all lines are sentences; lists, code and the like are another matter.
 */

/** True for a line that can be read as a sentence, or part of one, below the line above it. */
export function isProse(line: string, above: string | null): boolean {
  // The indentation of the first line is that of the text, whatever it says.
  if (above === null) return true;
  if (above.endsWith(':') || hasLooseQuote(line)) return false;
  if (!/^(?:[\p{L}'"`]|\.\p{L}|\(\p{L}[\p{L}.]|\d+[^\d\s.):])/u.test(line)) return false;
  return !/^\p{L}[.)]\s/u.test(line) && !/\S {3,}\S/.test(line);
}

/** A quotation mark without its partner: the line was cut out of something else. */
function hasLooseQuote(line: string): boolean {
  const inner = line.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '');
  return [...inner.matchAll(/'/g)].length % 2 === 1 || [...inner.matchAll(/"/g)].length % 2 === 1;
}
