/** A sentence of the engine: what stands between backticks is code. */
export function Sentence({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // An odd one out is a backtick of the text itself.
  if (parts.length % 2 === 0) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity of their own and never move.
  return parts.map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}
