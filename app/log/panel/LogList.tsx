import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LogRow } from '../../../src/log';
import { VERDICTS } from '../../../src/match';
import { own } from '../../../src/text';
import { editors } from '../../editor/editors';
import { Sentence } from '../../ui/Sentence';
import { chooseInLog, logRows, matchFrom, useLog } from '../store';
import { longList, scrollTo } from './long-list';
import { timeWords, verdictWords } from './words';

const ROW = 26;

const CLASSES: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  match: 'log-verdict log-verdict-match',
  'no match': 'log-verdict',
  'not applicable': 'log-verdict log-verdict-other',
  error: 'log-verdict log-verdict-error',
};

/** Lines of the list as they arrived, from one place of the list on. */
interface Lines {
  readonly from: number;
  readonly rows: readonly LogRow[];
}

const NO_LINES: Lines = { from: 0, rows: [] };

/** The log's events; only those on screen are rendered. The arrow keys move, n and p go from match to match. */
export function LogList() {
  const scroller = useRef<HTMLDivElement>(null);
  const listed = useLog((log) => log.state?.listed ?? 0) ?? 0;
  const version = useLog((log) => log.state?.version ?? 0) ?? 0;
  const events = useLog((log) => log.state?.events ?? 0) ?? 0;
  const order = useLog((log) => JSON.stringify([log.state?.view, log.state?.search])) ?? '';
  const chosen = useLog((log) => log.chosen?.event ?? -1) ?? -1;
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(260);
  const [lines, setLines] = useState<Lines>(NO_LINES);
  const [cursor, setCursor] = useState(0);
  const moving = useRef(0);
  /** Where the next step starts: a key may come before the result of the last one is drawn. */
  const at = useRef(cursor);
  at.current = cursor;
  const steps = useRef(Promise.resolve());
  const { height: whole, first, from, to } = longList(listed, ROW, height, top);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    setHeight(element.clientHeight);
    return () => watch.disconnect();
  }, []);

  // One question at a time, the newest next: while a log is read, the list changes faster than its lines arrive.
  const wanted = useRef<readonly [from: number, to: number, version: number] | null>(null);
  const asking = useRef(false);
  useEffect(() => {
    wanted.current = [from, to, version];
    if (asking.current) return;
    asking.current = true;
    const ask = async () => {
      while (wanted.current) {
        const [first, last] = wanted.current;
        wanted.current = null;
        const answer = await logRows(first, last);
        if (!answer) continue;
        setLines({ from: first, rows: answer.rows });
        // While the user keeps moving, the chosen event is not yet the one moved to.
        if (answer.chosenAt >= 0 && moving.current === 0) setCursor(answer.chosenAt);
      }
      asking.current = false;
    };
    void ask();
  }, [from, to, version]);

  // A new filter, search or order starts the list from the top.
  const ordered = useRef(order);
  useEffect(() => {
    if (ordered.current === order) return;
    ordered.current = order;
    scroller.current?.scrollTo({ top: 0 });
    setCursor(0);
  }, [order]);

  const goTo = (place: number) => {
    if (listed === 0) return;
    const next = Math.max(0, Math.min(listed - 1, place));
    at.current = next;
    setCursor(next);
    const element = scroller.current;
    const scrolled = element && scrollTo(next, listed, ROW, element.clientHeight, element.scrollTop);
    if (element && scrolled !== null) element.scrollTo({ top: scrolled ?? 0 });
    moving.current++;
    void chooseInLog(next).finally(() => moving.current--);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      editors.events.handle?.focus();
      return;
    }
    if (event.key === 'n' || event.key === 'p') {
      event.preventDefault();
      const step = event.key === 'n' ? 1 : -1;
      steps.current = steps.current.then(async () => {
        const place = await matchFrom(at.current, step);
        if (place >= 0) goTo(place);
      });
      return;
    }
    const page = Math.max(1, Math.floor(height / ROW) - 1);
    const places = {
      ArrowDown: at.current + 1,
      ArrowUp: at.current - 1,
      PageDown: at.current + page,
      PageUp: at.current - page,
      Home: 0,
      End: listed - 1,
    };
    const place = own<number>(places, event.key);
    if (place === undefined) return;
    event.preventDefault();
    goTo(place);
  };

  const digits = String(events).length;
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
        onKeyDown={walk}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <div role="presentation" className="log-rows" style={{ height: whole }}>
          {shown.map((place) => (
            <Line
              key={place}
              place={place}
              row={lines.rows[place - lines.from]}
              chosen={chosen}
              total={listed}
              digits={digits}
              top={top + (place - first) * ROW}
              onChoose={() => goTo(place)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

interface LineProps {
  readonly place: number;
  readonly row: LogRow | undefined;
  readonly chosen: number;
  readonly total: number;
  readonly digits: number;
  readonly top: number;
  readonly onChoose: () => void;
}

function Line({ place, row, chosen, total, digits, top, onChoose }: LineProps) {
  const verdict = row && VERDICTS[row.code];
  const isChosen = row !== undefined && row.event === chosen;
  const words = row ? verdictWords(row.code) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option.
    <div
      id={`log-${place}`}
      role="option"
      className={isChosen ? 'log-line log-line-chosen' : 'log-line'}
      style={{ transform: `translateY(${top}px)` }}
      aria-selected={isChosen}
      aria-setsize={total}
      aria-posinset={place + 1}
      aria-label={row ? `Event ${(row.event + 1).toLocaleString('en')}: ${words}, ${row.source}` : 'Loading'}
      onClick={onChoose}
    >
      {row ? (
        <>
          <span className="log-number" style={{ width: `${digits + 2}ch` }}>
            {(row.event + 1).toLocaleString('en')}
          </span>
          <span className={verdict ? CLASSES[verdict] : 'log-verdict'}>
            {verdict === 'match' ? '✓ ' : ''}
            {words}
          </span>
          <span className="log-time">{timeWords(row.time)}</span>
          <span className="log-source" title={row.source}>
            {row.source}
          </span>
          <span className="log-summary">
            {row.fault ? (
              <Sentence words={row.fault} />
            ) : (
              row.summary.map(({ field, value }) => (
                <span key={field}>
                  <span className="log-field">{field}</span> {value}{' '}
                </span>
              ))
            )}
          </span>
        </>
      ) : null}
    </div>
  );
}

/** Why the list is empty. */
function Nothing() {
  const state = useLog((log) => log.state);
  if (!state || state.phase === 'opening') return <p className="empty">Reading…</p>;
  if (state.events === 0)
    return (
      <p className="empty">
        <Sentence words={state.problems[0]?.message ?? ['The file holds no events.']} />
      </p>
    );
  if (state.phase !== 'ready' && !state.stopped) return <p className="empty">None so far.</p>;
  return <p className="empty">No event matches the search and the filters.</p>;
}
