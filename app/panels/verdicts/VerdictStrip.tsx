import './verdicts.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Expectation } from '../../../src/expect';
import { VERDICTS } from '../../../src/match';
import { byName } from '../../../src/text';
import { chooseEvent } from '../../actions/choose-event';
import { toggleExpected } from '../../actions/expect-events';
import { effectivelyChosen } from '../../results/chosen';
import { numberOf } from '../../results/event-number';
import { useExpectedEvents } from '../../results/expectations';
import { membersOf, memberWords } from '../../results/members';
import { useResults } from '../../results/results';
import {
  type EventVerdicts,
  matchingOf,
  sourceOf,
  type VerdictName,
  verdictOf,
  withoutVerdict,
} from '../../results/verdict-columns';
import { session, useSession } from '../../state/session';
import { count } from '../../ui/count';
import { useTextScale } from '../../ui/text-scale';
import { AuthorMenu } from '../author/AuthorMenu';
import { toggleMark, useMarked } from '../author/marked';
import { wantWords } from '../tests/words';
import { EVENT_STEPS } from './steps';
import { summary } from './summary';

const GLYPHS: Readonly<Record<VerdictName, string>> = {
  match: '✓',
  'no match': '',
  'not applicable': '≠',
  error: '!',
};
const CLASSES: Readonly<Record<VerdictName, string>> = {
  match: 'verdicts-cell verdicts-cell-match',
  'no match': 'verdicts-cell',
  'not applicable': 'verdicts-cell verdicts-cell-other',
  error: 'verdicts-cell verdicts-cell-error',
};

/**
 * One cell for each event with its verdict; the arrow keys move through them. Above it, if there are several documents,
 * which one it is about.
 */
export function VerdictStrip() {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const known = useResults((r) => r.outcome.info !== null);
  const stale = useResults((r) => r.stale);
  const isEmpty = useResults((r) => r.isEmpty);
  const settled = useResults((r) => r.settled);
  const stopped = useResults((r) => r.hang?.event === null || r.failure !== null);
  const running = useResults((r) => r.running);
  const awaited = useResults((r) => r.awaited);
  const total = useResults((r) => r.outcome.total);
  const selected = useSession((s) => s.selected);
  const only = useSession((s) => s.matchesOnly);
  const chosen = effectivelyChosen(selected, verdicts.length);
  const none = !known || verdicts.length === 0;
  // The buttons are always there, at the end, so that they keep their places whatever comes before them.
  const look = none ? '' : `${stale ? ' verdicts-stale' : ''}${awaited ? ' earlier' : ''}`;
  return (
    <div className="verdicts-frame" data-region>
      <div className={`verdicts${look}`} aria-busy={awaited}>
        {none ? (
          <span className="verdicts-none">
            {!settled
              ? 'Evaluating…'
              : !known
                ? isEmpty
                  ? 'No verdicts yet: there is no rule.'
                  : 'No verdicts yet: the rule does not compile.'
                : total === 0
                  ? 'No events yet: paste some below.'
                  : stopped
                    ? 'No verdicts: the engine was stopped.'
                    : 'Evaluating…'}
          </span>
        ) : only && !verdicts.tally[VERDICTS.indexOf('match')] ? (
          <span className="verdicts-none">None matches: {count(verdicts.length, 'event')} hidden.</span>
        ) : (
          <Cells verdicts={verdicts} chosen={chosen} only={only} />
        )}
        <span className="verdicts-summary" role="status">
          {none ? '' : summary(verdicts.tally, running ? 0 : withoutVerdict(verdicts), only)}
        </span>
        <span className="verdicts-tools">
          <AuthorMenu
            chosen={effectivelyChosen(selected, none ? total : verdicts.length)}
            disabled={total === 0}
          />
          <button
            type="button"
            className="btn-quiet"
            aria-pressed={only}
            disabled={none}
            title="Hide the events that do not match"
            onClick={() => session.setState({ matchesOnly: !only })}
          >
            Only matches
          </button>
        </span>
      </div>
    </div>
  );
}

interface CellsProps {
  readonly verdicts: EventVerdicts;
  readonly chosen: number;
  /** Shows only the events that match. */
  readonly only: boolean;
}

