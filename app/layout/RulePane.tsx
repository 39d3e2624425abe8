import { pin, showComparison } from '../panels/compare/pinned';
import { useResults } from '../results/results';
import { session, useSession } from '../state/session';
import { EditorPane } from './EditorPane';
import { Placeholders } from './Placeholders';

/** The rule's side. */
export function RulePane({ dark }: { readonly dark: boolean }) {
  return (
    <EditorPane side="rule" dark={dark} status={<RuleStatus />}>
      <Placeholders />
    </EditorPane>
  );
}

function RuleStatus() {
  const problems = useResults((r) => r.ruleProblems);
  const stale = useResults((r) => r.stale);
  const started = useResults((r) => r.settled || r.outcome.info !== null);
  const hang = useResults((r) => r.hang);
  const failing = problems.some((p) => p.severity === 'error' && !p.lint);
  const documents = useResults((r) => r.documents);
  const bad = documents.filter((d) => !d.ok).length;
  const counts = useSession((s) => s.countsShown);
  const pinned = useSession((s) => s.pinned !== null);
  if (!started) return null;
  return (
    <>
      {pinned ? (
        <button
          type="button"
          className="btn-quiet"
          title="A version is pinned: show what has changed since"
          onClick={showComparison}
        >
          Compare
        </button>
      ) : (
        <button
          type="button"
          className="btn-quiet"
          title="Keep this version of the rule, to compare later ones with it"
          onClick={pin}
        >
          Pin
        </button>
      )}
      <button
        type="button"
        className="btn-quiet pane-only-wide"
        aria-pressed={counts}
        title="Show beside each value how many events it matched"
        onClick={() => session.setState({ countsShown: !counts })}
      >
        Counts
      </button>
      {hang ? (
        <span className="bad">stopped</span>
      ) : failing ? (
        <span className="bad">
          {stale ? (
            <>
              <span className="pane-only-wide">showing the </span>last good result
            </>
          ) : bad > 0 && bad < documents.length ? (
            `${bad} of ${documents.length} documents ${bad === 1 ? 'does' : 'do'} not compile`
          ) : (
            'does not compile'
          )}
        </span>
      ) : (
        <span className="pane-only-wide">
          <span className="good">compiles</span>
          {' · '}
        </span>
      )}
      <span className={hang || failing ? 'pane-problems pane-only-wide' : 'pane-problems'}>
        {hang || failing ? ' · ' : ''}
        {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
      </span>
    </>
  );
}
