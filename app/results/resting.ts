/** Milliseconds until another look while the engine is at work. */
const AGAIN = 30;

/**
 * Marks the page while it rests: nothing is on its way to or from the engine, and all that came is painted. The mark,
 * `data-resting` on the root element, is for whoever has to wait for that, such as a test. Returns what to call when
 * anything happens.
 */
export function watchRest(isIdle: () => boolean): () => void {
  const root = document.documentElement;
  let stirs = 0;
  let isLooking = false;
  const look = (): void => {
    const seen = stirs;
    // What is asked from an effect or a frame is asked by then.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        setTimeout(() => {
          if (!isIdle()) setTimeout(look, AGAIN);
          else if (stirs !== seen) look();
          else {
            isLooking = false;
            root.dataset.resting = '';
          }
        });
      }),
    );
  };
  return () => {
    stirs++;
    delete root.dataset.resting;
    if (isLooking) return;
    isLooking = true;
    look();
  };
}
