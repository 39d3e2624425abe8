import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { editors } from '../../editor/editors';
import { lineOfKey } from '../../ui/list-keys';
import { chooseInLog, matchFrom } from '../store';
import { scrollTo } from './long-list';

interface LogCursor {
  readonly cursor: number;
  /** Moves the cursor without choosing the event. */
  readonly setCursor: (place: number) => void;
  /** True while an event that the user moved to is not yet the chosen one. */
  readonly isMoving: () => boolean;
  readonly goTo: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The cursor of the log's list: the arrow keys move it, n and p go from match to match, Enter goes to the editor. */
export function useCursor(scroller: RefObject<HTMLElement | null>, listed: number, row: number): LogCursor {
  const [cursor, setCursor] = useState(0);
  const moving = useRef(0);
  /** Where the next step starts: a key may come before the result of the last one is drawn. */
  const at = useRef(cursor);
  at.current = cursor;
  const steps = useRef(Promise.resolve());
  const goTo = (place: number) => {
    if (listed === 0) return;
    const next = Math.max(0, Math.min(listed - 1, place));
    at.current = next;
    setCursor(next);
    const element = scroller.current;
    const scrolled = element && scrollTo(next, listed, row, element.clientHeight, element.scrollTop);
    if (element && scrolled !== null) element.scrollTo({ top: scrolled ?? 0 });
    moving.current++;
    void chooseInLog(next).finally(() => moving.current--);
  };
  const goToMatch = (step: 1 | -1) => {
    steps.current = steps.current.then(async () => {
      const place = await matchFrom(at.current, step);
      if (place >= 0) goTo(place);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / row) - 1);
    const place = lineOfKey(event.key, { at: at.current, last: listed - 1, page });
    if (event.key === 'Enter') editors.events.handle?.focus();
    else if (event.key === 'n') goToMatch(1);
    else if (event.key === 'p') goToMatch(-1);
    else if (place !== undefined) goTo(place);
    else return;
    event.preventDefault();
  };
  return { cursor, setCursor, isMoving: () => moving.current > 0, goTo, onKeyDown };
}
