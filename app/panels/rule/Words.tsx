import type { RuleSheet } from '../../../src/describe';

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
          <dd>{value}</dd>
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
          <ul className="rule-list" aria-label="False positives">
            {falsePositives.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {references.length > 0 ? (
        <section>
          <h3>References</h3>
          <ul aria-label="References">
            {references.map(({ text, url }) => (
              <li key={text}>
                {url ? (
                  <a className="reference" href={url} target="_blank" rel="noopener noreferrer">
                    {text}
                  </a>
                ) : (
                  <span className="rule-text">{text}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {related.length > 0 ? (
        <section>
          <h3>Related rules</h3>
          <ul className="rule-list" aria-label="Related rules">
            {related.map(({ id, kind, says }) => (
              <li key={`${id}-${kind}`}>
                <code>{id}</code> <span className="soft">{kind === '' ? says : `${kind}: ${says}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {tags.length > 0 ? (
        <section>
          <h3>Tags</h3>
          <ul className="rule-tags" aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag}>
                <code>{tag}</code>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
