/*
 * Says so where an embed cannot start: one of its first files did not come, or failed. It stands alone, in one plain
 * file, and touches no storage: an embed keeps nothing.
 */
(() => {
  /** A frame in a sandbox without `allow-same-origin` has no origin, and a browser gives it no modules of the site. */
  const SANDBOX =
    'Its frame is in a sandbox without allow-same-origin, so the browser withholds its files. Add allow-same-origin to ' +
    'the frame’s sandbox.';
  const LOST =
    'One of its files did not come, or failed. The site may be out of reach, or may be changing just now.';

  function say() {
    const root = document.getElementById('root');
    if (!root || root.firstChild) return;
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.style.cssText = 'margin: 0; padding: 16px; font: 16px/1.5 system-ui, sans-serif';
    said.textContent = `This embed of Sigma Playground could not start. ${self.origin === 'null' ? SANDBOX : LOST}`;
    root.append(said);
    if (window.parent === window) return;
    const height = Math.ceil(said.getBoundingClientRect().height);
    window.parent.postMessage({ source: 'sigma-playground', version: 1, type: 'height', height }, '*');
  }

  function failed() {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', say);
    else say();
  }

  addEventListener(
    'error',
    ({ target }) => {
      if (target === window || target instanceof HTMLScriptElement) failed();
      // A browser tells this once and keeps it nowhere; the page looks for the mark.
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset.lost = '';
    },
    true,
  );
  addEventListener('unhandledrejection', () => failed());
})();
