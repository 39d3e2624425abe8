import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Compared } from '../../../src/live';
import { own } from '../../../src/text';
import { chooseEvent, showEvent } from '../../actions/choose-event';
import { effectivelyChosen } from '../../results/chosen';
import { numberOf } from '../../results/event-number';
import { useResults } from '../../results/results';
import { sourceOf } from '../../results/verdict-columns';
import { useSession } from '../../state/session';
import { useTextScale } from '../../ui/text-scale';
import { changeWords } from './words';

/** In pixels, with text of its own size. */
const ROW = 28;

/** The events whose verdict changed. A click or the arrow keys choose one. */
export function ChangedEvents({ compared: { events, from, to } }: { readonly compared: Compared }) {
  const scroller = useRef<HTMLDivElement>(null);
  const verdicts = useResults((r) => r.outcome.verdicts);
  const selected = useSession((s) => s.selected);
  const chosen = effectivelyChosen(selected, verdicts.length);
  const at = placeOf(events, chosen);
  const isListed = events[at] === chosen;
  const row = ROW * useTextScale();
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    initialRect: { width: 500, height: 240 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it has measured is of another size.
  useEffect(() => virtual.measure(), [virtual, row]);
  useEffect(() => {
    if (isListed) virtual.scrollToIndex(at);
  }, [virtual, at, isListed]);

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const places = {
      ArrowDown: isListed ? at + 1 : at,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: events.length - 1,
    };
    const place = own<number>(places, event.key);
    if (place === undefined) return;
    event.preventDefault();
    chooseEvent(events[Math.max(0, Math.min(events.length - 1, place))] ?? 0);
  };

  return (
    <div
      ref={scroller}
      className="compare-events"
      role="listbox"
      aria-label="Events whose verdict changed"
      aria-activedescendant={isListed ? `changed-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div role="presentation" className="compare-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const event = events[index] ?? 0;
          const { kind, sign, words } = changeWords(from[index] ?? 0, to[index] ?? 0);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys; options are named by aria-activedescendant.
            <div
              key={event}
              id={`changed-${event}`}
              role="option"
              className={event === chosen ? 'compare-event compare-event-chosen' : 'compare-event'}
              style={{ transform: `translateY(${start}px)` }}
              aria-selected={event === chosen}
              aria-setsize={events.length}
              aria-posinset={index + 1}
              aria-label={`Event ${numberOf(event)}: ${words}`}
              onClick={() => showEvent(event)}
            >
              <span className={`compare-sign compare-${kind}`}>{sign}</span>
              <strong>Event {numberOf(event)}</strong> <span>{words}</span>
              <span className="soft compare-source">{sourceOf(verdicts, event)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The place of `event` in the ordered list, or where it would be. */
function placeOf(events: Uint32Array, event: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] ?? 0) < event) low = middle + 1;
    else high = middle;
  }
  return low;
}
