import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { own } from '../../src/text';
import { session, TABS } from '../state/session';
import { Banner } from './Banner';
import { EventsPane } from './EventsPane';
import { LowTabs } from './LowTabs';
import { RulePane } from './RulePane';

/** Rule and events side by side, the panels below; the user sets the sizes. */
export function WideLayout({ dark }: { readonly dark: boolean }) {
  return (
    <Group orientation="vertical" className="page-layout" {...kept('rows')}>
      <Panel id="editors" defaultSize="66%" minSize="20%">
        <Group orientation="horizontal" {...kept('columns')}>
          <Panel id="rule" defaultSize="45%" minSize="15%" className="page-fill">
            <RulePane dark={dark} narrow={false} />
          </Panel>
          <Separator className="page-separator page-separator-upright" aria-label="Width of the rule" />
          <Panel id="events" minSize="15%" className="page-fill">
            <EventsPane dark={dark} narrow={false} />
          </Panel>
        </Group>
      </Panel>
      <Separator className="page-separator" aria-label="Height of the panels" />
      <Panel id="low" minSize="10%" className="page-fill">
        <div className="page-low">
          <LowTabs tabs={TABS} />
          <Banner />
        </div>
      </Panel>
    </Group>
  );
}

/** Sizes that survive a reload. */
function kept(id: string) {
  const defaultLayout = own(session.getState().layout, id);
  return {
    id,
    ...(defaultLayout ? { defaultLayout } : {}),
    onLayoutChanged: (layout: Layout) => session.setState((s) => ({ layout: { ...s.layout, [id]: layout } })),
  };
}
