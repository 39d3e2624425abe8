import type { Words } from '../text';

/** The parts of a sentence that show how it was made: a mark for code that was not read, or a thing where its words belong. */
export function slipsIn(words: Words): string[] {
  return words.flatMap((part) =>
    typeof part === 'string' && /`|\[object|undefined/.test(part) ? [part] : [],
  );
}
