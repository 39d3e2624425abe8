import './low.css';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useLogProblemCount } from '../panels/problems/problem-files';
import { useResults } from '../results/results';
import { session, type Tab as TabName, useSession } from '../state/session';
import { opened } from './opened';
import { PanelFrame } from './PanelFrame';

const PANELS: Readonly<Record<TabName, { readonly title: string; readonly panel: ReactNode }>> = {
  matches: {
    title: 'Matches',
    panel: opened(() => import('../panels/matches/Matches').then((m) => ({ default: m.Matches }))),
  },
  explain: {
    title: 'Explain',
    panel: opened(() => import('../panels/explain/Explain').then((m) => ({ default: m.Explain }))),
  },
  rule: {
    title: 'Rule',
    panel: opened(() => import('../panels/rule/RulePage').then((m) => ({ default: m.RulePage }))),
  },
  indicators: { title: 'Indicators', panel: opened(() => import('../panels/indicators/Indicators')) },
  correlations: {
    title: 'Correlations',
    panel: opened(() =>
      import('../panels/correlations/Correlations').then((m) => ({ default: m.Correlations })),
    ),
  },
  compare: { title: 'Compare', panel: opened(() => import('../panels/compare/Compare')) },
  problems: {
    title: 'Problems',
    panel: opened(() => import('../panels/problems/Problems').then((m) => ({ default: m.Problems }))),
  },
  catalog: { title: 'Catalog', panel: opened(() => import('../catalog/panel/Catalog')) },
};

/** Tabs that gain a number, and tabs that are not always there, come last, so that the others keep their places. */
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
            {/* Its room is reserved while there is none. */}
            {id === 'problems' ? <span className="low-count">{problems > 0 ? problems : null}</span> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((id) => (
        <TabPanel key={id} id={id} className="low-panel">
          {id === 'catalog' ? PANELS[id].panel : <PanelFrame>{PANELS[id].panel}</PanelFrame>}
        </TabPanel>
      ))}
    </Tabs>
  );
}
