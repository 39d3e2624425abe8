import type { RuleSheet } from '../../../src/describe';
import { cutEntry } from '../../ui/cut';
import { LongList } from '../LongList';

interface SheetProps {
  readonly sheet: RuleSheet;
}

/** Status, level, author, dates, id. */
export function Facts({ sheet: { facts } }: SheetProps) {
  if (facts.length === 0) return null;
  return (
    <dl className="rule-facts" aria-label="Facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{cutEntry(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The rule's sentences and lists. A reference opens only on a click; nothing is fetched. */
export function Words({ sheet }: SheetProps) {
  const { description, falsePositives, references, related, tags } = sheet;
  return (
    <div className="rule-words">
      {description.map((paragraph) => (
        <p key={paragraph} className="rule-paragraph">
          {paragraph}
        </p>
      ))}
      {falsePositives.length > 0 ? (
        <section>
          <h3>False positives</h3>
          <LongList items={falsePositives} className="rule-list" label="False positives">
            {(text) => <li key={text}>{cutEntry(text)}</li>}
          </LongList>
        </section>
      ) : null}
      {references.length > 0 ? (
        <section>
          <h3>References</h3>
          <LongList items={references} label="References">
            {({ text, url }) => (
              <li key={text}>
                {url ? (
                  <a className="reference" href={url} target="_blank" rel="noopener noreferrer">
                    {cutEntry(text)}
                  </a>
                ) : (
                  <span className="rule-text">{cutEntry(text)}</span>
                )}
              </li>
            )}
          </LongList>
        </section>
      ) : null}
      {related.length > 0 ? (
        <section>
          <h3>Related rules</h3>
          <LongList items={related} className="rule-list" label="Related rules">
            {({ id, kind, says }) => (
              <li key={`${id}-${kind}`}>
                <code>{cutEntry(id)}</code>{' '}
                <span className="soft">{cutEntry(kind === '' ? says : `${kind}: ${says}`)}</span>
              </li>
            )}
          </LongList>
        </section>
      ) : null}
      {tags.length > 0 ? (
        <section>
          <h3>Tags</h3>
          <LongList items={tags} className="rule-tags" label="Tags">
            {(tag) => (
              <li key={tag}>
                <code>{cutEntry(tag)}</code>
              </li>
            )}
          </LongList>
        </section>
      ) : null}
    </div>
  );
}
