import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { longList, scrollTo } from '../../log/panel/long-list';
import { useHeight } from '../../log/panel/use-lines';
import { lineOfKey } from '../../ui/list-keys';
import { useTextScale } from '../../ui/text-scale';

/** In pixels, with text of its own size. */
const ROW = 26;
/** In pixels, before the list is laid out. */
const FIRST_HEIGHT = 200;

/** A row as it is drawn. */
export interface RowContent {
  /** What a screen reader says. */
  readonly name: string;
  readonly content: ReactNode;
  readonly isChosen?: boolean;
}

interface RowsProps {
  readonly label: string;
  readonly count: number;
  /** A row; null until it has arrived. */
  readonly rowAt: (place: number) => RowContent | null;
  /** Which rows are on screen. */
  readonly onShown?: (from: number, to: number) => void;
  /** A row was clicked, or Enter pressed on it. */
  readonly onChoose: (place: number) => void;
}

/** A list of any length, of which only the rows on screen are rendered. The arrow keys move in it, Enter chooses. */
export function Rows({ label, count, rowAt, onShown, onChoose }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [cursor, setCursor] = useState(0);
  const row = ROW * useTextScale();
  const height = useHeight(scroller, FIRST_HEIGHT);
  const { height: whole, first, from, to } = longList(count, row, height, top);
  useEffect(() => onShown?.(from, to), [onShown, from, to]);
  const at = Math.min(cursor, count - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { current } = scroller;
    const page = Math.max(1, Math.floor((current?.clientHeight ?? 0) / row) - 1);
    const place = lineOfKey(event.key, { at, last: count - 1, page });
    if (event.key === 'Enter') onChoose(at);
    else if (place === undefined) return;
    else {
      setCursor(place);
      const scrolled = current && scrollTo(place, count, row, current.clientHeight, current.scrollTop);
      if (current && scrolled !== null) current.scrollTo({ top: scrolled ?? 0 });
    }
    event.preventDefault();
  };
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  return (
    <div
      ref={scroller}
      className="found-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at >= from && at < to ? `found-${at}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="found-rows" style={{ height: whole }}>
        {shown.map((place) => {
          const drawn = rowAt(place);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option.
            <div
              key={place}
              id={`found-${place}`}
              role="option"
              className={`found-row${drawn?.isChosen ? ' found-chosen' : ''}${place === at ? ' found-at' : ''}`}
              style={{ transform: `translateY(${top + (place - first) * row}px)` }}
              aria-selected={drawn?.isChosen ?? false}
              aria-setsize={count}
              aria-posinset={place + 1}
              aria-label={drawn?.name ?? 'Loading'}
              onClick={() => {
                setCursor(place);
                onChoose(place);
              }}
            >
              {drawn?.content}
            </div>
          );
        })}
      </div>
    </div>
  );
}
