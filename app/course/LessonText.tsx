import './lesson-text.css';
import { Fragment } from 'react';
import { type Inline, type LessonLink, readText } from '../../src/teach';
import { lessonNamed, nameOf } from './courses';

interface LessonTextProps {
  readonly text: string;
  /** The key of the course that it stands in: a link to a lesson leads to one of these first. */
  readonly courseKey: string;
}

/** The text of a lesson: the few forms of Markdown that it may have, never HTML. */
export function LessonText({ text, courseKey }: LessonTextProps) {
  const { blocks } = readText(text);
  return (
    <div className="lesson-text">
      {blocks.map((block, i) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of a text have no identity of their own.
        if (block.kind === 'code') return <pre key={i}>{block.text}</pre>;
        if (block.kind === 'paragraph')
          return (
            <p key={i}>
              <Parts parts={block.parts} courseKey={courseKey} />
            </p>
          );
        const items = block.items.map((parts, at) => (
          <li key={at}>
            <Parts parts={parts} courseKey={courseKey} />
          </li>
        ));
        return block.isNumbered ? <ol key={i}>{items}</ol> : <ul key={i}>{items}</ul>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
      })}
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly Inline[];
  readonly courseKey: string;
}

function Parts({ parts, courseKey }: PartsProps) {
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no identity of their own.
    <Fragment key={i}>{shown(part, courseKey)}</Fragment>
  ));
}

function shown(part: Inline, courseKey: string) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return (
        <a className="lesson-text-link" href={addressOf(part.to, courseKey)}>
          {part.text}
        </a>
      );
  }
}

function addressOf({ kind, id }: LessonLink, courseKey: string): string {
  const name = nameOf(courseKey, id);
  return `#${kind}=${kind === 'lesson' && lessonNamed(name) ? name : id}`;
}
