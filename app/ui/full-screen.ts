/*
 * The stage fills the screen where the browser grants it, else the page. The browser's own Escape ends both.
 */

/** Asks for the whole screen; refused without a press of a key or a button, as when a link opens the stage. */
export function fillScreen(): void {
  const root = document.documentElement;
  if (!document.fullscreenElement && root.requestFullscreen) root.requestFullscreen().catch(() => {});
}

/** Gives the screen back. */
export function leaveScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}

/** Calls back when the whole screen was left, other than by `leaveScreen` of the one who watches. */
export function watchScreen(onLeft: () => void): () => void {
  const look = () => {
    if (!document.fullscreenElement) onLeft();
  };
  document.addEventListener('fullscreenchange', look);
  return () => document.removeEventListener('fullscreenchange', look);
}
