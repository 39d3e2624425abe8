import { useEffect, useState } from 'react';
import { keepBusy } from '../results/resting';

/** Rows that are drawn at once, about a screen, and that each further frame adds. */
const STEP = 40;

/**
 * How many rows of a long list to draw: first about a screen, then more in each frame, so that no frame takes long. At most
 * `most` rows, and as many again each time that `more` is called. `left`: how many of `total` are not wanted yet.
 */
export function useGrowing(total: number, most = total) {
  const [pages, setPages] = useState(1);
  const [grown, setGrown] = useState(STEP);
  const wanted = Math.min(total, pages * most);
  const isWhole = grown >= wanted;
  useEffect(() => {
    if (isWhole) return;
    const isDrawn = keepBusy();
    const frame = requestAnimationFrame(() => setGrown(grown + STEP));
    return () => {
      cancelAnimationFrame(frame);
      isDrawn();
    };
  }, [isWhole, grown]);
  return { shown: Math.min(grown, wanted), left: total - wanted, more: () => setPages(pages + 1) };
}
