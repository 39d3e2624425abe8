import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Group, type Layout, Panel, Separator, useGroupRef } from 'react-resizable-panels';
import { own } from '../../src/text';
import { Guard } from '../guard/Guard';
import { session, TABS, useSession } from '../state/session';
import { IN_A_COLUMN, STANDING } from './arrangement';
import { Banner } from './Banner';
import { useEnlargedClass } from './EnlargeButton';
import { EventsPane } from './EventsPane';
import { LowTabs } from './LowTabs';
import { RulePane } from './RulePane';

/** Rule, events and panels, as the user has arranged them and with the sizes that they set. */
export function WideLayout({ dark }: { readonly dark: boolean }) {
  const chosen = useSession((s) => s.arrangement);
  const isTight = useSyncExternalStore(subscribe, () => tight.matches);
  const isLesson = useSession((s) => s.lesson !== '');
  const arrangement = isTight && isLesson ? 'column' : isTight && chosen === 'columns' ? 'stacked' : chosen;
  const { whole, editors, shares } = arrangement === 'column' ? IN_A_COLUMN : STANDING[arrangement];
  const isSide = arrangement === 'side';
  // The first names are of the time when there was one arrangement.
  const outer = useKept(
    'rows',
    isSide ? 'rows' : `whole-${arrangement}`,
    thirds('editors', 'low', shares[0]),
  );
  const inner = useKept(
    'columns',
    isSide ? 'columns' : `editors-${arrangement}`,
    thirds('rule', 'events', shares[1]),
  );
  const low = useEnlargedClass('panels', 'page-low');
  return (
    <Group orientation={whole} className="page-layout" {...outer}>
      <Panel id="editors" defaultSize="66%" minSize="20%">
        <Group orientation={editors} {...inner}>
          <Panel id="rule" defaultSize="45%" minSize="15%" className="page-fill">
            <Guard what="The rule’s side">
              <RulePane dark={dark} narrow={false} />
            </Guard>
          </Panel>
          <Separator
            className={editors === 'horizontal' ? UPRIGHT : LEVEL}
            aria-label={editors === 'horizontal' ? 'Width of the rule' : 'Height of the rule'}
          />
          <Panel id="events" minSize="15%" className="page-fill">
            <Guard what="The events’ side">
              <EventsPane dark={dark} narrow={false} />
            </Guard>
          </Panel>
        </Group>
      </Panel>
      <Separator
        className={whole === 'horizontal' ? UPRIGHT : LEVEL}
        aria-label={whole === 'horizontal' ? 'Width of the panels' : 'Height of the panels'}
      />
      <Panel id="low" minSize="10%" className="page-fill">
        <div className={low} data-part="panels">
          <Guard what="The row of panels">
            <LowTabs tabs={TABS} />
          </Guard>
          <Banner />
        </div>
      </Panel>
    </Group>
  );
}

const LEVEL = 'page-separator';
const UPRIGHT = 'page-separator page-separator-upright';

// Three columns need room.
const tight = window.matchMedia('(max-width: 1000px)');

function subscribe(listener: () => void): () => void {
  tight.addEventListener('change', listener);
  return () => tight.removeEventListener('change', listener);
}

/** The sizes of two panels, of which the first has so many percent. */
function thirds(first: string, second: string, share: number): Layout {
  return { [first]: share, [second]: 100 - share };
}

/** Sizes that survive a reload, for each arrangement its own; `first` as long as nobody has set any. */
function useKept(id: string, name: string, first: Layout) {
  const groupRef = useGroupRef();
  const kept = own(session.getState().layout, name) ?? first;
  const shown = useRef(name);
  const newest = useRef(kept);
  newest.current = kept;
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    groupRef.current?.setLayout(newest.current);
  }, [groupRef, name]);
  return {
    id,
    groupRef,
    defaultLayout: kept,
    onLayoutChanged: (layout: Layout, { isUserInteraction }: { readonly isUserInteraction: boolean }) => {
      if (isUserInteraction) session.setState((s) => ({ layout: { ...s.layout, [name]: layout } }));
    },
  };
}
