import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { KeptState } from '../../state/history';
import { lineOfKey } from '../../ui/list-keys';
import { useTextScale } from '../../ui/text-scale';
import { calledWords, countWords, reasonWords, whenWords } from './words';

/** In pixels, with text of its own size. */
const ROW = 60;

interface StateListProps {
  readonly states: readonly KeptState[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onBringBack: () => void;
}

/**
 * The kept states, newest first. It has the focus once it is there. A click or the arrow keys choose a state, Enter brings
 * the chosen one back.
 */
export function StateList({ states, chosen, onChoose, onBringBack }: StateListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const at = states.findIndex(({ id }) => id === chosen);
  const row = ROW * useTextScale();
  const virtual = useVirtualizer({
    count: states.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 6,
    initialRect: { width: 360, height: 600 },
  });
  useEffect(() => virtual.scrollToIndex(at), [virtual, at]);
  useEffect(() => takeFocus(scroller.current), []);
  const now = Date.now();

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) onBringBack();
      return;
    }
    const place = lineOfKey(event.key, { at, last: states.length - 1, page: 8 });
    if (place === undefined) return;
    event.preventDefault();
    onChoose(states[place]!.id);
  };

  return (
    <div
      ref={scroller}
      className="history-list"
      role="listbox"
      aria-label="Kept states"
      aria-activedescendant={`state-${chosen}`}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div role="presentation" className="history-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const state = states[index];
          if (!state) return null;
          const { id, at: when, starred, why } = state;
          const counts = countWords(state);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list box has the focus and the keys; options are named by aria-activedescendant.
            <div
              key={id}
              id={`state-${id}`}
              role="option"
              className={id === chosen ? 'history-state history-chosen' : 'history-state'}
              style={{ transform: `translateY(${start}px)` }}
              aria-selected={id === chosen}
              aria-setsize={states.length}
              aria-posinset={index + 1}
              onClick={() => onChoose(id)}
            >
              <span className="history-called">
                {starred ? (
                  <span role="img" aria-label="Starred: ">
                    ★{' '}
                  </span>
                ) : null}
                {calledWords(state)}
              </span>
              <span className="soft history-line">
                <time dateTime={new Date(when).toISOString()}>{whenWords(when, now)}</time>
                {counts === '' ? '' : ` · ${counts}`}
              </span>
              <span className="soft history-line">{reasonWords(why)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Focuses the list, unless the user has gone on from the dialog to something in it. */
function takeFocus(list: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.contains(list)) list?.focus();
}
