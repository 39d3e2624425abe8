import './finding.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { CatalogRule } from '../../../src/catalog';
import { useResults } from '../../results/results';
import { count } from '../../ui/count';
import { EventFinding, FEW, RuleFinding } from './Finding';
import type { HeadRow, Row, Rows } from './rows';

interface FindingListProps {
  readonly rows: Rows;
  readonly rules: readonly CatalogRule[];
  /** False if the events' text is no longer that of the run: then findings do not link to events. */
  readonly linked: boolean;
  readonly chosen: number;
  /** Each rule shows its level, because no heading does. */
  readonly levelled: boolean;
}

/** The findings. Only the rows on screen are rendered. */
export function FindingList({ rows, rules, linked, chosen, levelled }: FindingListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const verdicts = useResults((r) => r.outcome.verdicts);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heightOf(rows.at(i)),
    overscan: 6,
    getItemKey: (i) => rows.at(i)?.key ?? i,
    initialRect: { width: 800, height: 280 },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Findings" tabIndex={0}>
      <ul className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows.at(index);
          if (!row) return null;
          const common = {
            rules,
            linked,
            chosen,
            unfolded: unfolded.has(row.key),
            onUnfold: () => setUnfolded(new Set([...unfolded, row.key])),
          };
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={row.kind === 'head' ? `finding finding-head finding-head-${row.depth}` : 'finding'}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {row.kind === 'head' ? <Head row={row} /> : null}
              {row.kind === 'rule' ? <RuleFinding row={row} levelled={levelled} {...common} /> : null}
              {row.kind === 'event' ? <EventFinding row={row} verdicts={verdicts} {...common} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Head({ row: { depth, title, rules, hits } }: { readonly row: HeadRow }) {
  const Title = depth === 1 ? 'h3' : 'h4';
  return (
    <Title>
      {title}{' '}
      <span className="soft">
        {count(rules, 'rule')}, {count(hits, 'match', 'matches')}
      </span>
    </Title>
  );
}

/** The estimated height of a row before it has been on screen. */
function heightOf(row: Row | undefined): number {
  if (row?.kind === 'head') return 32;
  // A line for the event, one for each rule shown, and one for how many more there are.
  if (row?.kind === 'event') return 9 + 24 * (1 + Math.min(FEW + 1, row.rules.length));
  return 60;
}
