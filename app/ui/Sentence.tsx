import type { Words } from '../../src/text';

/** A sentence from the engine, with its code shown as code. */
export function Sentence({ words }: { readonly words: Words }) {
  return words.map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity of their own and never move.
    typeof part === 'string' ? part : <code key={i}>{part.code}</code>,
  );
}
