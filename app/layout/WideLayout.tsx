import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { own } from '../../src/text';
import { Guard } from '../guard/Guard';
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
            <Guard what="The rule’s side">
              <RulePane dark={dark} narrow={false} />
            </Guard>
          </Panel>
          <Separator className="page-separator page-separator-upright" aria-label="Width of the rule" />
          <Panel id="events" minSize="15%" className="page-fill">
            <Guard what="The events’ side">
              <EventsPane dark={dark} narrow={false} />
            </Guard>
          </Panel>
        </Group>
      </Panel>
      <Separator className="page-separator" aria-label="Height of the panels" />
      <Panel id="low" minSize="10%" className="page-fill">
        <div className="page-low">
          <Guard what="The row of panels">
            <LowTabs tabs={TABS} />
          </Guard>
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
