import './low.css';
import type { ComponentType } from 'react';
import { Later, Part } from '../guard/later';
import { useLog } from '../log/store';
import { useLogProblemCount } from '../panels/problems/problem-files';
import { testCountWords } from '../panels/tests/words';
import { useResults } from '../results/results';
import { useTestCounts } from '../results/test-counts';
import { session, type Tab as TabName, useSession } from '../state/session';
import { EnlargeButton } from './EnlargeButton';
import { EXPLAIN } from './explain-part';
import { PanelFrame } from './PanelFrame';
import { Tabs } from './Tabs';

/** The panels, by their tabs. */
export const PANELS: Readonly<Record<TabName, { readonly title: string; readonly part: Part }>> = {
  matches: panel('Matches', () => import('../panels/matches/Matches').then((m) => ({ default: m.Matches }))),
  explain: { title: 'Explain', part: EXPLAIN },
  rule: panel('Rule', () => import('../panels/rule/RulePage').then((m) => ({ default: m.RulePage }))),
  indicators: panel('Indicators', () => import('../panels/indicators/Indicators')),
  correlations: panel('Correlations', () =>
    import('../panels/correlations/Correlations').then((m) => ({ default: m.Correlations })),
  ),
  tests: panel('Tests', () => import('../panels/tests/Tests').then((m) => ({ default: m.Tests }))),
  compare: panel('Compare', () => import('../panels/compare/Compare')),
  problems: panel('Problems', () =>
    import('../panels/problems/Problems').then((m) => ({ default: m.Problems })),
  ),
  catalog: panel('Catalog', () => import('../catalog/panel/Catalog')),
  findings: panel('Findings', () => import('../findings/panel/Findings')),
};

/** A panel that is loaded once it is opened. */
function panel(title: string, load: () => Promise<{ default: ComponentType }>) {
  return { title, part: new Part(`The panel ${title}`, load) };
}

/** Tabs that gain a number, and tabs that are not always there, come last, so that the others keep their places. */
const LAST: readonly TabName[] = ['tests', 'problems', 'correlations', 'compare', 'findings'];

/** The panels below the editors. */
export function LowTabs({ tabs: all }: { readonly tabs: readonly TabName[] }) {
  const correlates = useResults((r) => r.documents.some((d) => d.kind === 'correlation'));
  const firings = useResults(
    (r) => r.outcome.together?.correlations.reduce((sum, { total }) => sum + total, 0) ?? 0,
  );
  const compares = useSession((s) => s.pinned !== null);
  const log = useLog(({ id }) => id) !== null;
  const changed = useResults((r) => r.outcome.compared?.events.length ?? 0);
  const absent = (tab: TabName) =>
    (tab === 'correlations' && !correlates) ||
    (tab === 'compare' && !compares) ||
    (tab === 'findings' && !log);
  const inOrder = [...all.filter((tab) => !LAST.includes(tab)), ...LAST.filter((tab) => all.includes(tab))];
  const tabs = inOrder.filter((tab) => !absent(tab));
  const chosen = useSession((s) => s.tab);
  const ofTexts = useResults((r) => r.ruleProblems.length + r.eventProblems.length);
  const problems = ofTexts + useLogProblemCount();
  const tests = useTestCounts();
  const tab = tabs.includes(chosen) ? chosen : (tabs[0] ?? chosen);
  return (
    <div className="low" data-region>
      <Tabs
        label="Panels"
        end={<EnlargeButton part="panels" />}
        chosen={tab}
        onChoose={(choice) => session.setState({ tab: choice })}
        tabs={tabs.map((id) => ({
          id,
          panel: <PanelOf tab={id} />,
          title: (
            <>
              <span className="low-title" data-title={PANELS[id].title}>
                {PANELS[id].title}
              </span>
              {id === 'correlations' && firings > 0 ? <span className="low-count">{firings}</span> : null}
              {id === 'compare' && changed > 0 ? (
                <span className="low-count">{changed.toLocaleString('en')}</span>
              ) : null}
              {id === 'tests' && tests ? (
                <span className={tests.failed > 0 ? 'low-count bad' : 'low-count'}>
                  {testCountWords(tests)}
                </span>
              ) : null}
              {/* Its room is reserved while there is none. */}
              {id === 'problems' ? <span className="low-count">{problems > 0 ? problems : null}</span> : null}
            </>
          ),
        }))}
      />
    </div>
  );
}

/** The catalog has rules of its own to speak of, and so have findings; every other panel speaks of the rule in the editor. */
function PanelOf({ tab }: { readonly tab: TabName }) {
  const panel = <Later part={PANELS[tab].part} />;
  return tab === 'catalog' || tab === 'findings' ? panel : <PanelFrame>{panel}</PanelFrame>;
}
