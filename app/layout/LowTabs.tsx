import './low.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { Explain } from '../panels/explain/Explain';
import { Matches } from '../panels/matches/Matches';
import { useLogProblemCount } from '../panels/problems/LogProblems';
import { Problems } from '../panels/problems/Problems';
import { useResults } from '../results/results';
import { session, type Tab as TabName, useSession } from '../state/session';

// The catalog comes when it is asked for: most visits do without.
const Catalog = lazy(() => import('../catalog/panel/Catalog'));
// Loaded once it is opened: the tables of ATT&CK and of events come with it.
const RulePage = lazy(() => import('../panels/rule/RulePage').then((m) => ({ default: m.RulePage })));
// Loaded once it is opened; the index of the corpus is fetched by it.
const Indicators = lazy(() => import('../panels/indicators/Indicators'));
// Most rules stand alone.
const Correlations = lazy(() =>
  import('../panels/correlations/Correlations').then((m) => ({ default: m.Correlations })),
);
// Most visits pin nothing.
const Compare = lazy(() => import('../panels/compare/Compare'));

const PANELS: Readonly<Record<TabName, { readonly title: string; readonly panel: ReactNode }>> = {
  matches: { title: 'Matches', panel: <Matches /> },
  explain: { title: 'Explain', panel: <Explain /> },
  rule: {
    title: 'Rule',
    panel: (
      <Suspense fallback={<p className="empty">Loading …</p>}>
        <RulePage />
      </Suspense>
    ),
  },
  indicators: {
    title: 'Indicators',
    panel: (
      <Suspense fallback={<p className="empty">Loading …</p>}>
        <Indicators />
      </Suspense>
    ),
  },
  correlations: {
    title: 'Correlations',
    panel: (
      <Suspense fallback={<p className="empty">Loading…</p>}>
        <Correlations />
      </Suspense>
    ),
  },
  compare: {
    title: 'Compare',
    panel: (
      <Suspense fallback={<p className="empty">Loading …</p>}>
        <Compare />
      </Suspense>
    ),
  },
  problems: { title: 'Problems', panel: <Problems /> },
  catalog: {
    title: 'Catalog',
    panel: (
      <Suspense fallback={<p className="empty">Loading…</p>}>
        <Catalog />
      </Suspense>
    ),
  },
};

/** Those that grow by a number, and those that are not always there, stand last: the others keep their places. */
const LAST: readonly TabName[] = ['problems', 'correlations', 'compare'];

/** The panels below the editors. */
export function LowTabs({ tabs: all }: { readonly tabs: readonly TabName[] }) {
  const correlates = useResults((r) => r.documents.some((d) => d.kind === 'correlation'));
  const firings = useResults(
    (r) => r.outcome.together?.correlations.reduce((sum, { total }) => sum + total, 0) ?? 0,
  );
  const compares = useSession((s) => s.pinned !== null);
  const changed = useResults((r) => r.outcome.compared?.events.length ?? 0);
  const absent = (tab: TabName) =>
    (tab === 'correlations' && !correlates) || (tab === 'compare' && !compares);
  const inOrder = [...all.filter((tab) => !LAST.includes(tab)), ...LAST.filter((tab) => all.includes(tab))];
  const tabs = inOrder.filter((tab) => !absent(tab));
  const chosen = useSession((s) => s.tab);
  const ofTexts = useResults((r) => r.ruleProblems.length + r.eventProblems.length);
  const problems = ofTexts + useLogProblemCount();
  const tab = tabs.includes(chosen) ? chosen : (tabs[0] ?? chosen);
  return (
    <Tabs
      className="low"
      data-region
      selectedKey={tab}
      onSelectionChange={(key) => {
        const choice = tabs.find((t) => t === key);
        if (choice) session.setState({ tab: choice });
      }}
    >
      <TabList className="low-tabs" aria-label="Panels">
        {tabs.map((id) => (
          <Tab key={id} id={id} className="low-tab">
            <span className="low-title" data-title={PANELS[id].title}>
              {PANELS[id].title}
            </span>
            {id === 'correlations' && firings > 0 ? <span className="low-count">{firings}</span> : null}
            {id === 'compare' && changed > 0 ? (
              <span className="low-count">{changed.toLocaleString('en')}</span>
            ) : null}
            {/* Its room is kept while there is none. */}
            {id === 'problems' ? <span className="low-count">{problems > 0 ? problems : null}</span> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((id) => (
        <TabPanel key={id} id={id} className="low-panel">
          {PANELS[id].panel}
        </TabPanel>
      ))}
    </Tabs>
  );
}
