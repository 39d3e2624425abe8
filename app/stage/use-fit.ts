import { type RefObject, useLayoutEffect } from 'react';

/** How much larger or smaller than the usual type a text may be. */
const SCALES = [0.5, 0.56, 0.62, 0.68, 0.75, 0.82, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 1.9, 2.2];

/**
 * Sets a text as large as its box allows, so that it need not be scrolled, and shows what it points at if it still has
 * to be. `key` is another one whenever the text is; `most`: how many
 * times the usual type it may be.
 */
export function useFit(box: RefObject<HTMLElement | null>, key: unknown, most = 1.5): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is measured anew.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fits = (scale: number): boolean => {
      element.style.setProperty('--stage-fit', String(scale));
      return (
        element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1
      );
    };
    const resize = () => {
      let [low, high] = [0, SCALES.filter((scale) => scale <= most).length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (fits(SCALES[middle]!)) low = middle;
        else high = middle - 1;
      }
      fits(SCALES[low]!);
      const now = element.querySelector<HTMLElement>('[data-now]');
      if (now) element.scrollTop = now.offsetTop - (element.clientHeight - now.offsetHeight) / 2;
    };
    resize();
    const watcher = new ResizeObserver(resize);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box, key, most]);
}
