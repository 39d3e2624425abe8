import { PAGE } from '../../src/limits';
import { shortened } from '../../src/text';

/**
 * What of a text stands in the plain box until the editor is there: all of it, or its beginning where the box would take
 * long to lay it out.
 */
export function plainBeginning(text: string): string {
  const end = endOfLines(text, PAGE.plainLines.value);
  return shortened(text, Math.min(end, PAGE.plainLength.value));
}

/** Where the first so many lines end. */
function endOfLines(text: string, lines: number): number {
  let at = -1;
  for (let i = 0; i < lines; i++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
