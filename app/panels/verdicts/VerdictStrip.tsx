import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { effectivelyChosen } from '../../engine/chosen';
import { membersOf, memberWords } from '../../engine/members';
import { useResults } from '../../engine/results';
import { sourceOf, type VerdictColumns, type VerdictName, verdictOf } from '../../engine/verdict-columns';
import { useSession } from '../../session/session';
import { chooseEvent } from '../choose-event';
import { Documents } from '../documents/Documents';
import { summary } from './summary';

const GLYPHS: Readonly<Record<VerdictName, string>> = {
  match: '✓',
  'no match': '',
  'not applicable': '≠',
  error: '!',
};
const CLASSES: Readonly<Record<VerdictName, string>> = {
  match: 'cell cell-match',
  'no match': 'cell',
  'not applicable': 'cell cell-other',
  error: 'cell cell-error',
};

/** One cell per event with its verdict; the arrow keys walk it. Above it, of several documents, which one it is about. */
export function VerdictStrip() {
  return (
    <>
      <Documents />
      <Strip />
    </>
  );
}

function Strip() {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const known = useResults((r) => r.outcome.info !== null);
  const stale = useResults((r) => r.stale);
  const settled = useResults((r) => r.settled);
  const selected = useSession((s) => s.selected);
  const chosen = effectivelyChosen(selected, verdicts.length);
  if (!known || verdicts.length === 0) {
    return (
      <div className="strip">
        <span className="strip-summary">
          {!settled
            ? 'Evaluating…'
            : known
              ? 'No events yet: paste some below.'
              : 'No verdicts yet: the rule does not compile.'}
        </span>
      </div>
    );
  }
  return (
    <div className={stale ? 'strip strip-stale' : 'strip'}>
      <Cells verdicts={verdicts} chosen={chosen} />
      <span className="strip-summary" role="status">
        {summary(verdicts.tally)}
      </span>
    </div>
  );
}

function Cells({ verdicts, chosen }: { readonly verdicts: VerdictColumns; readonly chosen: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const members = membersOf(useResults((r) => r.outcome.together));
  const digits = String(verdicts.length).length;
  const size = 24 + digits * 8;
  const virtual = useVirtualizer({
    horizontal: true,
    count: verdicts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 12,
    initialRect: { width: 600, height: 28 },
  });
  useEffect(() => virtual.scrollToIndex(chosen), [virtual, chosen]);

  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    chooseEvent(Math.max(0, Math.min(verdicts.length - 1, step(chosen, verdicts))));
  };

  return (
    <div
      ref={scroller}
      className="cells"
      role="listbox"
      aria-label="Verdicts"
      aria-orientation="horizontal"
      aria-activedescendant={`verdict-${chosen}`}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div className="cells-inner" role="presentation" style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const verdict = verdictOf(verdicts, index);
          const fired = members.get(index);
          const said = `Event ${index + 1}: ${verdict}${memberWords(fired)}`;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys; options are named by aria-activedescendant.
            <div
              key={index}
              id={`verdict-${index}`}
              role="option"
              aria-selected={index === chosen}
              aria-label={said}
              aria-setsize={verdicts.length}
              aria-posinset={index + 1}
              title={`${said} · ${sourceOf(verdicts, index)}`}
              className={`${CLASSES[verdict]}${index === chosen ? ' cell-chosen' : ''}${fired ? ' cell-member' : ''}`}
              style={{ width: size - 4, transform: `translateX(${start}px)` }}
              onClick={() => chooseEvent(index)}
            >
              {GLYPHS[verdict]}
              {index + 1}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where each key leads. */
const STEPS: Readonly<Record<string, (from: number, verdicts: VerdictColumns) => number>> = {
  ArrowRight: (from) => from + 1,
  ArrowDown: (from) => from + 1,
  ArrowLeft: (from) => from - 1,
  ArrowUp: (from) => from - 1,
  Home: () => 0,
  End: (_, { length }) => length - 1,
  PageDown: (from) => from + 20,
  PageUp: (from) => from - 20,
  // To the next match, and back.
  n: (from, verdicts) => nextMatch(from, verdicts, 1),
  p: (from, verdicts) => nextMatch(from, verdicts, -1),
};

function nextMatch(from: number, verdicts: VerdictColumns, step: 1 | -1): number {
  for (let i = from + step; i >= 0 && i < verdicts.length; i += step)
    if (verdictOf(verdicts, i) === 'match') return i;
  return from;
}
