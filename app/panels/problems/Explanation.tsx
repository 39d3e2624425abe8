import { CARDS } from '../../../src/language';
import { Sentence } from '../../ui/Sentence';
import { switchCheck } from './switch-check';

/** What a kind of problem is, why it matters, an example of it and the same as it should be. */
export default function Explanation({ id }: { readonly id: string }) {
  const card = CARDS.get(id);
  if (!card) return <p className="empty">There is no more to say about this.</p>;
  return (
    <>
      <p className="problems-finds">
        <Sentence text={card.finds} />
      </p>
      <p>
        <Sentence text={card.why} />
      </p>
      <div className="problems-examples">
        <Example title="Like this, it is found" text={card.bad} />
        <Example title="Like this, it is not" text={card.good} />
      </div>
      {card.blocks ? (
        <p className="soft">There is no verdict while it stands, so it cannot be switched off.</p>
      ) : (
        <p className="soft">
          <button type="button" className="btn" onClick={() => switchCheck(id, false)}>
            Switch this check off
          </button>{' '}
          <span>
            Only here: <code># sigma-disable: {id}</code> at the end of the line.
          </span>
        </p>
      )}
    </>
  );
}

/** An example; the characters of the problem are marked. */
function Example({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <figure className="problems-example">
      <figcaption>{title}</figcaption>
      <pre>
        {text.split(/[«»]/).map((part, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an example never move.
          i % 2 === 1 ? <mark key={i}>{part}</mark> : part,
        )}
      </pre>
    </figure>
  );
}
