import { itemTraces, type Trace } from '../../../src/match';
import { joinWords, plain, type Words } from '../../../src/text';
import { useResults } from '../../results/results';
import { cutEntry } from '../../ui/cut';
import { Sentence } from '../../ui/Sentence';
import { LongList } from '../LongList';

/** How the event was read: its source, the evidence for it, and where field names were mapped. */
export function HowRead({ trace, source }: { readonly trace: Trace; readonly source: Words }) {
  const items = itemTraces(trace.selections).map(([item]) => item);
  const references = useResults((r) => r.outcome.info?.references);
  // The engine names only such links; links of any other kind must never be made from a rule's text.
  const links = (references ?? []).filter(({ url }) => /^https?:\/\//i.test(url));
  const mappings = [
    ...new Map(items.flatMap((i) => (i.mapping ? [[plain(i.mapping), i.mapping] as const] : []))).values(),
  ];
  return (
    <dl className="terms">
      <dt>Source</dt>
      <dd>
        <Sentence words={source} />
      </dd>
      {mappings.length > 0 ? (
        <>
          <dt>Fields</dt>
          <dd>
            <Sentence words={joinWords(mappings)} />
          </dd>
        </>
      ) : null}
      {links.length > 0 ? (
        <>
          <dt>References</dt>
          <dd>
            <LongList items={links}>
              {({ url }) => (
                <li key={url}>
                  <a className="reference" href={url} target="_blank" rel="noopener noreferrer">
                    {cutEntry(url)}
                  </a>
                </li>
              )}
            </LongList>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
