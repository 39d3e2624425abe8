import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

/*
 * Tabs as the ARIA Authoring Practices describe them, with automatic activation. They are on the page from the start, so
 * they are not the library's, which would be a sixth of the first script.
 */

/** One tab and what it shows. */
export interface TabContent<Id extends string> {
  readonly id: Id;
  readonly title: ReactNode;
  readonly panel: ReactNode;
}

/** What the tabs are, and which of them is chosen. */
export interface TabsProps<Id extends string> {
  /** The name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabContent<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** At the end of the row. */
  readonly end?: ReactNode;
}

/** A row of tabs above the panel of the chosen one. Arrow keys, Home and End choose within the row. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, end }: TabsProps<Id>) {
  const prefix = useId();
  const row = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ id }) => id === chosen);
  const panel = tabs[at]?.panel;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = nextOf(event.key, at, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (next === null || !tab) return;
    event.preventDefault();
    onChoose(tab.id);
    const button = row.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };

  return (
    <>
      <div className="low-bar">
        <div ref={row} role="tablist" aria-label={label} className="low-tabs" onKeyDown={onKeyDown}>
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${prefix}${id}`}
              className="low-tab"
              aria-selected={id === chosen}
              aria-controls={id === chosen ? `${prefix}panel` : undefined}
              tabIndex={id === chosen ? 0 : -1}
              onClick={() => onChoose(id)}
            >
              {title}
            </button>
          ))}
        </div>
        {end}
      </div>
      <TabPanel key={chosen} id={`${prefix}panel`} labelledBy={`${prefix}${chosen}`}>
        {panel}
      </TabPanel>
    </>
  );
}

/** Where a key leads in a row of `count` tabs, from `at`; null if the key leads nowhere. */
export function nextOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

const CAN_FOCUS = 'a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]';

/** A panel with nothing in it that takes the focus takes it itself. */
function TabPanel({
  id,
  labelledBy,
  children,
}: {
  readonly id: string;
  readonly labelledBy: string;
  readonly children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const look = () => setTakesFocus(current.querySelector(CAN_FOCUS) === null);
    look();
    const watch = new MutationObserver(look);
    watch.observe(current, { subtree: true, childList: true, attributeFilter: ['tabindex', 'disabled'] });
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={panel}
      role="tabpanel"
      id={id}
      aria-labelledby={labelledBy}
      className="low-panel"
      tabIndex={takesFocus ? 0 : undefined}
    >
      {children}
    </div>
  );
}