function Cells({ verdicts, chosen, only }: CellsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const members = membersOf(useResults((r) => r.outcome));
  const marked = useMarked();
  const expected = useExpectedEvents();
  const wanted = useMemo(() => new Map(expected.map((one) => [one.event, one])), [expected]);
  const list = useMemo(() => (only ? matchingOf(verdicts) : null), [only, verdicts]);
  const count = list ? list.length : verdicts.length;
  const eventOf = (cell: number) => (list ? (list[cell] ?? 0) : cell);
  // The chosen event's cell; if it is hidden, half a cell before the next.
  const at = list ? cellOf(list, chosen) : chosen;
  const digits = String(numberOf(verdicts.length - 1)).length;
  const scale = useTextScale();
  const size = Math.round((24 + digits * 8 + (wanted.size > 0 ? 12 : 0)) * scale);
  const virtual = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 12,
    initialRect: { width: 600, height: 28 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it has measured is of another size.
  useEffect(() => virtual.measure(), [virtual, size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells of another size are at other places.
  useEffect(() => {
    if (count > 0) virtual.scrollToIndex(Math.min(count - 1, Math.ceil(at)));
  }, [virtual, at, count, size]);

  const walk = (event: KeyboardEvent) => {
    if (event.key === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      toggleMark(chosen);
      return;
    }
    const wish = WISHES.get(event.key);
    if (wish && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      toggleExpected(chosen, wish);
      return;
    }
    const step = STEPS.get(event.key);
    if (!step || count === 0) return;
    event.preventDefault();
    const to = Math.trunc(step(at, count, (cell) => list !== null || verdictOf(verdicts, cell) === 'match'));
    chooseEvent(eventOf(Math.max(0, Math.min(count - 1, to))));
  };

  return (
    <div
      ref={scroller}
      className="verdicts-cells"
      role="listbox"
      aria-label="Verdicts"
      aria-orientation="horizontal"
      aria-activedescendant={Number.isInteger(at) ? `verdict-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div className="verdicts-inner" role="presentation" style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: cell, start }) => {
          const index = eventOf(cell);
          const verdict = verdictOf(verdicts, index);
          const fired = members.get(index);
          const isMarked = marked.has(index);
          const want = wanted.get(index);
          const said = `Event ${numberOf(index)}: ${verdict}${memberWords(fired)}${isMarked ? ', marked' : ''}${want ? `, ${wantWords(want)}` : ''}`;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys; options are named by aria-activedescendant.
            <div
              key={index}
              id={`verdict-${index}`}
              role="option"
              aria-selected={index === chosen}
              aria-label={said}
              aria-setsize={count}
              aria-posinset={cell + 1}
              title={`${said} · ${sourceOf(verdicts, index)}`}
              className={`${CLASSES[verdict]}${index === chosen ? ' verdicts-cell-chosen' : ''}${fired ? ' verdicts-cell-member' : ''}${isMarked ? ' verdicts-cell-marked' : ''}`}
              style={{ width: size - 4, transform: `translateX(${start}px)` }}
              onClick={(e) => (e.shiftKey ? toggleMark(index) : chooseEvent(index))}
            >
              {GLYPHS[verdict]}
              {numberOf(index)}
              {want ? (
                <span className={want.isMet === false ? 'verdicts-want verdicts-want-not' : 'verdicts-want'}>
                  {want.expected === 'match' ? '+' : '−'}
                  {want.isMet === false ? '!' : ''}
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The keys that say what is expected of the chosen event. */
const WISHES = byName<Expectation>({ '+': 'match', '-': 'no match' });

type Step = (from: number, count: number, matches: (cell: number) => boolean) => number;

/** Where each key leads, in cells. */
const STEPS = byName<Step>({
  ...EVENT_STEPS,
  // To the next match and to the previous one.
  n: (from, count, matches) => nextMatch(from, count, matches, 1),
  p: (from, count, matches) => nextMatch(from, count, matches, -1),
});

function nextMatch(from: number, count: number, matches: (cell: number) => boolean, step: 1 | -1): number {
  for (let i = Math.trunc(from + step); i >= 0 && i < count; i += step) if (matches(i)) return i;
  return from;
}

/** The place of `event` in an ordered list; if it is not in it, half a place before the next. */
function cellOf(list: readonly number[], event: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < event) low = middle + 1;
    else high = middle;
  }
  return list[low] === event ? low : low - 0.5;
}
