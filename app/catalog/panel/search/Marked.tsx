import { markedParts } from './marked-parts';

interface MarkedProps {
  readonly text: string;
  /** What was searched for, folded. */
  readonly words: readonly string[];
}

/** A text in which the words that were searched for are marked. */
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
