import { useResults } from '../../results/results';

/** How other documents affect the rule: the filters that apply to it, and the correlations that refer to it. */
export function RuleNotes() {
  const info = useResults((r) => r.outcome.info);
  const documents = useResults((r) => r.documents);
  const idle = documents.filter((d) => d.kind === 'filter' && d.ok && d.joined === 0);
  if (!info?.filtered && !info?.silentFor && idle.length === 0) return null;
  return (
    <aside className="explain-notes" aria-label="Other documents">
      {info?.filtered ? (
        <p>
          {info.filtered.by.length === 1 ? 'The filter ' : 'The filters '}
          {info.filtered.by.map((title) => `“${title}”`).join(', ')}{' '}
          {info.filtered.by.length === 1 ? 'applies' : 'apply'} to this rule:{' '}
          <code>{info.filtered.condition}</code>
        </p>
      ) : null}
      {info?.silentFor ? (
        <p>
          Referenced by {info.silentFor.map((title) => `“${title}”`).join(', ') || 'a correlation'}: it raises
          no alert of its own. Its matches are shown all the same.
        </p>
      ) : null}
      {idle.map(({ title, range }) => (
        <p key={range.start}>The filter “{title}” applies to none of these rules.</p>
      ))}
    </aside>
  );
}
