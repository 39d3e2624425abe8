/** A piece of a text, and whether it is a search word. */
export interface MarkedPart {
  readonly start: number;
  readonly text: string;
  readonly found: boolean;
}

/** `text` in pieces: occurrences of `words`, and the text between. Words are in lower case. */
export function markedParts(text: string, words: readonly string[]): MarkedPart[] {
  const lower = text.toLowerCase();
  // The lower case of a few letters has another length; positions in it would not be positions in the text.
  if (words.length === 0 || lower.length !== text.length) return [{ start: 0, text, found: false }];
  const found = new Uint8Array(text.length);
  for (const word of words)
    for (let at = lower.indexOf(word); word !== '' && at >= 0; at = lower.indexOf(word, at + 1))
      found.fill(1, at, at + word.length);
  const parts: MarkedPart[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    for (end = start; end < text.length && found[end] === found[start]; ) end++;
    parts.push({ start, text: text.slice(start, end), found: found[start] === 1 });
  }
  return parts;
}
