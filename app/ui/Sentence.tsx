import type { Words } from '../../src/text';
import { cutEntry, cutText } from './cut';

/** A sentence from the engine, with its code shown as code. A text that is too long to be laid out is cut, and says so. */
export function Sentence({ words }: { readonly words: Words }) {
  return words.map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity of their own and never move.
    typeof part === 'string' ? cutText(part) : <code key={i}>{cutEntry(part.code)}</code>,
  );
}
