/**
 * Holds, for as long as this page or embed is open, the lock that tells the service worker to keep this version's files.
 * It is held from the start, whether or not this page itself is kept: another tab may have had it kept. Without locks
 * nothing is held.
 */
export function holdVersion(): void {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  navigator.locks
    ?.request(`sigma-playground page ${script?.src}`, { mode: 'shared' }, () => new Promise(() => {}))
    .catch(() => {});
}
