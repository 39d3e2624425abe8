import { useEffect, useRef, useState } from 'react';
import type { LogRow } from '../../../src/log';
import { useTextScale } from '../../ui/text-scale';
import { useLog } from '../store';
import { LogLine, Nothing } from './LogLine';
import { longList } from './long-list';
import { useCursor } from './use-cursor';
import { useHeight, useLines } from './use-lines';

/** In pixels, with text of its own size. */
const ROW = 26;
/** In pixels, before the list is laid out. */
const FIRST_HEIGHT = 260;

/** The log's events; only those on screen are rendered. The arrow keys move, n and p go from match to match. */
export function LogList() {
  const scroller = useRef<HTMLDivElement>(null);
  const listed = useLog((log) => log.state?.listed ?? 0) ?? 0;
  const version = useLog((log) => log.state?.version ?? 0) ?? 0;
  const events = useLog((log) => log.state?.events ?? 0) ?? 0;
  const order = useLog((log) => JSON.stringify([log.state?.view, log.state?.search])) ?? '';
  const chosen = useLog((log) => log.chosen?.event ?? -1) ?? -1;
  const files = useLog((log) => log.files) ?? [];
  const nameOf = (row: LogRow | undefined) =>
    row && files.length > 1 ? (files[row.file]?.name ?? null) : null;
  const [top, setTop] = useState(0);
  const row = ROW * useTextScale();
  const height = useHeight(scroller, FIRST_HEIGHT);
  const { height: whole, first, from, to } = longList(listed, row, height, top);
  const { cursor, setCursor, isMoving, goTo, onKeyDown } = useCursor(scroller, listed, row);
  // While the user keeps moving, the chosen event is not yet the one moved to.
  const lines = useLines(from, to, version, (place) => !isMoving() && setCursor(place));

  // A new filter, search or order starts the list from the top.
  const ordered = useRef(order);
  useEffect(() => {
    if (ordered.current === order) return;
    ordered.current = order;
    scroller.current?.scrollTo({ top: 0 });
    setCursor(0);
  }, [order, setCursor]);

  const shown = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const isShown = cursor >= from && cursor < to && listed > 0;
  return (
    <>
      {listed === 0 ? <Nothing /> : null}
      <div
        ref={scroller}
        hidden={listed === 0}
        className="log-list"
        role="listbox"
        aria-label="Events of the log"
        tabIndex={0}
        aria-activedescendant={isShown ? `log-${cursor}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <div role="presentation" className="log-rows" style={{ height: whole }}>
          {shown.map((place) => (
            <LogLine
              key={place}
              place={place}
              row={lines.rows[place - lines.from]}
              chosen={chosen}
              total={listed}
              file={nameOf(lines.rows[place - lines.from])}
              digits={String(events).length}
              top={top + (place - first) * row}
              onChoose={() => goTo(place)}
            />
          ))}
        </div>
      </div>
    </>
  );
}
