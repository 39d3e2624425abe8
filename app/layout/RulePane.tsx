import { useBaseline } from '../log/baseline-state';
import { pin, showComparison } from '../panels/compare/pinned';
import { Documents } from '../panels/documents/Documents';
import { CopiedText } from '../panels/problems/CopiedText';
import { testCountWords } from '../panels/tests/words';
import { VersionPicker } from '../panels/version/VersionPicker';
import { useResults } from '../results/results';
import { useTestCounts } from '../results/test-counts';
import { session, useSession } from '../state/session';
import { Banner } from './Banner';
import { EditorPane } from './EditorPane';
import { Placeholders } from './Placeholders';

/** The rule's side. */
export function RulePane({ dark, narrow }: { readonly dark: boolean; readonly narrow: boolean }) {
  return (
    <EditorPane
      side="rule"
      dark={dark}
      status={<RuleStatus />}
      tools={<RuleTools />}
      below={
        // What comes and goes most often stands first: what is below it keeps its place.
        <>
          {narrow ? <Banner /> : null}
          <CopiedText />
          <Placeholders />
          <Documents />
        </>
      }
    />
  );
}

function RuleStatus() {
  const problems = useResults((r) => r.ruleProblems);
  const stale = useResults((r) => r.stale);
  const started = useResults((r) => r.settled || r.outcome.info !== null);
  const hang = useResults((r) => r.hang?.event === null);
  const failing = problems.some((p) => p.severity === 'error' && !p.lint);
  const documents = useResults((r) => r.documents);
  const bad = documents.filter((d) => !d.ok).length;
  const isEmpty = useResults((r) => r.isEmpty);
  if (!started) return null;
  if (isEmpty && !hang) return <span className="soft">no rule yet</span>;
  return (
    <>
      {hang ? (
        <span className="bad">stopped</span>
      ) : failing ? (
        <span className="bad">
          {stale ? (
            <>
              <span className="pane-only-wide">showing the </span>last good result
            </>
          ) : bad > 0 && bad < documents.length ? (
            <>
              {bad} of {documents.length} <span className="pane-only-wide">documents </span>
              {bad === 1 ? 'does' : 'do'} not compile
            </>
          ) : (
            'does not compile'
          )}
        </span>
      ) : (
        <span className="good">compiles</span>
      )}
      <span className="pane-problems">
        {' · '}
        {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
      </span>
      <TestStatus />
      <BaselineStatus />
    </>
  );
}

/** How many of the expectations are met. */
function TestStatus() {
  const counts = useTestCounts();
  if (!counts) return null;
  const { failed, all } = counts;
  return (
    <>
      {' · '}
      <button
        type="button"
        className="btn-line pane-tests"
        title="Show the tests"
        onClick={() => session.setState({ tab: 'tests', pane: 'more' })}
      >
        <span className={failed > 0 ? 'bad' : ''}>
          {testCountWords(counts)}
          <span className="pane-only-wide">
            {' '}
            {all === 1 ? 'test' : 'tests'}
            {failed > 0 ? ` ${failed === 1 ? 'fails' : 'fail'}` : ''}
          </span>
        </span>
      </button>
    </>
  );
}

/** How often the rule matches in the baseline, at all times. */
function BaselineStatus() {
  const baseline = useBaseline();
  if (!baseline) return null;
  const { hits, events, isDone, loss, name } = baseline;
  const label = loss ? 'stopped' : isDone ? (hits === 0 ? '✓ 0' : `✗ ${hits.toLocaleString('en')}`) : '…';
  return (
    <>
      {' · '}
      <button
        type="button"
        className="btn-line pane-tests"
        title={`${name}: ${hits.toLocaleString('en')} of ${events.toLocaleString('en')} events match`}
        onClick={() => session.setState({ tab: 'tests', pane: 'more' })}
      >
        <span className={hits > 0 || loss ? 'bad' : ''}>
          <span className="pane-only-wide">baseline </span>
          {label}
        </span>
      </button>
    </>
  );
}

function RuleTools() {
  const counts = useSession((s) => s.countsShown);
  const pinned = useSession((s) => s.pinned !== null);
  return (
    <span className="pane-tools">
      <VersionPicker />
      <button
        type="button"
        className="btn-quiet pane-pin"
        title={
          pinned
            ? 'Compare with the pinned version'
            : 'Pin this version of the rule and compare later ones with it'
        }
        onClick={pinned ? showComparison : pin}
      >
        {pinned ? 'Compare' : 'Pin'}
      </button>
      <button
        type="button"
        className="btn-quiet"
        aria-pressed={counts}
        title="Show how many events each value matches"
        onClick={() => session.setState({ countsShown: !counts })}
      >
        Counts
      </button>
    </span>
  );
}
