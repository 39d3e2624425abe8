/*
 * Says so where the page cannot start at all: one of its first files did not come, or failed. It stands alone, in one
 * plain file: nothing that it needs can be missing.
 */
(() => {
  const isEmpty = () => !document.getElementById('root')?.firstChild;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  }

  function button(text, run) {
    const made = element('button', text);
    made.type = 'button';
    made.style.margin = '0 8px 8px 0';
    made.addEventListener('click', run);
    return made;
  }

  /** What has been kept of one side: by this tab, else by the browser. */
  function kept(side) {
    try {
      const key = `sigma-playground.${side}`;
      const text = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? 'null');
      return typeof text === 'string' && text !== '' ? text : null;
    } catch {
      return null;
    }
  }

  function save(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = name;
    link.click();
  }

  function say() {
    const root = document.getElementById('root');
    if (!root || !isEmpty()) return;
    const rule = kept('rule');
    const events = kept('events');
    const ways = element(
      'p',
      '',
      button('Try again', () => location.reload()),
    );
    if (rule !== null) ways.append(button('Save my rule', () => save('rule.yml', rule)));
    if (events !== null) ways.append(button('Save my events', () => save('events.txt', events)));
    const said =
      'One of the page’s files did not come, or failed. The site may be out of reach, or may be changing just now. ' +
      'What you wrote is kept in this browser.';
    const alert = element(
      'main',
      '',
      element('h1', 'Sigma Playground could not start'),
      element('p', said),
      ways,
    );
    alert.setAttribute('role', 'alert');
    alert.style.cssText =
      'max-width: 60ch; margin: 10vh auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif';
    root.append(alert);
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
