import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { byName } from '../../src/text';
import { chooseEvent } from '../actions/choose-event';
import { EVENT_STEPS } from '../panels/verdicts/steps';
import { summary } from '../panels/verdicts/summary';
import { effectivelyChosen } from '../results/chosen';
import { numberOf } from '../results/event-number';
import { useResults } from '../results/results';
import { type VerdictName, verdictOf, withoutVerdict } from '../results/verdict-columns';
import { useSession } from '../state/session';

const GLYPHS: Readonly<Record<VerdictName, string>> = {
  match: '✓',
  'no match': '',
  'not applicable': '≠',
  error: '!',
};
const CLASSES: Readonly<Record<VerdictName, string>> = {
  match: 'embed-cell embed-cell-match',
  'no match': 'embed-cell',
  'not applicable': 'embed-cell embed-cell-other',
  error: 'embed-cell embed-cell-error',
};

/** Where each key leads from an event. */
const STEPS = byName<(from: number, count: number) => number>(EVENT_STEPS);

/** One cell for each event with its verdict, and their sum. Only chooses: nothing is marked or expected here. */
export function Verdicts() {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const known = useResults((r) => r.outcome.info !== null);
  const isEmpty = useResults((r) => r.isEmpty);
  const settled = useResults((r) => r.settled);
  const running = useResults((r) => r.running);
  const selected = useSession((s) => s.selected);
  const count = known ? verdicts.length : 0;
  const chosen = effectivelyChosen(selected, count);
  const scroller = useRef<HTMLDivElement>(null);
  const size = 32 + String(count).length * 8;
  const virtual = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 12,
    initialRect: { width: 600, height: 28 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells of another size are at other places.
  useEffect(() => {
    virtual.measure();
    if (count > 0) virtual.scrollToIndex(chosen);
  }, [virtual, chosen, count, size]);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key);
    if (!step || count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    chooseEvent(Math.max(0, Math.min(count - 1, step(chosen, count))));
  };
  const none = !settled
    ? 'Evaluating…'
    : !known
      ? isEmpty
        ? 'No verdicts: there is no rule.'
        : 'No verdicts: the rule does not compile.'
      : 'No events.';
  return (
    <div className="embed-verdicts">
      {count === 0 ? (
        <span className="soft">{none}</span>
      ) : (
        <div
          ref={scroller}
          className="embed-cells"
          role="listbox"
          aria-label="Verdicts"
          aria-orientation="horizontal"
          aria-activedescendant={`embed-verdict-${chosen}`}
          tabIndex={0}
          onKeyDown={walk}
        >
          <div className="embed-row" role="presentation" style={{ width: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const verdict = verdictOf(verdicts, index);
              const said = `Event ${numberOf(index)}: ${verdict}`;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys; options are named by aria-activedescendant.
                <div
                  key={index}
                  id={`embed-verdict-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  aria-label={said}
                  aria-setsize={count}
                  aria-posinset={index + 1}
                  title={said}
                  className={`${CLASSES[verdict]}${index === chosen ? ' embed-cell-chosen' : ''}`}
                  style={{ width: size - 4, transform: `translateX(${start}px)` }}
                  onClick={() => chooseEvent(index)}
                >
                  {GLYPHS[verdict]}
                  {numberOf(index)}
                </div>
              );
            })}
          </div>
        </div>
      )}
      <span className="embed-sum" role="status">
        {count === 0 ? '' : summary(verdicts.tally, running ? 0 : withoutVerdict(verdicts), false)}
      </span>
    </div>
  );
}
