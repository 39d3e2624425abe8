/** Milliseconds until another look while the engine is at work. */
const AGAIN = 30;

let busy = 0;
let stirAll = () => {};

/** The page is not at rest until the returned function is called. */
export function keepBusy(): () => void {
  busy++;
  stirAll();
  return () => {
    busy--;
  };
}

/**
 * Marks the page as at rest while no message is on its way to or from the engine and everything that arrived is painted.
 * The mark is `data-resting` on the root element; tests wait for it. Returns the function to call when anything happens.
 */
export function watchRest(isIdle: () => boolean): () => void {
  const root = document.documentElement;
  let stirs = 0;
  let isLooking = false;
  const look = (): void => {
    const seen = stirs;
    // By then, effects and frame callbacks have asked what they ask.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        setTimeout(() => {
          if (busy > 0 || !isIdle()) setTimeout(look, AGAIN);
          else if (stirs !== seen) look();
          else {
            isLooking = false;
            root.dataset.resting = '';
          }
        });
      }),
    );
  };
  const stir = () => {
    stirs++;
    delete root.dataset.resting;
    if (isLooking) return;
    isLooking = true;
    look();
  };
  stirAll = stir;
  return stir;
}
