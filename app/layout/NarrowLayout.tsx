import './phone.css';
import type { ReactNode } from 'react';
import { VERDICTS } from '../../src/match';
import { Guard } from '../guard/Guard';
import { Later } from '../guard/later';
import { useLog } from '../log/store';
import { Documents } from '../panels/documents/Documents';
import { VerdictStrip } from '../panels/verdicts/VerdictStrip';
import { useResults } from '../results/results';
import { useLearn } from '../state/learn';
import { PANES, type Pane, session, TABS, useSession } from '../state/session';
import { AboutButton } from './AboutButton';
import { Banner } from './Banner';
import { CommandsButton } from './commands/CommandsButton';
import { EventsPane } from './EventsPane';
import { ExamplesButton } from './ExamplesButton';
import { EXPLAIN } from './explain-part';
import { LogsourceSwitch, ThemeMenu } from './Header';
import { HistoryButton } from './HistoryButton';
import { LearnButton, Lesson } from './Learn';
import { LowTabs } from './LowTabs';
import { PanelFrame } from './PanelFrame';
import { ReferenceButton } from './Reference';
import { RulePane } from './RulePane';
import { StageButton } from './Stage';

const PANES_SAID: Readonly<Record<Pane, string>> = {
  lesson: 'The pane Lesson',
  rule: 'The rule’s side',
  events: 'The events’ side',
  explain: 'The pane Explain',
  more: 'The pane More',
};

/** On a phone: one pane at a time, chosen at the lower edge. */
export function NarrowLayout({ dark }: { readonly dark: boolean }) {
  const lesson = useSession((s) => s.lesson);
  const isLesson = lesson !== '';
  const passes = useLearn((s) => isLesson && s.passes === lesson);
  const chosen = useSession((s) => s.pane);
  const pane = chosen === 'lesson' && !isLesson ? 'rule' : chosen;
  const matching = useResults((r) => r.outcome.verdicts.tally[VERDICTS.indexOf('match')] ?? 0);
  const all = useResults((r) => r.outcome.verdicts.length);
  const matches = useLog((log) => log.state?.tally[VERDICTS.indexOf('match')] ?? 0) ?? matching;
  const total = useLog((log) => log.state?.events ?? 0) ?? all;
  const titles: Readonly<Record<Pane, string>> = {
    lesson: passes ? 'Lesson ✓' : 'Lesson',
    rule: 'Rule',
    events: total > 0 ? `Events ${matches}/${total}` : 'Events',
    explain: 'Explain',
    more: 'More',
  };
  const contents: Readonly<Record<Pane, () => ReactNode>> = {
    lesson: () => <Lesson />,
    rule: () => <RulePane dark={dark} narrow />,
    events: () => <EventsPane dark={dark} narrow />,
    explain: () => (
      <section className="pane" aria-label="Explain pane">
        <VerdictStrip />
        <div className="low-panel">
          <PanelFrame>
            <Later part={EXPLAIN} />
          </PanelFrame>
        </div>
        <Banner />
        <Documents />
      </section>
    ),
    more: () => <More />,
  };
  return (
    <>
      <div className="page-layout">
        <Guard key={pane} what={PANES_SAID[pane]}>
          {contents[pane]()}
        </Guard>
      </div>
      <nav className="phone" aria-label="Panes" data-region>
        {PANES.filter((id) => id !== 'lesson' || isLesson).map((id) => (
          <button
            key={id}
            type="button"
            className="phone-tab"
            aria-current={id === pane ? 'page' : undefined}
            onClick={() => session.setState({ pane: id })}
          >
            {titles[id]}
          </button>
        ))}
      </nav>
    </>
  );
}

function More() {
  return (
    <section className="pane" aria-label="More pane">
      <div className="phone-tools">
        <ExamplesButton />
        <LearnButton />
        <ThemeMenu />
        <ReferenceButton />
        <HistoryButton />
        <CommandsButton />
        <StageButton />
        <LogsourceSwitch />
        <AboutButton room="phone" />
      </div>
      <LowTabs tabs={TABS.filter((tab) => tab !== 'explain')} />
      <Banner />
    </section>
  );
}
