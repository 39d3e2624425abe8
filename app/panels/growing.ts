import { useEffect, useState } from 'react';
import { keepBusy } from '../results/resting';
import { Ration } from './ration';

/** Rows that a list draws at once, about a screen, and that each further frame adds. */
const STEP = 40;

const ration = new Ration((call) => requestAnimationFrame(call));

/** What a list of so many rows begins with; one that need not be cut may be as long as a step later. */
function firstRows(total: number): number {
  const wanted = Math.min(total, STEP);
  const taken = ration.take(wanted);
  return taken < wanted ? taken : STEP;
}

/**
 * How many rows of a long list to draw: first about a screen, then more in each frame, so that no frame takes long, however
 * many lists there are. At most `most` rows, and as many again each time that `more` is called. `left`: how many of `total`
 * are not wanted yet.
 */
export function useGrowing(total: number, most = total) {
  const [pages, setPages] = useState(1);
  const [grown, setGrown] = useState(() => firstRows(total));
  const wanted = Math.min(total, pages * most);
  const isWhole = grown >= wanted;
  useEffect(() => {
    if (isWhole) return;
    const isDrawn = keepBusy();
    const frame = requestAnimationFrame(() => setGrown(grown + ration.take(STEP)));
    return () => {
      cancelAnimationFrame(frame);
      isDrawn();
    };
  }, [isWhole, grown]);
  return { shown: Math.min(grown, wanted), left: total - wanted, more: () => setPages(pages + 1) };
}
