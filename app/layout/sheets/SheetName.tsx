import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { renameSheet, workOfSheet } from '../../actions/sheets';
import { calledOf, type Sheet } from '../../state/sheet-list';

interface SheetNameProps {
  readonly sheet: Sheet;
  readonly row: RefObject<HTMLDivElement | null>;
  /** Called when it is named, or left as it was. */
  readonly onEnd: () => void;
}

/** Renames a sheet in place of its tab: Enter keeps the title, Escape does not. */
export function SheetName({ sheet: { id, title }, row, onEnd }: SheetNameProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => calledOf(title, workOfSheet(id)));
  const isOver = useRef(false);
  useLayoutEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>(`[data-sheet="${id}"]`);
    if (!input.current || !row.current || !tab) return;
    const { style } = input.current;
    // The tab's place is within the strip, which does not scroll.
    const left = Math.max(0, tab.offsetLeft - row.current.scrollLeft);
    style.left = `${left}px`;
    const room = (row.current.parentElement?.offsetWidth ?? 0) - left;
    style.width = `${Math.min(room, Math.max(tab.offsetWidth, LEAST))}px`;
    input.current.select();
  }, [id, row]);
  const end = (isKept: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept) renameSheet(id, text);
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') end(true);
    if (event.key === 'Escape') end(false);
  };
  return (
    <input
      ref={input}
      className="sheets-name"
      aria-label="Title of the sheet"
      value={text}
      maxLength={LONGEST}
      onChange={(e) => setText(e.target.value)}
      onKeyDown={onKeyDown}
      // Whoever goes elsewhere has not said no.
      onBlur={(_: FocusEvent) => end(true)}
    />
  );
}

/** As wide as this, in pixels, where there is room. */
const LEAST = 180;
const LONGEST = 200;
