import { useState } from 'react';
import type { Topic } from '../../src/language';
import { shortLink } from '../actions/short-links';
import { copyText } from '../ui/copy';
import { Sentence } from '../ui/Sentence';
import { idOf, KIND_WORDS, snippetsOf } from './entries';
import { Try } from './Try';

/** One entry: what it means, and a rule that runs. */
export function Entry({ topic }: { readonly topic: Topic }) {
  const { kind, name, says } = topic;
  const [snippets] = useState(() => snippetsOf(topic));
  const [shown, setShown] = useState(0);
  const snippet = snippets[shown];
  const copy = () => {
    const fragment = kind === 'check' ? shortLink('check', name) : shortLink('ref', idOf(topic));
    void copyText(`${location.origin}${location.pathname}${fragment}`, 'The link was');
  };
  return (
    <>
      <header className="lookup-head">
        <h3>
          <code>{name}</code> <span className="soft">{KIND_WORDS[kind][1]}</span>
        </h3>
        <button type="button" className="btn-quiet" onClick={copy}>
          Copy link
        </button>
      </header>
      {says.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity of their own and never move.
        <p key={i}>
          <Sentence words={words} />
        </p>
      ))}
      {snippets.length > 1 ? (
        <fieldset className="lookup-which">
          <legend className="visually-hidden">Example</legend>
          {snippets.map(({ label }, i) => (
            <button
              key={label}
              type="button"
              className="btn"
              aria-pressed={i === shown}
              onClick={() => setShown(i)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      ) : null}
      {snippet ? <Try key={shown} snippet={snippet} /> : null}
    </>
  );
}
