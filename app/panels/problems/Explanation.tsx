import { eventCard, evtxCard, isEvtxCode } from '../../../src/event';
import { cardOf, type LintCode } from '../../../src/language';
import { type CardText, type CardWords, prose } from '../../../src/text';
import { openReference } from '../../actions/reference';
import { Sentence } from '../../ui/Sentence';
import type { Explained } from './explained';
import { switchCheck } from './switch-check';

/** What a kind of problem is, why it matters, and, if there are any, a bad and a good example. */
export default function Explanation({ of }: { readonly of: Explained }) {
  if (of.in === 'rule') return <OfRule code={of.code} />;
  return isEvtxCode(of.code) ? (
    <Words card={evtxCard(of.code)} />
  ) : (
    <WithExamples card={eventCard(of.code)} />
  );
}

function OfRule({ code }: { readonly code: LintCode }) {
  const card = cardOf(code);
  return (
    <>
      <WithExamples card={card} />
      <p>
        <button type="button" className="btn" onClick={() => openReference(`check:${code}`)}>
          Try it in the reference
        </button>
      </p>
      {card.blocks ? (
        <p className="soft">It prevents any verdict, so it cannot be switched off.</p>
      ) : (
        <p className="soft">
          <button type="button" className="btn" onClick={() => switchCheck(code, false)}>
            Switch this check off
          </button>{' '}
          <span>
            To switch it off here only, write <code># sigma-disable: {code}</code> at the end of the line.
          </span>
        </p>
      )}
    </>
  );
}

function WithExamples({ card }: { readonly card: CardText }) {
  return (
    <>
      <Words card={card} />
      <div className="problems-examples">
        <Example title="Reported" text={card.bad} />
        <Example title="Not reported" text={card.good} />
      </div>
    </>
  );
}

function Words({ card: { finds, why } }: { readonly card: CardWords }) {
  return (
    <>
      <p className="problems-finds">
        <Sentence words={prose(finds)} />
      </p>
      <p>
        <Sentence words={prose(why)} />
      </p>
    </>
  );
}

/** An example, with the characters of the problem marked. */
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
