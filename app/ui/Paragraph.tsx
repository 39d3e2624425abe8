import { Fragment, useState } from 'react';
import { isList, jointBefore, moreWords, type WordList, type Paragraph as Words } from '../../src/describe';
import { cutEntry, cutText } from './cut';

/** How many entries of a list show before it is opened. */
const SHOWN = 6;

/** A paragraph from the engine. Long lists show their first entries, and the rest on demand. */
export function Paragraph({ words }: { readonly words: Words }) {
  return words.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity of their own and never move.
    <Fragment key={i}>
      {typeof part === 'string' ? (
        cutText(part)
      ) : isList(part) ? (
        <List list={part} />
      ) : (
        <code className="exact">{cutEntry(part.code)}</code>
      )}
    </Fragment>
  ));
}

function List({ list }: { readonly list: WordList }) {
  const [isOpen, setIsOpen] = useState(false);
  const { entries, more = 0 } = list;
  // What "and 1 more" stands for is no longer than that.
  const isLong = entries.length > SHOWN + 1;
  const isWhole = isOpen || !isLong;
  const shown = isWhole ? entries : entries.slice(0, SHOWN);
  return (
    <>
      {shown.map((entry, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no identity of their own and never move.
        <Fragment key={i}>
          {i > 0 ? (isWhole ? jointBefore(list, i) : list.joint) : ''}
          <Paragraph words={entry} />
        </Fragment>
      ))}
      {isWhole && more > 0 ? moreWords(more) : ''}
      {isLong ? ' ' : ''}
      {isLong ? (
        <button
          type="button"
          className="go-text"
          aria-expanded={isOpen}
          onClick={() => setIsOpen((open) => !open)}
        >
          {isOpen ? '(fewer)' : moreWords(entries.length - SHOWN + more).trim()}
        </button>
      ) : null}
    </>
  );
}
