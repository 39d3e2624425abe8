import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { CatalogRule } from '../../../src/catalog/catalog';
import { ruleText } from '../../catalog/catalog';
import type { Found, Row } from '../../catalog/found';
import { isOwnRule, putRule } from '../../catalog/open-rule';
import { results } from '../../engine/results';
import { session, useSession } from '../../session/session';
import { counted } from '../../ui/counted';
import { chooseEvent } from '../choose-event';
import { goTo } from '../go-to';
import { type Asked, ReplaceRule } from './ReplaceRule';

interface ResultListProps {
  readonly rows: readonly Row[];
  readonly rules: readonly CatalogRule[];
  /** The events are still those of the run, so that their numbers lead somewhere. */
  readonly linked: boolean;
}

/** The rules that match, under their levels, each with its first events. */
export function ResultList({ rows, rules, linked }: ResultListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 8,
    getItemKey: (i) => keyOf(rows[i]),
    initialRect: { width: 800, height: 280 },
  });
  const open = async (position: number) => {
    const rule = rules[position];
    const text = await ruleText(position);
    if (!rule || text === null) return;
    if (isOwnRule() && session.getState().rule !== text) ask({ rule, text });
    else putRule(rule, text);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroll" aria-label="Rules that match" tabIndex={0}>
      <ol className="catalog-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={`catalog-row catalog-row-${row.kind}`}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {row.kind === 'level' ? (
                <LevelLine {...row} />
              ) : (
                <RuleLine
                  rule={rules[row.rule]}
                  found={row.found}
                  linked={linked}
                  onOpen={() => void open(row.rule)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <ReplaceRule asked={asked} onClose={() => ask(null)} />
    </section>
  );
}

function keyOf(row: Row | undefined): string {
  return row?.kind === 'rule' ? String(row.rule) : (row?.level ?? '');
}

function LevelLine({ level, rules, hits }: Extract<Row, { kind: 'level' }>) {
  return (
    <>
      <h2 className={`level level-${level}`}>{level === 'none' ? 'no level' : level}</h2>
      <span className="soft">
        {counted(rules, 'rule')}, {counted(hits, 'match', 'matches')}
      </span>
    </>
  );
}

interface RuleLineProps {
  readonly rule: CatalogRule | undefined;
  readonly found: Found;
  readonly linked: boolean;
  readonly onOpen: () => void;
}

function RuleLine({ rule, found, linked, onOpen }: RuleLineProps) {
  const selected = useSession((s) => s.selected);
  const { count, first } = found;
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(rule?.path ?? '') ?? [];
  return (
    <>
      <button type="button" className="catalog-rule" title="Open this rule in the editor" onClick={onOpen}>
        <span className="catalog-title">{rule?.title || 'Untitled rule'}</span>{' '}
        <span className="catalog-path">
          <span className="only-wide">{folder}</span>
          {file}
        </span>
      </button>
      <span className="catalog-events">
        <span className="soft">{counted(count, 'event')}:</span>
        {first.map((event) => (
          <button
            key={event}
            type="button"
            className="event-link"
            disabled={!linked}
            aria-current={linked && event === selected ? 'true' : undefined}
            aria-label={`Event ${event + 1}`}
            onClick={() => showEvent(event)}
          >
            {event + 1}
          </button>
        ))}
        {count > first.length ? (
          <span className="soft">and {(count - first.length).toLocaleString('en')} more</span>
        ) : null}
      </span>
    </>
  );
}

/** Chooses an event; on a phone its pane comes to the front. */
function showEvent(event: number): void {
  chooseEvent(event);
  const { starts, ends } = results.getState().outcome.verdicts;
  const start = starts[event] ?? 0;
  goTo('events', { start, end: ends[event] ?? start }, false);
}
