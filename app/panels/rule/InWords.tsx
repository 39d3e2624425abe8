import type { InWords as RuleInWords } from '../../../src/describe';
import { copyText } from '../../ui/copy';
import { Paragraph } from '../../ui/Paragraph';

/** The rule in sentences that need no knowledge of Sigma; the copy has them in full. */
export function InWords({ words: { paragraphs, text } }: { readonly words: RuleInWords }) {
  return (
    <section className="rule-said" aria-label="In words">
      <header className="rule-page-head">
        <h3>In words</h3>
        <button type="button" className="btn" onClick={() => void copyText(text, 'The words were')}>
          Copy
        </button>
      </header>
      {paragraphs.map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key of the section changes with its text.
        <p key={i} className="rule-paragraph">
          <Paragraph words={paragraph} />
        </p>
      ))}
    </section>
  );
}
