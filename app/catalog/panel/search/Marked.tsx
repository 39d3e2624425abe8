import { markedParts } from './marked-parts';

interface MarkedProps {
  readonly text: string;
  /** The search words, folded. */
  readonly words: readonly string[];
}

/** A text with the search words marked. */
export function Marked({ text, words }: MarkedProps) {
  return markedParts(text, words).map(({ start, text: part, found }) =>
    found ? (
      <mark key={start} className="search-found">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
