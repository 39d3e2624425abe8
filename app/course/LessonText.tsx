import './lesson-text.css';
import { Fragment } from 'react';
import { type Inline, readText } from '../../src/teach';

/** The text of a lesson: the few forms of Markdown that it may have, never HTML. */
export function LessonText({ text }: { readonly text: string }) {
  const { blocks } = readText(text);
  return (
    <div className="lesson-text">
      {blocks.map((block, i) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of a text have no identity of their own.
        if (block.kind === 'code') return <pre key={i}>{block.text}</pre>;
        if (block.kind === 'paragraph')
          return (
            <p key={i}>
              <Parts parts={block.parts} />
            </p>
          );
        const items = block.items.map((parts, at) => (
          <li key={at}>
            <Parts parts={parts} />
          </li>
        ));
        return block.isNumbered ? <ol key={i}>{items}</ol> : <ul key={i}>{items}</ul>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
      })}
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no identity of their own.
    <Fragment key={i}>{shown(part)}</Fragment>
  ));
}

function shown(part: Inline) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return (
        <a className="lesson-text-link" href={`#${part.to.kind}=${part.to.id}`}>
          {part.text}
        </a>
      );
  }
}
