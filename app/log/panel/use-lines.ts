import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LogRow } from '../../../src/log';
import { logRows } from '../store';

/** Lines of the list as they arrived, from one place of the list on. */
export interface Lines {
  readonly from: number;
  readonly rows: readonly LogRow[];
}

const NO_LINES: Lines = { from: 0, rows: [] };

/**
 * The lines from one place to another, asked for again with each version of the list. `onChosen` is called with the place
 * of the chosen event, if it is in the list.
 */
export function useLines(
  from: number,
  to: number,
  version: number,
  onChosen: (place: number) => void,
): Lines {
  const [lines, setLines] = useState<Lines>(NO_LINES);
  const tellChosen = useRef(onChosen);
  tellChosen.current = onChosen;
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
        if (answer.chosenAt >= 0) tellChosen.current(answer.chosenAt);
      }
      asking.current = false;
    };
    void ask();
  }, [from, to, version]);
  return lines;
}

/** The height of an element, in pixels; `first` until it is known. */
export function useHeight(of: RefObject<HTMLElement | null>, first: number): number {
  const [height, setHeight] = useState(first);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    setHeight(element.clientHeight);
    return () => watch.disconnect();
  }, [of]);
  return height;
}
