import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { CatalogRule } from '../../../src/catalog/catalog';
import { openRule } from '../../catalog/catalog';
import { editors } from '../../editor/editors';
import { session } from '../../session/session';
import { chooseEvent } from '../choose-event';
import { LEVEL_NAMES, type Row } from './rows';
import { count } from './words';

/** Events that a rule shows at first, and once the person asks for more. */
const FEW = 6;
const MANY = 200;

interface FindingListProps {
  readonly rows: readonly Row[];
  readonly rules: readonly CatalogRule[];
  /** False where the events' text is not the one of the run: its events cannot be gone to. */
  readonly linked: boolean;
  readonly chosen: number;
}

/** The findings; only the rows on screen are there. */
export function FindingList({ rows, rules, linked, chosen }: FindingListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.kind === 'level' ? 32 : 60),
    overscan: 6,
    getItemKey: (i) => keyOf(rows[i], i),
    initialRect: { width: 800, height: 280 },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll catalog-scroll" aria-label="Findings" tabIndex={0}>
      <ul className="match-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          const rule = row?.kind === 'rule' ? rules[row.rule] : undefined;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={row?.kind === 'level' ? 'finding finding-level' : 'finding'}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {row?.kind === 'level' ? (
                <h3>
                  {LEVEL_NAMES[row.level]}{' '}
                  <span className="soft">
                    {count(row.rules, 'rule')}, {count(row.hits, 'match', 'matches')}
                  </span>
                </h3>
              ) : null}
              {row?.kind === 'rule' && rule ? (
                <Finding
                  rule={rule}
                  position={row.rule}
                  events={row.events}
                  linked={linked}
                  chosen={chosen}
                  unfolded={unfolded.has(row.rule)}
                  onUnfold={() => setUnfolded(new Set([...unfolded, row.rule]))}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function keyOf(row: Row | undefined, index: number): string | number {
  if (!row) return index;
  return row.kind === 'level' ? row.level : row.rule;
}

interface FindingProps {
  readonly rule: CatalogRule;
  readonly position: number;
  readonly events: readonly number[];
  readonly linked: boolean;
  readonly chosen: number;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
}

function Finding({ rule, position, events, linked, chosen, unfolded, onUnfold }: FindingProps) {
  const shown = events.slice(0, unfolded ? MANY : FEW);
  const rest = events.length - shown.length;
  return (
    <>
      <button
        type="button"
        className="match-head finding-title"
        title={`Open ${rule.path}`}
        onClick={() => void openRule(position)}
      >
        <strong>{rule.title}</strong> <span className="soft">{rule.path}</span>
      </button>
      <span className="finding-events">
        <span>{count(events.length, 'event')}:</span>
        {shown.map((event) => (
          <button
            key={event}
            type="button"
            className="btn-quiet"
            aria-label={`Event ${event + 1}`}
            aria-pressed={linked && event === chosen}
            disabled={!linked}
            onClick={() => goToEvent(event)}
          >
            {event + 1}
          </button>
        ))}
        {rest > 0 && !unfolded ? (
          <button type="button" className="btn-quiet" onClick={onUnfold}>
            {rest.toLocaleString('en')} more
          </button>
        ) : null}
        {rest > 0 && unfolded ? <span className="soft">and {rest.toLocaleString('en')} more</span> : null}
      </span>
    </>
  );
}

/** Chooses an event; on a phone the events come to the front first. */
function goToEvent(event: number): void {
  session.setState({ pane: 'events' });
  if (editors.events.host?.isConnected) chooseEvent(event);
  else requestAnimationFrame(() => chooseEvent(event));
}
