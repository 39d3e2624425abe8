import './matches.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { chooseEvent } from '../../actions/choose-event';
import { lookAlso } from '../../results/connect';
import { numberOf } from '../../results/event-number';
import { useResults } from '../../results/results';
import { type EventVerdicts, matchingOf, sourceOf } from '../../results/verdict-columns';
import { useSession } from '../../state/session';
import { StaleNote } from '../StaleNote';
import { Waiting } from '../Waiting';
import { MatchLines } from './MatchLines';

/** Every event that matches, with what matched in it. */
export function Matches() {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const matching = useMemo(() => matchingOf(verdicts), [verdicts]);
  const total = verdicts.length;
  const events = useResults((r) => r.outcome.total);
  if (total === 0 && events > 0) return <Waiting />;
  if (matching.length === 0) {
    return (
      <p className="empty">
        {total === 0
          ? 'No events yet.'
          : `None of the ${total.toLocaleString('en')} events matches. Explain says what is missing.`}
      </p>
    );
  }
  return (
    <div className="matches">
      <MatchList matching={matching} verdicts={verdicts} />
      <StaleNote />
    </div>
  );
}

function MatchList({
  matching,
  verdicts,
}: {
  readonly matching: readonly number[];
  readonly verdicts: EventVerdicts;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useSession((s) => s.selected);
  const virtual = useVirtualizer({
    count: matching.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 3,
    getItemKey: (i) => matching[i] ?? i,
    initialRect: { width: 800, height: 280 },
  });
  const items = virtual.getVirtualItems();
  const onScreen = items.map(({ index }) => matching[index] ?? 0);
  useEffect(() => lookAlso(onScreen));
  useEffect(() => () => lookAlso([]), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Matching events" tabIndex={0}>
      <ol className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const event = matching[index] ?? 0;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={event === selected ? 'matches-event matches-chosen' : 'matches-event'}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={matching.length}
              aria-posinset={index + 1}
            >
              <button type="button" className="btn-line" onClick={() => chooseEvent(event)}>
                <span className="good" aria-hidden="true">
                  ✓
                </span>{' '}
                <strong>Event {numberOf(event)}</strong>{' '}
                <span className="soft">{sourceOf(verdicts, event)}</span>
              </button>
              <MatchLines event={event} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
